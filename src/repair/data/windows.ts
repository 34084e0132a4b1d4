/** Windows-1252 at 0x80–0x9F; the five places it leaves open decode to the control characters themselves. */
export const WINDOWS =
  '\u20ac\u0081\u201a\u0192\u201e\u2026\u2020\u2021\u02c6\u2030\u0160\u2039\u0152\u008d\u017d\u008f' +
  '\u0090\u2018\u2019\u201c\u201d\u2022\u2013\u2014\u02dc\u2122\u0161\u203a\u0153\u009d\u017e\u0178'

/** The byte of each of these, by UTF-16 unit. */
export const WINDOWS_BYTES: ReadonlyMap<number, number> = new Map(
  [...WINDOWS].map((c, i) => [c.charCodeAt(0), 0x80 + i]),
)

/** What stands for one byte from 0x80 on, as part of a class. */
export const HIGH = `\\u0080-\\u00ff${WINDOWS.replace(/[\u0080-\u009f]/g, '')}`
