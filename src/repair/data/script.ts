/** What each character is to the two scripts, what it becomes, and the words that go another way than their characters. */
import {EITHER, SIMPLIFIED, TRADITIONAL, WORDS} from './script.generated.ts'
import {ASTRAL, EITHER_SCRIPT, IN_WORD, ONLY_SIMPLIFIED, ONLY_TRADITIONAL} from './script-kinds.ts'

export interface Word {
  readonly from: string
  readonly to: string
  /** Where in `from` the character stands that leads to the word. */
  readonly anchor: number
  /** Holds a character of traditional text alone, so it needs no other evidence. */
  readonly sure: boolean
}

/** By UTF-16 unit, bits. */
export const kinds = new Uint8Array(0x10000)
const targets: (string | undefined)[] = Array(0x10000)
const astral = new Map<string, string>()

function pairs(packed: string, kind: number): void {
  const characters = [...packed]
  for (let i = 0; i < characters.length; i += 2) {
    const from = characters[i]!
    const unit = from.charCodeAt(0)
    kinds[unit]! |= from.length > 1 ? ASTRAL : kind
    if (from.length > 1) astral.set(from, characters[i + 1]!)
    else targets[unit] = characters[i + 1]!
  }
}
pairs(TRADITIONAL, ONLY_TRADITIONAL)
pairs(EITHER, EITHER_SCRIPT)
for (const c of SIMPLIFIED) kinds[c.charCodeAt(0)]! |= ONLY_SIMPLIFIED

/** The kinds (bits) of the character at an offset. */
export const kindAt = (text: string, at: number): number => kinds[text.charCodeAt(at)]!

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
  const differs = (i: number): boolean => (targets[from.charCodeAt(i)] ?? from[i]) !== to[i]
  const at = Array.from(from, (_, i) => i)
  const anchor = at.find(i => (kindAt(from, i) & EITHER_SCRIPT) !== 0 || differs(i))
  if (anchor === undefined) return
  kinds[from.charCodeAt(anchor)]! |= IN_WORD
  const sure = at.some(i => (kindAt(from, i) & ONLY_TRADITIONAL) !== 0)
  const list = byAnchor.get(from[anchor]!) ?? []
  byAnchor.set(from[anchor]!, list)
  list.push({from, to, anchor, sure})
}

/** A traditional character as simplified text writes it; itself when it is none. */
export const simplified = (c: string): string => (c.length > 1 ? astral.get(c) : targets[c.charCodeAt(0)]) ?? c
