import { prepareTools } from './sim/x86/oracle.ts';

/** Before any test, and once: the real assembler and the real machine, where a check may install them. */
export const setup = (): void => {
  prepareTools();
};
