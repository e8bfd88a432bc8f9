import { clock } from './prelude/clock.ts';
import { header } from './prelude/header.ts';
import { output } from './prelude/output.ts';
import { tables } from './prelude/tables.ts';

/** The text of `prelude.inc`, which a program includes: a Multiboot header and a small library. */
export const prelude: string = header + output + tables + clock;
