import { facts } from '#sim/systems/facts.ts';
import { type Form, fullTechniques, type SystemFacts, type Technique } from '#sim/systems/system.ts';

/** One system in one of its forms: what a rule is about, and what is placed. */
export interface Subject {
  readonly system: SystemFacts;
  readonly form: Form;
  /** Its name, and its form’s where the system has several: `Xen (PV)`. */
  readonly name: string;
}

/** The latest year of the catalogue. */
export const LAST_YEAR = 2026;
/** The year of the first monitor in it. */
export const FIRST_YEAR = 1967;

const nameOf = ({ name }: SystemFacts, form: Form): string => (form.name ? `${name} (${form.name})` : name);

const all: readonly Subject[] = facts
  .flatMap((system) => system.forms.map((form) => ({ system, form, name: nameOf(system, form) })))
  .sort((a, b) => a.form.from - b.form.from);

/** Which systems count: those that had begun by the year; `alive`: and had not yet ended. */
export interface Filter {
  readonly year: number;
  readonly alive: boolean;
}
export const counts = ({ from, to }: Form, { year, alive }: Filter): boolean =>
  from <= year && (!alive || (to ?? LAST_YEAR) >= year);

/** Every form that counts, oldest first. */
export const subjectsBy = (filter: Filter): readonly Subject[] => all.filter(({ form }) => counts(form, filter));

export const uses = ({ form }: Subject, ...techniques: readonly Technique[]): boolean =>
  techniques.some((technique) => form.techniques.includes(technique));

/** Whether its guest is given a whole machine and need not be changed for it. */
export const isFull = (subject: Subject): boolean => uses(subject, ...fullTechniques) && !uses(subject, 'para');

/** Whether what runs inside has a kernel of its own: any machine, full or paravirtual. */
export const hasOwnKernel = (subject: Subject): boolean => uses(subject, ...fullTechniques, 'para');
