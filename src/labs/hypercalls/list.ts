import type { Mark, Tone } from '#kit/mark.ts';
import { both } from '#kit/text.ts';
import { perThousand } from './cost.ts';
import type { Layout } from './layout.ts';
import { type State, updateCrossings, vmmOf } from './model.ts';
import { readWord, type Update, updatesOf } from './updates.ts';
import { labels, number, spoilAbout, updateAbout } from './words.ts';

const tones: Readonly<Record<Update, Tone>> = {
  waiting: 'plain',
  wrong: 'bad',
  queued: 'data',
  made: 'guestKernel',
  refused: 'bad',
};

/** The kernel's updates, one small box each; a box still to come can be spoiled. */
export function listMarks(state: State, layout: Layout): readonly Mark[] {
  const updates = updatesOf(state.run);
  const asked = readWord(state.run, 'asked') ?? 0;
  if (updates.length === 0)
    return [
      { kind: 'label', key: 'title', place: layout.title, align: 'start', size: 's', text: labels.noList },
      ...countMarks(state, layout),
    ];
  return [
    { kind: 'label', key: 'title', place: layout.title, align: 'start', size: 's', text: titleOf(updates.length) },
    ...updates.map((update, i): Mark => {
      const canSpoil = i >= asked && state.run.program.symbols.has('wrong') && state.run.end === undefined;
      return {
        kind: 'box',
        key: `update-${i}`,
        place: layout.cells[i] ?? layout.call,
        tone: tones[update],
        size: 's',
        mono: true,
        ...(update === 'waiting' && { ghost: true }),
        text: update === 'queued' ? '·' : '',
        about: canSpoil ? spoilAbout(i, update === 'wrong') : updateAbout(i, update),
        ...(canSpoil && { move: ['spoil', i] }),
      };
    }),
    { kind: 'label', key: 'status', place: layout.status, align: 'start', size: 's', text: statusOf(updates) },
    ...countMarks(state, layout),
  ];
}

const titleOf = (count: number) => both(`The kernel’s ${count} page-table updates`, `内核要改的 ${count} 个页表项`);

function statusOf(updates: readonly Update[]) {
  const count = (which: Update): number => updates.filter((update) => update === which).length;
  const [made, queued, refused] = [count('made'), count('queued'), count('refused')];
  return both(
    `made ${made} · asked for ${queued} · refused ${refused}`,
    `已写入 ${made} · 已提出 ${queued} · 被拒绝 ${refused}`,
  );
}

/** What it has cost. */
function countMarks(state: State, { counts, countsTitle, call }: Layout): readonly Mark[] {
  const [updates, calls, cycles] = counts;
  const thousand = perThousand(state);
  if (!updates || !calls || !cycles) return [];
  return [
    { kind: 'label', key: 'counts', place: countsTitle, align: 'start', size: 's', text: labels.crossings },
    {
      kind: 'box',
      key: 'for-updates',
      place: updates,
      tone: 'cross',
      text: String(updateCrossings(state)),
      sub: labels.forUpdates,
    },
    { kind: 'box', key: 'for-calls', place: calls, tone: 'cross', text: String(state.visits), sub: labels.forCalls },
    {
      kind: 'box',
      key: 'cycles',
      place: cycles,
      text: thousand === undefined ? '–' : number(thousand),
      sub: labels.perThousand,
      about: both('cycles for 1,000 updates at this rate', '照此折算，改 1,000 个页表项要多少周期'),
    },
    { kind: 'box', key: 'call', place: call, size: 's', mono: true, ...lastCall(state) },
  ];
}

/** What the hypervisor was asked for last, and what it answered. */
function lastCall(state: State) {
  const { pending } = state.run;
  if (pending)
    return {
      text: pending.hypercall === undefined ? pending.reason : `${pending.reason} (${pending.hypercall})`,
      sub: both('asked', '提出请求'),
      now: true,
    };
  if (state.via)
    return {
      text: state.via === 'in' ? 'SYSCALL' : 'hypercall iret (23)',
      sub: both('told, not run', '只讲述，不运行'),
      now: true,
    };
  if (state.run.end === 'refused')
    return { text: String(state.run.endDetail), sub: labels.refused, tone: 'bad' as const };
  if (!state.work && state.from === 'xen' && state.visits > 0)
    return { text: labels.exchanged, sub: both('told, not run', '只讲述，不运行') };
  if (!state.work) return { text: labels.nothing, ghost: true };
  const { key, operands } = state.work;
  const result = operands.result === undefined ? '' : `EAX = ${operands.result}`;
  const made = vmmOf(state).tally.updates;
  return { text: result ? `${key}: ${result}` : key, sub: both(`entries made so far: ${made}`, `至今写入 ${made} 项`) };
}
