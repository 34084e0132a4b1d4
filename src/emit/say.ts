/** A phrase of ours in English, with its values in it → the same in the language of the reader. */
export type Say = (english: string) => string

/** English, as it is written. */
export const english: Say = phrase => phrase
