/** As many letters of a name as there is room for. */
export const clip = (name: string, letters: number): string =>
  name.length > letters ? `${name.slice(0, letters - 1)}…` : name;
