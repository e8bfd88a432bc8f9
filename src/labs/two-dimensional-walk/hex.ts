/** `0x4404402a8`. */
export const hex = (n: number): string => `0x${n.toString(16)}`;

/** `0x01f`: nine bits of an index always in three digits. */
export const hexIndex = (index: number): string => `0x${index.toString(16).padStart(3, '0')}`;

const byFour = (digits: string): string => digits.replace(/\B(?=(.{4})+$)/g, ' ');

/** `0x0004 4044 02a8`: a physical address of up to 48 bits. */
export const hexAddress = (address: number): string => `0x${byFour(address.toString(16).padStart(12, '0'))}`;

/** `0x0000 44c0 019f f2a8`: sixteen digits or fewer, filled up. */
export const hexLong = (digits: string): string => `0x${byFour(digits.replace(/^0x/, '').padStart(16, '0'))}`;
