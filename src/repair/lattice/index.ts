/** The decoder of shifted GBK with its language model, loaded only for a page that shows such damage. */
import {ONLY_SIMPLIFIED, ONLY_TRADITIONAL} from '../data/script-kinds.ts'
import {gapsOf} from './gaps.ts'
import {type Gbk, gbk} from './gbk.ts'
import {type Language, languageOf} from './language.ts'
import {type Candidates, type Context, IDEOGRAPHIC_SPACE, isForeign, isWideAlphanumeric} from './step.ts'

export {decode} from './decode.ts'
export {suspects} from './glance.ts'
export {foldedLatin} from './latin-folded.ts'
export {LAYERS, peel} from './layers.ts'
export type {Peeled} from './peeled.ts'
export {regions} from './regions.ts'
export {maySlip, slipsIn} from './slips.ts'
export {tokens} from './tokens.ts'
export {utf8InGbk} from './utf8-in-gbk.ts'

/** What the rules know of characters; handed in, since this part is loaded by itself and would hold their tables twice. */
export interface Characters {
  /** By UTF-16 unit, bits: the scripts it belongs to. */
  readonly kinds: Uint8Array
  /** Whether a character has this reading; undefined when nothing is known of it. */
  readonly isRead: Context['reads']
}

/** What the program did that decoded a page: whether it put `?` for each half of a character, and left out pairs of private use. */
export interface Decoded {
  readonly isMarked?: boolean
  readonly hasGaps?: boolean
  /** The last characters of the items of its lists. */
  readonly itemEnds?: string
}

/**
 * What the search knows of a page.
 * @param sound its sound lines, without glosses
 */
export function contextOf(
  sound: readonly string[],
  {kinds, isRead}: Characters,
  {isMarked = false, hasGaps = false, itemEnds = ''}: Decoded = {},
): Context {
  const language = languageOf(sound)
  const table = gbk()
  const characters = charactersOf(language, table)
  return {
    gbk: table,
    language,
    ...characters,
    gaps: hasGaps ? gapsOf(table, characters) : undefined,
    form: formOf(sound, kinds),
    reads: isRead,
    vanish: isMarked ? () => 0 : vanishing(sound, table),
    isMarked,
    ends: endingOf(itemEnds),
  }
}

/** Signs that items of lists end with. */
const ENDS = '；。：，）'

/** How much likelier each of these signs ends an item than one of them by chance. */
function endingOf(itemEnds: string): Context['ends'] {
  const signs = [...itemEnds].map(c => (c < '\x7f' ? String.fromCharCode(c.charCodeAt(0) + 0xfee0) : c))
  const chances = new Map(
    [...ENDS].map(sign => {
      const count = signs.filter(s => s === sign).length
      return [sign.charCodeAt(0), Math.log(((count + 0.5) * ENDS.length) / (signs.length + 0.5 * ENDS.length))]
    }),
  )
  return sign => chances.get(sign) ?? 0
}

/** The characters that Chinese text on this page may hold, by their bytes. */
function charactersOf(
  language: Language,
  {charOf, pairOf}: Gbk,
): Pick<Context, 'character' | 'endingIn' | 'startingWith'> {
  const isHeld = (unit: number): boolean =>
    language.knows(unit) && unit !== IDEOGRAPHIC_SPACE && !isForeign(unit) && !isWideAlphanumeric(unit)
  const character = (lead: number, trail: number): number => {
    const pair = lead * 256 + trail
    const unit = charOf[pair]!
    return pairOf[unit] === pair && isHeld(unit) ? unit : 0
  }
  const candidates = (list: readonly number[]): Candidates => {
    const units = list.filter(unit => unit > 0)
    return {units, ids: units.map(language.id)}
  }
  return {
    character,
    endingIn: remembered(trail => candidates(LEADS.map(lead => character(lead, trail)))),
    startingWith: remembered(lead => candidates(TRAILS.map(trail => character(lead, trail)))),
  }
}

function remembered(make: (byte: number) => Candidates): (byte: number) => Candidates {
  const known: Candidates[] = []
  return byte => {
    known[byte] ??= make(byte)
    return known[byte]
  }
}

const LEADS = Array.from({length: 126}, (_, i) => 0x81 + i)
/** All that a text can have lost: 0x80 and above. */
const TRAILS = Array.from({length: 127}, (_, i) => 0x80 + i)

/** Signs before which a character that ends in a byte vanishes, since that byte and the sign's first are ！ or 。, too. */
const VANISHING: readonly (readonly [trail: number, signs: string])[] = [
  [0xa3, '、。'],
  [0xa1, '，；！？,;!?'],
]

/** The trail byte for each sign before which characters vanished: where one stands on a sound line, none did. */
function vanishing(sound: readonly string[], {pairOf}: Gbk): (sign: number) => number {
  const trails = new Map<number, number>()
  for (const [trail, signs] of VANISHING) {
    const pattern = new RegExp(`(.)[${signs}]`, 'gu')
    const stands = sound.some(line =>
      [...line.matchAll(pattern)].some(m => (pairOf[m[1]!.charCodeAt(0)]! & 255) === trail),
    )
    if (!stands) for (const sign of signs) trails.set(sign.charCodeAt(0), trail)
  }
  return sign => trails.get(sign) ?? 0
}

/** What a form costs that the page does not use, where it has characters of the other script. */
const STRANGE_FORM = -3

/** How much less likely a form is on a page than its number: a form of the other script, unless it stands there. */
function formOf(sound: readonly string[], kinds: Uint8Array): (unit: number) => number {
  const seen = new Uint8Array(65536)
  let [hant, hans] = [0, 0]
  for (const line of sound)
    for (let i = 0; i < line.length; i++) {
      const unit = line.charCodeAt(i)
      if (seen[unit]) continue
      seen[unit] = 1
      if (kinds[unit]! & ONLY_TRADITIONAL) hant++
      else if (kinds[unit]! & ONLY_SIMPLIFIED) hans++
    }
  const strange = hant > hans ? ONLY_SIMPLIFIED : ONLY_TRADITIONAL
  return unit => (kinds[unit]! & strange && !seen[unit] ? STRANGE_FORM : 0)
}
