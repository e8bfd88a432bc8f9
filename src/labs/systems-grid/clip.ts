/** As many letters of a name as there is room for; the dots take the room of two. */
export const clip = (name: string, letters: number): string =>
  name.length > letters ? `${name.slice(0, letters - 2)}…` : name;
