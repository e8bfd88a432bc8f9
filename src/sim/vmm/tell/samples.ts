import type { Phrase } from '../../phrase.ts';
import { assemble } from '../../x86/asm/assemble.ts';
import { gallery } from '../../x86/gallery/gallery.ts';
import type { GuestProgram } from '../../x86/gallery/program.ts';
import type { Program, SourceFault } from '../../x86/program.ts';

type Sample = { readonly title: Phrase; readonly about: Phrase; readonly text: string };

/** Guest programs as a control's gallery shows them, by name. */
export const samplesOf = (programs: readonly GuestProgram[]): Readonly<Record<string, Sample>> =>
  Object.fromEntries(programs.map(({ id, title, teaches, source }) => [id, { title, about: teaches, text: source }]));

/** The gallery of guest programs, for every lab that runs one. */
export const samples = samplesOf(gallery);

/** What the assembler refuses in a text, with these names defined before it. */
export function checkProgram(text: string, defines: Readonly<Record<string, string>> = {}): readonly SourceFault[] {
  const made = assemble(text, defines);
  return 'faults' in made ? made.faults : [];
}

const nothing =
  'bits 32\norg 0x100000\ndd 0x1badb002, 0x10000, -0x1baeb002, start - 32, start - 32, 0, 0, start\nstart: hlt';

/** The program of a text. A text with faults is never given to a machine; should it be, the program halts at once. */
export function programOf(text: string, defines: Readonly<Record<string, string>> = {}): Program {
  const made = assemble(text, defines);
  if ('program' in made) return made.program;
  const empty = assemble(nothing);
  if ('program' in empty) return empty.program;
  throw new Error('the empty program does not assemble');
}
