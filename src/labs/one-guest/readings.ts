import type { Reading, Readings } from '#kit/reading.ts';
import { ofModel, setByYou, sourceText } from '#kit/source.ts';
import { both } from '#kit/text.ts';
import { bareOutcome, isEquivalent, type Outcome, outcomeOf } from '#sim/vmm/outcome.ts';
import { priceLists, priceNames } from '#sim/vmm/prices.ts';
import { exitTexts } from '#sim/vmm/tell/exitTexts.ts';
import { programOf } from '#sim/vmm/tell/samples.ts';
import { controls, type Params } from './controls.ts';
import { BUDGET, endOf, type State } from './model.ts';
import { controlOf } from './priceControls.ts';
import { endNames } from './words.ts';

const known = new WeakMap<Params, Outcome>();

/** What the same text comes to on bare metal: found out once for every setting of the controls. */
function bareOutcomeOf({ params, run }: State): Outcome {
  const found = known.get(params) ?? bareOutcome(programOf(params.program), run.settings, BUDGET);
  known.set(params, found);
  return found;
}

/**
 * Whether the guest is what it is on bare metal. Most techniques run in lockstep with a twin on bare metal and know at any
 * time; an interpreter and a paravirtual guest are compared by serial bytes and end, once they have ended: null until then.
 */
export function equivalentOf(state: State): boolean | null {
  const { run, params } = state;
  if (params.technique === 'bare') return true;
  if (run.twin) return isEquivalent(run);
  if (endOf(state) === undefined) return null;
  const bare = bareOutcomeOf(state);
  const { serial, end, detail } = outcomeOf(run);
  return serial === bare.serial && end === bare.end && detail === bare.detail;
}

const divergenceOf = ({ run: { divergence } }: State) =>
  divergence
    ? {
        line: divergence.line,
        instruction: divergence.instruction,
        what: divergence.what,
        here: divergence.here,
        bare: divergence.bare,
      }
    : null;

const cycle = both('cycles', '周期');

/** What is paid for each thing, where that is from, and how sure it is. */
function priceReadings({ params, run }: State): Readings {
  const list = priceLists[params.processor];
  const entries = priceNames.map((name): [string, Reading] => {
    const { cycles } = list[name];
    const value = run.settings.prices[name];
    const label = controls[controlOf(name)].label;
    const listed = sourceText(list[name]);
    return [
      controlOf(name),
      {
        label: both(label.en.replace(/ \(.*\)$/, ''), label['zh-CN'].replace(/（.*）$/, '')),
        value,
        unit: cycle,
        source: value === cycles ? listed : setByYou(cycles, listed),
      },
    ];
  });
  return Object.fromEntries(entries);
}

export function readingsOf(state: State): Readings {
  const { run } = state;
  const end = endOf(state);
  const { guest, vmm } = run.cycles;
  const crossings = Object.fromEntries(run.crossings);
  return {
    instructions: {
      label: both('guest instructions', '客户机指令'),
      value: run.instructions,
      counter: true,
    },
    crossingCount: {
      label: both('crossings', '切换次数'),
      value: Object.values(crossings).reduce((a, b) => a + b, 0),
      counter: true,
    },
    cycles: { label: both('time spent', '用时'), value: guest + vmm, unit: cycle, source: ofModel, counter: true },
    cyclesOfVmm: {
      label: both('of them the VMM’s', '其中 VMM'),
      value: vmm,
      unit: cycle,
      source: ofModel,
      counter: true,
    },
    equivalent: {
      label: both('as on bare metal', '与裸机一致'),
      value: equivalentOf(state),
      words: equivalentWords(equivalentOf(state)),
      counter: true,
    },
    end: {
      label: both('end', '结束方式'),
      value: end ?? null,
      words: end === undefined ? both('running', '运行中') : (endNames[end] ?? both(end, end)),
    },
    serial: { label: both('serial output', '串口输出'), value: run.guest.devices.uart.sent },
    crossings: { label: both('crossings by reason', '按原因统计的切换'), value: crossings, names: exitTexts },
    divergence: { label: both('first difference', '首处差异'), value: divergenceOf(state) },
    ...priceReadings(state),
  };
}

function equivalentWords(equivalent: boolean | null) {
  if (equivalent === null) return both('known at the end', '结束时才知道');
  return equivalent ? both('yes', '是') : both('no', '否');
}
