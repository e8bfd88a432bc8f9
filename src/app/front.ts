/** The diagram of the front page, and the moment it opens at: far enough in that its pattern shows. */
export const front = { lab: 'two-dimensional-walk', moment: 'nine' } as const;
