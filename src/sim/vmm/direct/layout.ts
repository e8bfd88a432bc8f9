/**
 * Where the monitor lives: in the top 4 MiB of every address space, as VMware
 * and 32-bit Xen did (Adams and Agesen 2006, section 3.2: "truncated segments"),
 * on frames above the guest's own memory. The guest's frames are the host's: the second
 * translation of addresses is chapter 3's subject.
 */
export const MONITOR_BASE = 0xffc0_0000;
/** The physical address of its first frame, and its size: one page of 4 MiB maps it. */
export const MONITOR_FRAMES = 0x0100_0000;
export const MONITOR_SIZE = 0x0040_0000;

/** Offsets in it: its GDT (a copy of the guest's, made harmless), IDT and TSS, then its page directory and its tables. */
export const GDT_AT = 0x1_0000;
export const IDT_AT = 0x2_0000;
export const TSS_AT = 0x2_1000;
export const DIRECTORY_AT = 0x3_0000;
export const TABLES_AT = 0x4_0000;
/** Page tables that fit after that. */
export const MOST_TABLES = (MONITOR_SIZE - TABLES_AT) / 0x1000;
