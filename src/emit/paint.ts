/** A text and a colour → the text as a terminal shows it, or as it is where there is no colour. */

import type {Say} from './say.ts'

export type Paint = (style: 'bold' | 'dim' | 'red' | 'green' | 'yellow' | 'cyan', text: string) => string

const CODES = {bold: [1, 22], dim: [2, 22], red: [31, 39], green: [32, 39], yellow: [33, 39], cyan: [36, 39]} as const

/** No colour. */
export const plain: Paint = (_style, text) => text

/** ANSI escapes. */
export const ansi: Paint = (style, text) => `\x1b[${CODES[style][0]}m${text}\x1b[${CODES[style][1]}m`

/** A text from outside without the control characters that could steer a terminal. */
export const harmless = (text: string): string => text.replace(/[\x00-\x08\x0b-\x1f\x7f-\x9f]/g, '�')

/** The same as one line, such as a name that has a line feed in it. */
export const inLine = (text: string): string => harmless(text).replaceAll('\n', '�')

/** How something is shown to a person: plain, a hundred columns wide and in English where nothing is said. */
export interface Style {
  readonly paint?: Paint
  /** Columns of a line. */
  readonly columns?: number
  readonly say?: Say
}
