import type { Lab } from '#kit/lab.ts';

const files = import.meta.glob<Lab>('/src/labs/*/lab.ts', { import: 'default' });
const idOf = (path: string): string => path.split('/').at(-2) ?? '';

/** Every lab there is, by its folder's name. The folder is the registration. */
export const labIds: readonly string[] = Object.keys(files).map(idOf);

/** Brings one lab, and nothing of the others. Throws for a name that is no lab's. */
export async function loadLab(id: string): Promise<Lab> {
  const load = files[`/src/labs/${id}/lab.ts`];
  if (!load) throw new Error(`no lab is called ${id}; there are ${labIds.join(', ')}`);
  return load();
}
