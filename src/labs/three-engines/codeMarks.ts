import type { Mark } from '#kit/mark.ts';
import { isTrapping } from '#sim/vmm/engines/isTrapping.ts';
import { cut } from './blockMarks.ts';
import type { Layout } from './layout.ts';
import type { State } from './model.ts';
import { nameOf, sourceOf } from './names.ts';
import { words } from './words.ts';

/** The instructions of the block that has just run, or will be the first; what traps outside ring 0 looks like a crossing. */
export function codeMarks({ program, run, first }: State, { codeTitle, code, letters }: Layout): readonly Mark[] {
  const block = run.last ? run.blocks.get(run.last.address) : run.counts.blockRuns === 0 ? first : undefined;
  const name = block && nameOf(program, block.address);
  const title = name === undefined ? words.empty : run.last ? words.code(name) : words.next(name);
  const lines = block ? sourceOf(program, block) : [];
  return [
    { kind: 'label', key: 'code', place: codeTitle, align: 'start', size: 's', text: title },
    ...lines.flatMap((line, i): readonly Mark[] => {
      const [place, instruction] = [code[i], block?.instructions[i]];
      if (!place || !instruction) return [];
      const traps = isTrapping(instruction);
      return [
        {
          kind: 'box',
          key: `line ${i}`,
          place,
          tone: traps ? 'cross' : 'guestKernel',
          mono: true,
          size: 's',
          text: cut(line, letters[1]),
          ...(traps && { about: words.trapsHere }),
        },
      ];
    }),
  ];
}
