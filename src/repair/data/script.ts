/** What each character is to the two scripts, what it becomes, and the words that go another way than their characters. */
import {EITHER, TRADITIONAL, WORDS} from './script.generated.ts'
import {EITHER_SCRIPT, IN_WORD, ONLY_TRADITIONAL} from './script-kinds.ts'
import {scriptTable} from './script-table.ts'

export interface Word {
  readonly from: string
  readonly to: string
  /** Where in `from` the character stands that leads to the word. */
  readonly anchor: number
  /** Holds a character of traditional text alone, so it needs no other evidence. */
  readonly sure: boolean
}

/** By UTF-16 unit, bits. Every page is read by this table, few by what its characters become: that is read when asked for. */
export const kinds = scriptTable()

/** The kinds (bits) of the character at an offset. */
const kindAt = (text: string, at: number): number => kinds[text.charCodeAt(at)]!

let wordsAt: Map<string, Word[]> | undefined

/** The words by the character that leads to them; read only for a page with traditional text, since there are thousands. */
export function words(): Map<string, Word[]> {
  if (wordsAt) return wordsAt
  wordsAt = new Map()
  const listed = WORDS.split(' ')
  for (let i = 0; i < listed.length; i += 2) addWord(wordsAt, listed[i]!, listed[i + 1]!)
  // The word that begins first wins, and of those the longest: 隨|著 before 著|名.
  for (const list of wordsAt.values()) list.sort((a, b) => b.anchor - a.anchor || b.from.length - a.from.length)
  return wordsAt
}

/** A word is led to by its first character that either script has, or else by the first that it changes. */
function addWord(byAnchor: Map<string, Word[]>, from: string, to: string): void {
  const differs = (i: number): boolean => simplified(from[i]!) !== to[i]
  const at = Array.from(from, (_, i) => i)
  const anchor = at.find(i => (kindAt(from, i) & EITHER_SCRIPT) !== 0 || differs(i))
  if (anchor === undefined) return
  kinds[from.charCodeAt(anchor)]! |= IN_WORD
  const sure = at.some(i => (kindAt(from, i) & ONLY_TRADITIONAL) !== 0)
  const list = byAnchor.get(from[anchor]!) ?? []
  byAnchor.set(from[anchor]!, list)
  list.push({from, to, anchor, sure})
}

interface Forms {
  /** By UTF-16 unit; 0 where simplified text has no other. */
  readonly units: Uint16Array
  /** Where either form takes two units. */
  readonly long: ReadonlyMap<string, string>
}
let forms: Forms | undefined

/** A traditional character as simplified text writes it; itself when it is none. */
export function simplified(c: string): string {
  forms ??= formsIn(TRADITIONAL + EITHER)
  return c.length > 1 ? (forms.long.get(c) ?? c) : simplifiedUnit(c.charCodeAt(0))
}

/** The same for a character of one unit. */
export function simplifiedUnit(unit: number): string {
  forms ??= formsIn(TRADITIONAL + EITHER)
  const to = forms.units[unit]!
  return to > 0 ? String.fromCharCode(to) : (forms.long.get(String.fromCharCode(unit)) ?? String.fromCharCode(unit))
}

/** Pairs of characters, one after the other → what each first one becomes. */
function formsIn(pairs: string): Forms {
  const units = new Uint16Array(0x10000)
  const long = new Map<string, string>()
  for (let i = 0; i < pairs.length; ) {
    const middle = i + lengthAt(pairs, i)
    const end = middle + lengthAt(pairs, middle)
    if (end - i === 2) units[pairs.charCodeAt(i)] = pairs.charCodeAt(middle)
    else long.set(pairs.slice(i, middle), pairs.slice(middle, end))
    i = end
  }
  return {units, long}
}

const lengthAt = (text: string, at: number): number => ((text.charCodeAt(at) & 0xfc00) === 0xd800 ? 2 : 1)
