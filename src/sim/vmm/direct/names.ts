const names: Readonly<Record<number, string>> = {
  0: '#DE',
  1: '#DB',
  3: '#BP',
  4: '#OF',
  5: '#BR',
  6: '#UD',
  7: '#NM',
  8: '#DF',
  10: '#TS',
  11: '#NP',
  12: '#SS',
  13: '#GP',
  14: '#PF',
  17: '#AC',
};

/** An exception's mnemonic: SDM vol. 3A, "Protected-Mode Exceptions and Interrupts". */
export const mnemonicOf = (vector: number): string | undefined => names[vector];

/** An exception by its mnemonic, or by its number where it has none. */
export const exceptionName = (vector: number): string => mnemonicOf(vector) ?? `exception ${vector}`;

/** A vector as a programmer writes it. */
export const vectorToHex = (vector: number): string => vector.toString(16).padStart(2, '0');
