import { type Control, initialParams, type Value } from '#kit/controls.ts';
import type { Lab } from '#kit/lab.ts';
import { type Mark, type Sheet, sheets } from '#kit/mark.ts';
import type { Move } from '#kit/model.ts';
import { perform, stepOn } from '#kit/replay.ts';
import { locales } from '#kit/text.ts';

/** Freezes a value all the way down, so that a change in place throws. Maps and typed arrays cannot be frozen: there the scene tells. */
function freeze<T>(value: T): T {
  if (typeof value !== 'object' || value === null || Object.isFrozen(value) || ArrayBuffer.isView(value)) return value;
  Object.freeze(value);
  for (const held of value instanceof Map ? value.values() : Object.values(value)) freeze(held);
  return value;
}

const pointsOf = (mark: Mark): readonly { x: number; y: number }[] => {
  if (mark.kind === 'line') return mark.place;
  if (mark.kind !== 'box') return [mark.place];
  const { x, y, w, h } = mark.place;
  return [
    { x, y },
    { x: x + w, y: y + h },
  ];
};

function sceneBreaches(marks: readonly Mark[], sheet: Sheet): string[] {
  const found: string[] = [];
  const { w, h } = sheets[sheet];
  const seen = new Set<string>();
  for (const mark of marks) {
    const key = `${mark.kind} ${mark.key}`;
    if (seen.has(key)) found.push(`${sheet}: two marks are called ${key}`);
    seen.add(key);
    const off = pointsOf(mark).some(({ x, y }) => !(x >= 0 && y >= 0 && x <= w && y <= h));
    if (off) found.push(`${sheet}: ${key} is off the sheet`);
    if (mark.move && !mark.about && mark.text === undefined) found.push(`${sheet}: ${key} can be used but has no name`);
  }
  return found;
}

const moveWords = (marks: readonly Mark[]): string =>
  [...new Set(marks.flatMap((mark) => (mark.move ? [mark.move.join('.')] : [])))].sort().join(' ');

/** What a lab's contract asks of any one state. */
function stateBreaches(lab: Lab, state: unknown): string[] {
  const wide = lab.scene(state, 'wide');
  const tall = lab.scene(state, 'tall');
  const found = [...sceneBreaches(wide, 'wide'), ...sceneBreaches(tall, 'tall')];
  if (moveWords(wide) !== moveWords(tall)) found.push('the sheets offer different moves');
  const caption = lab.caption(state);
  for (const locale of locales) if (!caption[locale].trim()) found.push(`the caption is empty in ${locale}`);
  const said = JSON.stringify([wide, tall, caption, lab.readings(state)]);
  for (const slip of ['[object ', 'NaN']) if (said.includes(slip)) found.push(`a text says ${slip}`);
  for (const [name, { value, source }] of Object.entries(lab.readings(state))) {
    if (typeof value === 'number' && !Number.isFinite(value)) found.push(`reading ${name} is not a finite number`);
    if (source && !/\p{Script=Han}/u.test(source['zh-CN']))
      found.push(`the source of reading ${name} is not in Chinese`);
  }
  return found;
}

/** Some value of a control that another control's reader could have chosen. */
function turn(control: Control, dice: number): Value {
  switch (control.kind) {
    case 'choice': {
      const options = Object.keys(control.options);
      return options[dice % options.length] ?? control.initial;
    }
    case 'range':
      return Math.min(control.max, control.min + (dice % 20));
    case 'switch':
      return dice % 2 === 0;
    case 'source':
      return control.initial;
  }
}

/** Many steps at once are the same as one by one, and as many. */
function advanceBreaches(lab: Lab, state: unknown): string[] {
  const { model } = lab;
  const { state: now, made } = stepOn({ ...lab, model: { init: model.init, step: model.step } }, state, 40);
  const { state: at, made: claimed } = stepOn(lab, state, 40);
  const words = [now, at].map((each) => JSON.stringify([lab.readings(each), lab.scene(each, 'wide')]));
  return made === claimed && words[0] === words[1] ? [] : ['many steps at once differ from one by one'];
}

/**
 * Walks the lab as a reader would, on frozen states, through settings and
 * offered moves that the numbers choose, and lists every law it breaks.
 */
export function breaches(lab: Lab, turns: readonly number[], seed: number): readonly string[] {
  const found = new Set<string>();
  const settings = Object.entries(lab.controls).map(
    ([name, control], i) => [name, turn(control, (seed >> i) + i)] as const,
  );
  const params = { ...initialParams(lab.controls), ...Object.fromEntries(settings) };
  try {
    let state = freeze(lab.model.init(params as never));
    if (JSON.stringify(lab.readings(state)) !== JSON.stringify(lab.readings(lab.model.init(params as never))))
      found.add('the same settings begin differently');
    for (const dice of turns) {
      for (const breach of stateBreaches(lab, state)) found.add(breach);
      const moves: Move[] = lab.scene(state, 'wide').flatMap((mark) => (mark.move ? [mark.move] : []));
      const chosen = dice % 3 === 0 ? moves[dice % Math.max(1, moves.length)] : undefined;
      const seen = JSON.stringify(lab.scene(state, 'wide'));
      const next = chosen ? perform(lab, state, chosen) : lab.model.step(state);
      if (JSON.stringify(lab.scene(state, 'wide')) !== seen) found.add('a state was changed in place');
      state = freeze(next);
    }
    for (const breach of [...stateBreaches(lab, state), ...advanceBreaches(lab, state)]) found.add(breach);
  } catch (error) {
    const inPlace =
      error instanceof TypeError && /read only|not extensible|object is not|Cannot assign/.test(error.message);
    if (!inPlace) throw error;
    found.add('a state was changed in place');
  }
  return [...found];
}
