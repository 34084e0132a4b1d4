// What the web does to characters, made on purpose: the forward side of the repairs of glosses, script and characters.
import {READINGS} from '../../src/repair/data/readings.generated.ts'
import {EITHER, TRADITIONAL} from '../../src/repair/data/script.generated.ts'
import {unified} from '../../src/repair/rules/radicals.ts'

/** A damage and a share of the characters that it may hit. The same seed does the same damage. */
export type Damage = (text: string, random: () => number) => string

/** Numbers in [0, 1) by mulberry32; the same for the same seed. */
export function randomFrom(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296
  }
}

const pick = <T>(list: readonly T[], random: () => number): T => list[Math.floor(random() * list.length)]!

/** Every character through `change`; one that has no damage of this kind stays. */
const each =
  (share: number, change: (c: string, random: () => number) => string | undefined): Damage =>
  (text, random) =>
    [...text].map(c => (random() < share ? (change(c, random) ?? c) : c)).join('')

const readings = new Map<string, string[]>()
for (const entry of READINGS.split(' ')) {
  const base = /^[a-z]+/.exec(entry)![0]
  for (const c of entry.slice(base.length).split('.').join('')) readings.set(c, [...(readings.get(c) ?? []), base])
}

/** The tone mark goes on a or e, else on the o of ou, else on the last vowel. */
function toned(base: string, random: () => number): string {
  const strong = /[ae]|o(?=u)/.exec(base)?.index
  const at = strong ?? Math.max(...[...'iouv'].map(vowel => base.lastIndexOf(vowel)))
  const mark = pick(['\u0304', '\u0301', '\u030c', '\u0300'], random)
  return at < 0 ? base : `${base.slice(0, at + 1)}${mark}${base.slice(at + 1)}`.replace('v', 'ü').normalize('NFC')
}

const gloss =
  (brackets: string, write: (base: string, random: () => number) => string) =>
  (c: string, random: () => number): string | undefined => {
    const list = readings.get(c)
    return list && c + brackets[0] + write(pick(list, random), random) + brackets[1]
  }

const radicals = new Map<string, string>()
for (let unit = 0x2e80; unit < 0x2fd6; unit++) {
  const radical = String.fromCharCode(unit)
  if (unified(radical) !== radical) radicals.set(unified(radical), radical)
}

/** Simplified character → the traditional ones that become it. */
const traditional = new Map<string, string[]>()
const listed = [...TRADITIONAL, ...EITHER]
for (let i = 0; i < listed.length; i += 2)
  traditional.set(listed[i + 1]!, [...(traditional.get(listed[i + 1]!) ?? []), listed[i]!])

/** Character → its reference, as a page writes it that escapes once too often: by name, in decimal or hexadecimal. */
const named: Readonly<Record<string, string>> = {
  '“': 'ldquo',
  '”': 'rdquo',
  '—': 'mdash',
  '·': 'middot',
  '<': 'lt',
  '>': 'gt',
}

/** Escapes a character, and what that gives, so many times over. */
const escaped =
  (times: number) =>
  (c: string, random: () => number): string | undefined => {
    if (c === '\n' || c === '&') return undefined
    const code = c.codePointAt(0)!
    const name =
      named[c] ?? pick([`#${code}`, `#x${code.toString(16)}`, `#X${code.toString(16).toUpperCase()}`], random)
    return `&${'amp;'.repeat(times - 1)}${name};`
  }

export const damages: Readonly<Record<string, Damage>> = {
  'pinyin with tones': each(0.04, gloss('()', toned)),
  'pinyin with tones, full-width brackets': each(0.04, gloss('（）', toned)),
  'pinyin without tones': each(
    0.04,
    gloss('()', base => base.replace('v', 'ü')),
  ),
  'a few glosses only': each(0.002, gloss('()', toned)),
  'entities escaped again': each(0.05, escaped(1)),
  'entities escaped twice': each(0.05, escaped(2)),
  'entities escaped three times': each(0.05, escaped(3)),
  radicals: each(0.6, c => radicals.get(c)),
  'zero-width characters': each(0.05, (c, random) => c + pick(['\u200b', '\ufeff', '\u200e', '\u00ad'], random)),
  'any traditional form': each(0.95, (c, random) =>
    traditional.has(c) ? pick(traditional.get(c)!, random) : undefined,
  ),
  'full-width digits': each(0.9, c => (/[0-9]/.test(c) ? String.fromCharCode(c.charCodeAt(0) + 0xfee0) : undefined)),
}
