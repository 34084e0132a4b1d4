/** What a character can be to the two scripts: bits of a table by UTF-16 unit. */

export const ONLY_TRADITIONAL = 1
export const ONLY_SIMPLIFIED = 2
export const EITHER_SCRIPT = 4
/** Begins no conversion of its own, but may stand in a word that has one: 畫 in 計畫, 沈 in 沈默. */
export const IN_WORD = 8
/** The first half of characters outside the BMP; it is shared with others, so it tells nothing by itself. */
export const ASTRAL = 16
