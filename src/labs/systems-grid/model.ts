import type { Model } from '#kit/model.ts';
import { facts } from '#sim/systems/facts.ts';
import type { SystemFacts } from '#sim/systems/system.ts';
import { type CellId, homesOf } from './cells.ts';
import type { Params } from './controls.ts';
import { type Judgement, judge } from './judge.ts';
import { parseRule } from './parseRule.ts';
import { subjectsBy } from './subject.ts';

/** A system of the tray: every one has a reason for its place. */
export type Item = SystemFacts & { readonly tray: NonNullable<SystemFacts['tray']> };

/** Where the reader put a system, and how often it was put wrong before. */
export interface Placing {
  readonly cell: CellId;
  readonly right: boolean;
  readonly misses: number;
}
/** What the last move or step was about. */
export type Last =
  | { readonly kind: 'start' }
  | { readonly kind: 'step' }
  | { readonly kind: 'pick'; readonly id: string }
  | { readonly kind: 'drop'; readonly id: string }
  | { readonly kind: 'put'; readonly id: string };

export interface State {
  readonly params: Params;
  /** The rule’s answer over the whole catalogue. Steps show it one system at a time. */
  readonly judged: Judgement;
  readonly examined: number;
  readonly picked: string | null;
  readonly placed: Readonly<Record<string, Placing>>;
  readonly last: Last;
}
export type GridMove = readonly ['pick', id: string] | readonly ['put', cell: CellId];

const isItem = (system: SystemFacts): system is Item => system.tray !== null;
export const items: readonly Item[] = facts.filter(isItem);
export const itemOf = (id: string): Item | undefined => items.find((each) => each.id === id);

/** The systems that may be placed: those that had begun by the year, and those that have no year to begin in. */
export const trayOf = ({ params }: State): readonly Item[] => items.filter((item) => homesOf(item, params).length > 0);

export const model: Model<Params, State, GridMove> = {
  init(params) {
    const parsed = parseRule(params.rule);
    const subjects = subjectsBy(params);
    const judged: Judgement =
      'rule' in parsed ? judge(parsed.rule, subjects) : { examples: [], holds: null, counterexamples: [] };
    return { params, judged, examined: 0, picked: null, placed: {}, last: { kind: 'start' } };
  },
  step: (state) =>
    state.examined < state.judged.examples.length
      ? { ...state, examined: state.examined + 1, picked: null, last: { kind: 'step' } }
      : state,
  act(state, move) {
    switch (move[0]) {
      case 'pick':
        return pick(state, move[1]);
      case 'put':
        return put(state, move[1]);
    }
  },
};

/** Takes a system in hand; the one already in hand is laid back. */
const pick = (state: State, id: string): State =>
  state.picked === id
    ? { ...state, picked: null, last: { kind: 'drop', id } }
    : { ...state, picked: id, last: { kind: 'pick', id } };

function put(state: State, cell: CellId): State {
  const item = itemOf(state.picked ?? '');
  if (!item) return state;
  const before = state.placed[item.id];
  const right = homesOf(item, state.params).includes(cell);
  const misses = (before?.misses ?? 0) + (right ? 0 : 1);
  return {
    ...state,
    picked: null,
    placed: { ...state.placed, [item.id]: { cell, right, misses } },
    last: { kind: 'put', id: item.id },
  };
}
