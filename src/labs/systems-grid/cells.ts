import { type Form, type Position, positions, type SystemFacts, type Technique } from '#sim/systems/system.ts';
import { counts, type Filter } from './subject.ts';

/** A place of the grid: `bare-trap`, `none-share`; or `out`, for what is no system that runs anything. */
export type CellId = `${Position}-${Technique}` | 'out';

/** The techniques that make a machine, and that make none. */
export const machineTechniques = ['interpret', 'translate', 'trap', 'para', 'assist'] as const;
export const otherTechniques = ['share', 'library', 'language'] as const;
export const monitorPositions = positions.filter((position) => position !== 'none');

export const machineCells: readonly CellId[] = monitorPositions.flatMap((position) =>
  machineTechniques.map((technique): CellId => `${position}-${technique}`),
);
export const otherCells: readonly CellId[] = [...otherTechniques.map((t): CellId => `none-${t}`), 'out'];
export const cellIds: readonly CellId[] = [...machineCells, ...otherCells];

/** The cells of a form: one for each of its techniques. */
export const cellsOf = ({ position, techniques }: Form): readonly CellId[] =>
  techniques.map((technique): CellId => `${position}-${technique}`);

/** The cells where a system is at home, in those of its forms that count. */
export const homesOf = ({ forms }: SystemFacts, filter: Filter): readonly CellId[] =>
  forms.length === 0 ? ['out'] : [...new Set(forms.filter((form) => counts(form, filter)).flatMap(cellsOf))];

/** A cell taken apart; `out` has neither. */
export function partsOf(cell: CellId): { position?: Position; technique?: Technique } {
  if (cell === 'out') return {};
  const [position, technique] = cell.split('-') as [Position, Technique];
  return { position, technique };
}
