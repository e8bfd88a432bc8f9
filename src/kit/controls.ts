import type { Text } from './text.ts';

interface Setting {
  readonly label: Text;
  /** Seldom turned: it stands folded away under the others. */
  readonly rare?: boolean;
}
export interface Choice extends Setting {
  readonly kind: 'choice';
  readonly options: Readonly<Record<string, string | Text>>;
  readonly initial: string;
}
/** A whole number from `min` to `max`. */
export interface Range extends Setting {
  readonly kind: 'range';
  readonly min: number;
  readonly max: number;
  readonly initial: number;
}
export interface Switch extends Setting {
  readonly kind: 'switch';
  readonly initial: boolean;
}
/** What is wrong in a source, and where: lines and columns count from 1. */
export interface SourceFault {
  readonly line: number;
  readonly column: number;
  readonly message: Text;
}
/** A text to begin with, and what it teaches. */
export interface Sample {
  readonly title: Text;
  readonly about: Text;
  readonly text: string;
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
  /** Texts to choose from, by name. In a link and on the command line such a text is said as `@name`. */
  readonly gallery?: Readonly<Record<string, Sample>>;
  check(text: string): readonly SourceFault[];
  /** Lines that go on from the one being written, by one more word: offered as it is typed. */
  complete?(line: string): readonly string[];
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

/** One of these words, as what would be right. */
export const oneOf = (words: readonly string[]): Text => ({
  en: `one of ${words.join(', ')}`,
  'zh-CN': `${words.join('、')} 之一`,
});
const wanted = (en: string, zh: string): { fault: Text } => ({ fault: { en, 'zh-CN': zh } });

function readSample(gallery: NonNullable<Source['gallery']>, name: string): { value: Value } | { fault: Text } {
  const sample = Object.hasOwn(gallery, name) ? gallery[name] : undefined;
  return sample ? { value: sample.text } : { fault: oneOf(Object.keys(gallery).map((each) => `@${each}`)) };
}

/** The word that a value of this control is said as: for a text of its gallery, `@name`. */
export function writeValue(control: Control, value: Value): string {
  const samples = control.kind === 'source' ? Object.entries(control.gallery ?? {}) : [];
  const found = samples.find(([, { text }]) => text === value);
  return found ? `@${found[0]}` : String(value);
}

/** The value that a word stands for in this control, or a fault that says what would be right. */
export function readValue(
  control: Control,
  word: string,
  longest: number = LONGEST_SOURCE,
): { value: Value } | { fault: Text } {
  switch (control.kind) {
    case 'choice':
      return Object.hasOwn(control.options, word) ? { value: word } : { fault: oneOf(Object.keys(control.options)) };
    case 'switch':
      return word === 'true' || word === 'false'
        ? { value: word === 'true' }
        : wanted('true or false', 'true 或 false');
    case 'range': {
      const { min, max } = control;
      const value = Number(word);
      if (/^-?\d{1,9}$/.test(word) && value >= min && value <= max) return { value };
      return wanted(`a whole number from ${min} to ${max}`, `${min} 到 ${max} 之间的整数`);
    }
    case 'source': {
      if (control.gallery && word.startsWith('@')) return readSample(control.gallery, word.slice(1));
      if (word.length > longest)
        return wanted(`a text of at most ${longest} characters`, `不超过 ${longest} 个字符的文本`);
      const [first] = control.check(word);
      if (!first) return { value: word };
      const { line, column, message } = first;
      return wanted(
        `line ${line}, column ${column}: ${message.en}`,
        `第 ${line} 行第 ${column} 列：${message['zh-CN']}`,
      );
    }
  }
}
