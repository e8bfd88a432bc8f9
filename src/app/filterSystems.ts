import type { Position, Technique } from '#sim/systems/system.ts';
import type { System } from './system.ts';

/** What a reader of the index asks for; null where anything will do. */
export interface Wanted {
  readonly word: string;
  readonly position: Position | null;
  readonly technique: Technique | null;
  /** Only systems that were in use in this year. */
  readonly year: number | null;
}

export const everything: Wanted = { word: '', position: null, technique: null, year: null };

/** Whether a span of years has this one in it. */
const covers = ({ from, to }: { readonly from: number; readonly to: number | null }, year: number): boolean =>
  from <= year && (to === null || to >= year);

function isNamed({ id, name, also, maker }: System, word: string): boolean {
  const sought = word.normalize('NFKC').trim().toLowerCase();
  const makers = typeof maker === 'string' ? [maker] : Object.values(maker);
  return [id, name, ...also, ...makers].some((each) => each.toLowerCase().includes(sought));
}

/** The systems that have a form in which all that is wanted comes together. */
export function filterSystems(systems: readonly System[], wanted: Wanted): readonly System[] {
  const { word, position, technique, year } = wanted;
  return systems.filter((system) => {
    if (!isNamed(system, word)) return false;
    if (position === null && technique === null) return year === null || covers(system.years, year);
    return system.forms.some(
      (form) =>
        (position === null || form.position === position) &&
        (technique === null || form.techniques.includes(technique)) &&
        (year === null || covers(form, year)),
    );
  });
}
