import type { Move } from './model.ts';
import type { Text } from './text.ts';

/** The two sheets a scene is drawn on: beside a text, and on a phone or in a narrow column. */
export type Sheet = 'wide' | 'tall';
export const sheets: Readonly<Record<Sheet, { readonly w: number; readonly h: number }>> = {
  wide: { w: 960, h: 540 },
  tall: { w: 360, h: 640 },
};

/** What a mark stands for. Only the stylesheet knows its colour; paint.ts knows its shape. */
export type Tone = 'plain' | 'guestUser' | 'guestKernel' | 'vmm' | 'host' | 'hw' | 'cross' | 'data' | 'bad';

interface Common {
  /** The same thing keeps the same key in every state and on both sheets; all animation follows from that. */
  readonly key: string;
  readonly tone?: Tone;
  readonly text?: string | Text;
  /** Read aloud, and shown on hover and focus. */
  readonly about?: Text;
  /** What a click, or Enter, on it does. */
  readonly move?: Move;
  /** The one thing this step is about: outlined in ink. */
  readonly now?: boolean;
  /** Not reached yet, or not there: dashed and pale. */
  readonly ghost?: boolean;
  /** Chosen by the reader, as a pressed button is. */
  readonly picked?: boolean;
  /** Letters: small print, the usual, or a headline. */
  readonly size?: 's' | 'm' | 'l';
  /** A machine's own words: addresses, bits, names of registers. */
  readonly mono?: boolean;
}
export interface Point {
  readonly x: number;
  readonly y: number;
}
export interface Box extends Common {
  readonly kind: 'box';
  readonly place: { readonly x: number; readonly y: number; readonly w: number; readonly h: number };
  /** A second, smaller line under the text. */
  readonly sub?: string | Text;
  /** A few letters in the upper left corner, such as the number of a step. */
  readonly corner?: string;
  /** A token under way: both ends round. */
  readonly pill?: boolean;
}
export interface Dot extends Common {
  readonly kind: 'dot';
  readonly place: { readonly x: number; readonly y: number; readonly r: number };
}
export interface Line extends Common {
  readonly kind: 'line';
  /** Its corners; the text stands at the middle of the path. */
  readonly place: readonly Point[];
  readonly arrow?: boolean;
  readonly bold?: boolean;
}
export interface Label extends Common {
  readonly kind: 'label';
  /** The point is the start, middle or end of the baseline's middle. */
  readonly place: Point;
  readonly align?: 'start' | 'middle' | 'end';
}
export type Mark = Box | Dot | Line | Label;
