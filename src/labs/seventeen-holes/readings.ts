import type { Readings } from '#kit/reading.ts';
import { both } from '#kit/text.ts';
import type { Region } from '#sim/holes/judge.ts';
import { exitTexts } from '#sim/vmm/tell/exitTexts.ts';
import { type Guest, sentBy } from './guest.ts';
import { symptomText } from './guestWords.ts';
import { itemsOf, specimenOf } from './items.ts';
import { isSorted, type Sorting, type State } from './model.ts';

export const readings = (state: State): Readings =>
  state.kind === 'sorting' ? sortingReadings(state) : state.guest ? guestReadings(state.guest) : {};

const namesIn = (state: Sorting, region: Region): readonly string[] =>
  itemsOf(state.cpu)
    .filter(({ id }) => state.placed[id]?.region === region)
    .map(({ name }) => name);

function sortingReadings(state: Sorting): Readings {
  const holes = namesIn(state, 'hole');
  const placed = Object.values(state.placed);
  const bets = placed.filter(({ guess }) => guess !== undefined);
  const listed = Object.entries(state.placed).filter(([id, { region }]) => region === 'hole' && specimenOf(id)?.listed);
  return {
    holes: { label: both('Holes', '漏洞'), value: holes.length, counter: true },
    listed: {
      label: both('of them in Robin and Irvine’s list', '其中在 Robin 与 Irvine 的名单上'),
      value: listed.length,
      counter: true,
    },
    tried: { label: both('Tried', '已试'), value: placed.length, counter: true },
    bets: {
      label: both('Bets won', '押中'),
      value: bets.filter(({ guess, region }) => guess === region).length,
      counter: true,
    },
    betsMade: { label: both('Bets made', '下注'), value: bets.length },
    condition: {
      label: both('Popek–Goldberg condition', 'Popek–Goldberg 条件'),
      value: holes.length > 0 ? 'broken' : isSorted(state) ? 'holds' : 'open',
      words:
        holes.length > 0
          ? both('broken', '不成立')
          : isSorted(state)
            ? both('holds', '成立')
            : both('open so far', '尚无定论'),
    },
    holeNames: { label: both('The holes', '漏洞名单'), value: holes },
    caught: { label: both('Sensitive, and caught', '敏感且截得住'), value: namesIn(state, 'caught') },
    harmless: { label: both('Trap without need', '不必陷入却陷入'), value: namesIn(state, 'harmless') },
    neither: { label: both('Neither', '都不是'), value: namesIn(state, 'neither') },
  };
}

function guestReadings({ run, bare, divergedAt, symptom }: Guest): Readings {
  const crossings = [...run.crossings.values()].reduce((a, b) => a + b, 0);
  return {
    instructions: { label: both('Guest instructions', '客户机指令'), value: run.instructions, counter: true },
    crossings: { label: both('Times in the VMM', '进入 VMM 的次数'), value: crossings, counter: true },
    divergedAt: {
      label: both('Parted from bare metal at', '在第几条与裸机分道'),
      value: divergedAt ?? null,
      counter: true,
    },
    lateness: {
      label: both('Shown so many instructions later', '此后几条才露馅'),
      value: symptom && divergedAt !== undefined ? symptom.at - divergedAt : null,
      counter: true,
    },
    symptom: {
      label: both('What is seen', '看到的现象'),
      value: symptom?.kind ?? 'none',
      words: symptom ? symptomText(symptom.kind) : both('nothing', '没有'),
    },
    divergence: { label: both('First difference', '首个差别'), value: run.divergence?.what ?? null },
    line: { label: both('at line', '所在行'), value: run.divergence?.line ?? null },
    serial: { label: both('Serial port', '串口'), value: sentBy(run) },
    serialBare: { label: both('Serial port, bare metal', '裸机串口'), value: sentBy(bare) },
    end: { label: both('End', '结局'), value: run.end ?? null },
    reasons: {
      label: both('Why the VMM was entered', '进入 VMM 的原因'),
      value: Object.fromEntries(run.crossings),
      names: exitTexts,
    },
  };
}
