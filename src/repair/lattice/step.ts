/** What a reading of damaged text is made of: a chain of characters, each with the way it was got. */
import type {Gaps} from './gaps.ts'
import type {Gbk} from './gbk.ts'
import type {Language} from './language.ts'

/**
 * `kept`: stands in the text. `read`: off the bytes. `indent`: the half of U+3000 that was cut off. `lead`, `trail`: one
 * byte was lost and put back. `pinned`: a gloss cut the character, and tells its byte. `swallowed`: an ASCII character is
 * gone with such a byte.
 */
export type How = 'kept' | 'read' | 'indent' | 'lead' | 'trail' | 'pinned' | 'swallowed'

/** What every reading keeps of its last unit, whatever ways lead on from there. */
export interface Link {
  /** The UTF-16 unit; 0 when the step yields none. */
  readonly unit: number
  /** What was read here, counted in the line; what is put back stands before it. */
  readonly at: number
  /** The lead byte of the next character; 0 when the reading is in step with the text. */
  readonly pending: number
  /** The numbers of the last two characters. */
  readonly last2: number
  readonly last: number
  readonly score: number
}

/** The reading so far, token by token. */
export interface Step extends Link {
  readonly before: Step | null
  readonly how: How
  /** What was left of the character: its trail byte (`lead`), or its lead byte times 256 (`trail`). */
  readonly among: number
  /** Inside a quotation. */
  readonly open: boolean
}

/** Characters that may be put back, and their numbers. */
export interface Candidates {
  readonly units: readonly number[]
  readonly ids: readonly number[]
}

/** What the search knows of the page. */
export interface Context {
  readonly gbk: Gbk
  readonly language: Language
  /** The character of a pair, when Chinese text may hold it; 0 when not. */
  readonly character: (lead: number, trail: number) => number
  /** All such characters that end in a trail byte. */
  readonly endingIn: (trail: number) => Candidates
  /** All such characters that start with a lead byte, their trail byte 0x80 or above. */
  readonly startingWith: (lead: number) => Candidates
  /** How much less likely a form is than its number: the other script's form on this page (natural logarithm). */
  readonly form: (unit: number) => number
  /** Whether a character has this reading; undefined when nothing is known of it. */
  readonly reads: (unit: number, pinyin: string) => boolean | undefined
  /** Whether the page has put `?` for each half of a character, so that there is none where it has not. */
  readonly isMarked: boolean
  /** What may be gone where the page leaves out pairs of private use; undefined where these stand on it. */
  readonly gaps: Gaps | undefined
  /** How much likelier a sign ends an item of a list on this page than another sign (natural logarithm). */
  readonly ends: (sign: number) => number
  /** The trail byte of characters that vanish before a sign; 0 where they stand on the page, or the sign is none. */
  readonly vanish: (sign: number) => number
}

const LINE_END = 10
export const IDEOGRAPHIC_SPACE = 0x3000
export const OPEN_QUOTE = 0x201c
export const CLOSE_QUOTE = 0x201d
const SPLITTERS = new Set([...'、。，！？；,!?;'].map(c => c.charCodeAt(0)))

/** The number of the end of a line. */
export const lineEnd = ({language}: Pick<Context, 'language'>): number => language.id(LINE_END)

/** Whether the text was cut before this sign. */
export const isSplitter = (unit: number): boolean => SPLITTERS.has(unit)

/** The pair of a unit as the source had it: ASCII signs were full width there. */
export const pairOf = ({pairOf: table}: Gbk, unit: number): number => table[unit < 0x80 ? wide(unit) : unit]!

/** ASCII that was full width in the source; 0 for any other unit. */
const wide = (unit: number): number =>
  unit > 0x20 && unit < 0x7f ? unit + 0xfee0 : unit === 0x20 ? IDEOGRAPHIC_SPACE : 0

/** A character that text in step does not hold: private use, or one of the blocks that only shifted bytes reach. */
export const isForeign = (unit: number): boolean =>
  (unit >= 0xe000 && unit <= 0xf8ff) ||
  (unit >= 0x2ff0 && unit <= 0x2fff) ||
  (unit >= 0x3100 && unit <= 0x312f) ||
  (unit >= 0x2500 && unit <= 0x2595)

/** Full-width digits and letters: pages print them in ASCII. */
export const isWideAlphanumeric = (unit: number): boolean =>
  (unit >= 0xff10 && unit <= 0xff19) || (unit >= 0xff21 && unit <= 0xff3a) || (unit >= 0xff41 && unit <= 0xff5a)

/** The bytes A3 B0 to A3 B9 are full-width digits. */
export const WIDE_LEAD = 0xa3
export const wideDigit = (trail: number): number => (trail >= 0xb0 && trail <= 0xb9 ? trail - 0xb0 + 0xff10 : 0)
export const isWideDigit = (unit: number): boolean => unit >= 0xff10 && unit <= 0xff19

/** A share of all likelihood as the confidence of a guess: in thousandths, and never all, for it was not read. */
export const confidenceOf = (share: number): number => Math.min(999, Math.round(share * 1000)) / 1000
