import type { Mark, Sheet } from '#kit/mark.ts';
import { places } from './places.ts';
import { machineMarks } from './sceneOfMachines.ts';
import { matrixMarks } from './sceneOfMatrix.ts';
import { stripMarks } from './sceneOfStrip.ts';
import { tableMarks } from './sceneOfTables.ts';
import { tokenMarks } from './sceneOfTokens.ts';
import type { State } from './state.ts';

/** Guests above, the host below them, the LAN to its right; under the picture the frame, the tables and who reached whom. */
export function scene(state: State, sheet: Sheet): readonly Mark[] {
  const at = places[sheet];
  return [
    ...machineMarks(state, at),
    ...tokenMarks(state, at),
    ...stripMarks(state, at),
    ...tableMarks(state, at),
    ...matrixMarks(state, at),
  ];
}
