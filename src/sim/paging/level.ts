/** How many levels of tables a tree has. */
export type Levels = 4 | 5;
/** A page may be mapped at level 1 (4 KiB), 2 (2 MiB) or 3 (1 GiB). */
export type PageLevel = 1 | 2 | 3;

/** The lowest address bit that a table at this level indexes: 12, 21, 30, 39, 48. */
export const shiftOf = (level: number): number => 3 + 9 * level;

/** Bytes that one entry at this level maps. */
export const spanOf = (level: number): number => 2 ** shiftOf(level);

/** Which of a table's 512 entries a physical address selects at this level. */
export const indexAt = (address: number, level: number): number => Math.floor(address / spanOf(level)) % 512;
