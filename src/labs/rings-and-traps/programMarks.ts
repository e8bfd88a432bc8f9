import type { Mark } from '#kit/mark.ts';
import { addressOf } from '#sim/vmm/guestEvent.ts';
import type { SourceLine } from '#sim/x86/program.ts';
import type { Layout } from './layout.ts';
import type { State } from './state.ts';

/** The instruction that the last step was about; before the first one, none. */
const currentAddress = ({ run, path }: State): number | undefined => {
  if (path) return path.crossing.address;
  return 'address' in run.deed ? run.deed.address : undefined;
};

/** A page of the program's instructions: it is turned, and does not scroll, so that what stands still does. */
function pageAround({ run }: State, address: number, size: number): readonly SourceLine[] {
  const code = run.program.lines.filter((line) => line.code);
  const at = code.findIndex((line) => line.address === address);
  const first = Math.max(0, Math.min(Math.floor(at / size) * size, code.length - size));
  return at < 0 ? [] : code.slice(first, first + size);
}

/** The program around the instruction in hand, and a dot at the one that comes next. */
export function programMarks(state: State, { lines, letters }: Layout): readonly Mark[] {
  const next = addressOf(state.run.guest);
  const current = currentAddress(state) ?? next;
  return pageAround(state, current, lines.length).flatMap((line, i): readonly Mark[] => {
    const place = lines[i];
    if (!place) return [];
    const middle = place.y + place.h / 2;
    const indent = place.h * 1.1;
    const marks: Mark[] = [
      {
        kind: 'label',
        key: `line-${i}`,
        place: { x: place.x + indent, y: middle },
        align: 'start',
        size: 's',
        mono: true,
        text: clip(line.text.trim().replace(/\s+/g, ' '), letters + 6),
        ...(line.prelude && { ghost: true }),
        ...(line.address === current && { now: true }),
      },
    ];
    if (line.address === current) marks.unshift({ kind: 'box', key: 'current', place, tone: 'guestKernel' });
    if (line.address === next)
      marks.push({
        kind: 'dot',
        key: 'next',
        place: { x: place.x + indent / 2, y: middle, r: place.h / 5 },
        tone: 'data',
      });
    return marks;
  });
}

/** As many letters as there is room for. */
export const clip = (text: string, letters: number): string =>
  text.length > letters ? `${text.slice(0, letters - 1)}…` : text;
