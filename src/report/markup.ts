/** Text from outside → markup in which it can be nothing but text. */

const MARKUP: unique symbol = Symbol('markup')

/** Markup that we wrote; a symbol as key, so that no value read from JSON can pass for it. */
export interface Markup {
  readonly [MARKUP]: string
}

type Value = Markup | string | number | null | undefined | false | readonly Value[]

/** A template whose values are escaped, except markup; lists are joined, null, undefined and false are nothing. */
export const html = (literals: TemplateStringsArray, ...values: readonly Value[]): Markup => ({
  [MARKUP]: literals.map((literal, i) => literal + (i < values.length ? written(values[i]) : '')).join(''),
})

/** The markup as a string. */
export const markupOf = (markup: Markup): string => markup[MARKUP]

/** A string that is our own and complete: the script and the style of the page. */
export const verbatim = (ours: string): Markup => ({[MARKUP]: ours})

function written(value: Value): string {
  if (value === null || value === undefined || value === false) return ''
  if (Array.isArray(value)) return value.map(written).join('')
  if (typeof value === 'object' && MARKUP in value) return value[MARKUP]
  return escaped(String(value))
}

const ENTITIES: Readonly<Record<string, string>> = {'&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;'}

/** Marks of direction, which could make text read otherwise than it is stored, and controls that HTML does not have. */
const UNSEEN = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/g
const CONTROLS = /[\x00-\x08\x0b-\x1f\x7f-\x9f\ufffe\uffff]/g

const escaped = (text: string): string =>
  text
    .replace(/[&<>"']/g, c => ENTITIES[c]!)
    .replace(UNSEEN, c => `⟦U+${c.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}⟧`)
    .replace(CONTROLS, '�')
