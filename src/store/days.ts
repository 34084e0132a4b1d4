/** A year, a month or a day (ISO 8601) → its first and its last day, to be compared as text. */

export const firstDay = (date: string): string =>
  `${date}-01-01`.slice(0, date.length < 7 ? 10 : date.length < 10 ? date.length + 3 : 10)

/** A month ends on the 31st here: as text, no day of it is later. */
export const lastDay = (date: string): string =>
  `${date}${['-12-31', '-31', ''][Math.min(2, Math.floor((date.length - 4) / 3))]}`
