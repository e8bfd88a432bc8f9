import type { Text } from './text.ts';

export interface Choice {
  readonly kind: 'choice';
  readonly label: Text;
  readonly options: Readonly<Record<string, string | Text>>;
  readonly initial: string;
}
/** A whole number from `min` to `max`. */
export interface Range {
  readonly kind: 'range';
  readonly label: Text;
  readonly min: number;
  readonly max: number;
  readonly initial: number;
}
export interface Switch {
  readonly kind: 'switch';
  readonly label: Text;
  readonly initial: boolean;
}
/** What is wrong in a source, and where: lines and columns count from 1. */
export interface SourceFault {
  readonly line: number;
  readonly column: number;
  readonly message: Text;
}
/** Lines the reader writes. A machine is only given a text in which `check` finds no fault. */
export interface Source {
  readonly kind: 'source';
  readonly label: Text;
  readonly language: 'access' | 'shell' | 'x86' | 'trace' | 'rule';
  readonly initial: string;
  /** Where it is given, the reader may also enter the lines one by one at a prompt, and this is what it says. */
  readonly prompt?: Text;
  /** One line only: a field instead of an editor. */
  readonly single?: boolean;
  /** A line or two that may be written, shown beside the editor. */
  readonly help?: Text;
  check(text: string): readonly SourceFault[];
}

export type Control = Choice | Range | Switch | Source;
export type Controls = Readonly<Record<string, Control>>;

type ValueOf<C extends Control> = C extends Choice
  ? Extract<keyof C['options'], string>
  : C extends Range
    ? number
    : C extends Switch
      ? boolean
      : string;
/** { policy: 'lru' | 'fifo', size: number }, worked out from the controls themselves. */
export type ParamsOf<C extends Controls> = { readonly [Name in keyof C]: ValueOf<C[Name]> };
/** A value of any control. */
export type Value = string | number | boolean;

/** The longest source a page takes from a link, a field or an editor, in characters. */
export const LONGEST_SOURCE = 65_536;

/** What every control says before anyone has touched it. */
export const initialParams = <C extends Controls>(controls: C): ParamsOf<C> =>
  Object.fromEntries(Object.entries(controls).map(([name, control]) => [name, control.initial])) as ParamsOf<C>;

/** The value that a word stands for in this control, or a fault that says what would be right. */
export function readValue(
  control: Control,
  word: string,
  longest: number = LONGEST_SOURCE,
): { value: Value } | { fault: string } {
  switch (control.kind) {
    case 'choice':
      return Object.hasOwn(control.options, word)
        ? { value: word }
        : { fault: `one of ${Object.keys(control.options).join(', ')}` };
    case 'switch':
      return word === 'true' || word === 'false' ? { value: word === 'true' } : { fault: 'true or false' };
    case 'range': {
      const value = Number(word);
      const fits = /^-?\d{1,9}$/.test(word) && value >= control.min && value <= control.max;
      return fits ? { value } : { fault: `a whole number from ${control.min} to ${control.max}` };
    }
    case 'source': {
      if (word.length > longest) return { fault: `a text of at most ${longest} characters` };
      const [first] = control.check(word);
      return first ? { fault: `line ${first.line}, column ${first.column}: ${first.message.en}` } : { value: word };
    }
  }
}
