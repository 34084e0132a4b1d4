/** `№ШУЪУЎ·ў`, `╣╪╙┌╙í╖ó`, `е…ідєЋеЌ°` → 关于印发: bytes of Chinese that were read in an encoding of one byte a letter, Cyrillic or an old computer's. */
import {isCommon} from '../data/syllables.ts'
import type {RepairEdit, RepairRule} from '../repair.ts'

/** Those of the Encoding Standard, and the letters and frames of the first IBM computers from 0x80 on. */
const STANDARD = ['windows-1251', 'koi8-r', 'ibm866', 'macintosh']
const IBM =
  'ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜ¢£¥₧ƒáíóúñÑªº¿⌐¬½¼¡«»░▒▓│┤╡╢╖╕╣║╗╝╜╛┐└┴┬├─┼╞╟╚╔╩╦╠═╬╧╨╤╥╙╘╒╓╫╪┘┌█▄▌▐▀αßΓπΣσµτΦΘΩδ∞φε∩≡±≥≤⌠⌡÷≈°∙·√ⁿ²■\u00a0'
const ENCODINGS = ['utf-8', 'gb18030', 'big5']

/** Letters that neither Windows-1252 nor a Chinese sentence has. */
const TRACES = '\u0401-\u045f\u0490\u0491\u2550-\u256c\u2591-\u2593∆∂∏∑√∫∞≠Ω†‡ÂÊÁËÈÎÍÌÓÔÒÚÛÙıˆ˜¯˘˙˚¸˝˛ˇ'
const STRANGE = new RegExp(`[${TRACES}]`, 'g')
const HIGH = /[^\x00-\x7f]/g
const HAN = /[\u3400-\u9fff]/g
/** What is no Chinese text in any of the encodings. */
const NO_TEXT = /[\u0080-\u2009\u2500-\u257f\ue000-\uf8ff\ufffd]/
/** So many letters, and such a share of everyday characters, make a line certain; so many such lines a page. */
const ENOUGH = 8
const COMMON_SHARE = 0.9
const CERTAIN = 3

/** Where tables of the same encoding differ. */
const OTHERS: ReadonlyMap<string, number> = new Map([
  ['\u2126', 0xbd],
  ['¤', 0xdb],
])

let tables: readonly ReadonlyMap<string, number>[] | undefined

/** Before the pairs, in which such letters make sense at times. A line with Chinese in it was not read so. */
export const singleByte: RepairRule = {
  id: 'single-byte',
  why: 'Chinese that was read as Cyrillic or Latin letters and signs',
  traces: TRACES,
  find(text): RepairEdit[] {
    const lines = text.split('\n')
    const isSuspect = (line: string): boolean => !line.match(HAN) && (line.match(STRANGE)?.length ?? 0) > 1
    if (!lines.some(line => isSuspect(line) && line.match(HIGH)!.length >= ENOUGH)) return []
    tables ??= tablesOf()
    const found = tables.flatMap(table =>
      ENCODINGS.map(encoding => lines.map(line => (line.match(HIGH) ? decoded(line, table, encoding) : undefined))),
    )
    const certain = (said: readonly (string | undefined)[]): number =>
      said.filter((one, i) => one && isSuspect(lines[i]!) && lines[i]!.match(HIGH)!.length >= ENOUGH).length
    const best = found.reduce((a, b) => (certain(b) > certain(a) ? b : a))
    const isPage = certain(best) >= CERTAIN
    let start = 0
    return lines.flatMap((line, i) => {
      const at = start
      start += line.length + 1
      const isSure = isSuspect(line) && line.match(HIGH)!.length >= ENOUGH
      const insert = isSure || (isPage && !line.match(HAN)) ? best[i] : undefined
      return insert === undefined ? [] : [{start: at, end: at + line.length, insert, confidence: 0.99}]
    })
  },
}

const UPPER = Uint8Array.from({length: 128}, (_, i) => 0x80 + i)

const tablesOf = (): ReadonlyMap<string, number>[] =>
  [...STANDARD.map(name => new TextDecoder(name).decode(UPPER)), IBM].map(
    letters =>
      new Map([
        ...(letters.includes('∆') ? OTHERS : []),
        ...[...letters].map((letter, i) => [letter, 0x80 + i] as const),
      ]),
  )

/** What the bytes of a line say in an encoding, where that is Chinese. */
function decoded(line: string, table: ReadonlyMap<string, number>, encoding: string): string | undefined {
  const bytes = new Uint8Array(line.length)
  for (let i = 0; i < line.length; i++) {
    const byte = line[i]! < '\x80' ? line.charCodeAt(i) : table.get(line[i]!)
    if (byte === undefined) return undefined
    bytes[i] = byte
  }
  try {
    const said = new TextDecoder(encoding, {fatal: true, ignoreBOM: true}).decode(bytes)
    const han = said.match(HAN) ?? []
    const isChinese = !NO_TEXT.test(said) && han.length > 0 && han.filter(isCommon).length >= han.length * COMMON_SHARE
    return isChinese ? said : undefined
  } catch {
    return undefined
  }
}
