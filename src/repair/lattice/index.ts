/** The decoder of shifted GBK with its language model, loaded only for a page that shows such damage. */
import {reads, syllableOf} from '../data/syllables.ts'
import {gbk} from './gbk.ts'
import {type Language, languageOf} from './language.ts'
import {scripts} from './scripts.ts'
import {type Context, IDEOGRAPHIC_SPACE, isForeign, isWideAlphanumeric} from './step.ts'

export {big5InGbk, gbkInBig5} from './big5.ts'
export {decode} from './decode.ts'
export {suspects} from './glance.ts'
export {regions} from './regions.ts'
export {tokens} from './tokens.ts'
export {utf8InGbk} from './utf8-in-gbk.ts'

/** What the search knows of a page. @param sound its sound lines, without glosses */
export function contextOf(sound: readonly string[]): Context {
  const language = languageOf(sound)
  return {
    gbk: gbk(),
    language,
    ...charactersOf(language),
    form: formOf(sound),
    reads: hasReading,
    vanish: vanishing(sound),
  }
}

/** The characters that Chinese text on this page may hold, by their bytes. */
function charactersOf(language: Language): Pick<Context, 'character' | 'endingIn'> {
  const {charOf, pairOf} = gbk()
  const allowed = new Uint16Array(65536)
  for (let pair = 0x8140; pair < 65536; pair++) {
    const unit = charOf[pair]!
    if (pairOf[unit] !== pair || unit === IDEOGRAPHIC_SPACE || isForeign(unit) || isWideAlphanumeric(unit)) continue
    if (language.knows(unit)) allowed[pair] = unit
  }
  const byTrail = new Map<number, readonly number[]>()
  const endingIn = (trail: number): readonly number[] => {
    const found = byTrail.get(trail) ?? LEADS.map(lead => allowed[lead * 256 + trail]!).filter(unit => unit > 0)
    byTrail.set(trail, found)
    return found
  }
  return {character: (lead, trail) => allowed[lead * 256 + trail]!, endingIn}
}

const LEADS = Array.from({length: 126}, (_, i) => 0x81 + i)

/** Signs before which a character that ends in a byte vanishes, since that byte and the sign's first are ！ or 。, too. */
const VANISHING: readonly (readonly [trail: number, signs: string])[] = [
  [0xa3, '、。'],
  [0xa1, '，；！？,;!?'],
]

/** The trail byte for each sign before which characters vanished: where one stands on a sound line, none did. */
function vanishing(sound: readonly string[]): (sign: number) => number {
  const trails = new Map<number, number>()
  const {pairOf} = gbk()
  for (const [trail, signs] of VANISHING) {
    const pattern = new RegExp(`(.)[${signs}]`, 'gu')
    const stands = sound.some(line =>
      [...line.matchAll(pattern)].some(m => (pairOf[m[1]!.charCodeAt(0)]! & 255) === trail),
    )
    if (!stands) for (const sign of signs) trails.set(sign.charCodeAt(0), trail)
  }
  return sign => trails.get(sign) ?? 0
}

function hasReading(unit: number, pinyin: string): boolean | undefined {
  const syllable = syllableOf(pinyin)
  return syllable && reads(String.fromCharCode(unit), syllable.base)
}

/** What a form costs that the page does not use, where it has characters of the other script. */
const STRANGE_FORM = -3

/** How much less likely a form is on a page than its number: a form of the other script, unless it stands there. */
function formOf(sound: readonly string[]): (unit: number) => number {
  const seen = new Set<number>()
  for (const line of sound) for (let i = 0; i < line.length; i++) seen.add(line.charCodeAt(i))
  const {traditional, simplified} = scripts()
  let hant = 0
  let hans = 0
  for (const unit of seen) {
    if (traditional.has(unit)) hant++
    else if (simplified.has(unit)) hans++
  }
  const strange = hant > hans ? simplified : traditional
  return unit => (strange.has(unit) && !seen.has(unit) ? STRANGE_FORM : 0)
}
