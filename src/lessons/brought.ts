import { create } from 'zustand';
import type { Lab } from '#kit/lab.ts';
import { loadLab } from '#stage/shelf.ts';

/** The labs that questions have asked for, by their ids: none before somebody opens one or has answered in it. */
export const useBrought = create<Readonly<Record<string, Lab>>>(() => ({}));

/** Brings the lab of a question. */
export async function bringLab(id: string): Promise<Lab> {
  const lab = useBrought.getState()[id] ?? (await loadLab(id));
  useBrought.setState({ [id]: lab });
  return lab;
}
