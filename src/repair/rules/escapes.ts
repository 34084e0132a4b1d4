/** `\u56fd\u52a1\u9662`, `%u56FD`, `%E5%9B%BD`, `=E5=9B=BD` → 国: text escaped for a script, an address or a mail, and never read back. */
import {isCommon} from '../data/syllables.ts'
import type {RepairEdit, RepairRule} from '../repair.ts'

/** A run of escapes that stand for UTF-16 units; a string in a string has its backslash twice, or four times. */
const UNITS =
  /(?:(?:\\{1,4}|%)u[0-9a-fA-F]{4}){1,4000}|(?:\\{1,2}u\{[0-9a-fA-F]{4,5}\}){1,4000}|(?:<U\+[0-9A-F]{4,5}>){1,4000}/g
/** The same without what marked them as such: two make one of them certain, and three of these a page. */
const BARE = /(?:u[0-9a-f]{4}){1,4000}|(?:U\+[0-9A-F]{4}){1,4000}/g
const BARE_RUN = /(?:u[0-9a-f]{4}){2}|(?:U\+[0-9A-F]{4}){2}/
const CHINESE = /^[\u2010-\u2030\u2460-\u24ff\u3000-\u303f\u3400-\u9fff\uff00-\uffef]+$/
/** Runs that stand for bytes. Quoted-printable may end a line inside a character. */
const BYTES: readonly RegExp[] = [
  /(?:%[0-9a-fA-F]{2}){1,4000}/g,
  /=[0-9A-F]{2}(?:(?:=\n)?=[0-9A-F]{2}){0,4000}/g,
  /(?:\\{1,2}x[0-9a-fA-F]{2}){1,4000}/g,
  /(?:<[0-9a-f]{2}>){3,4000}/g,
  /(?:\\[0-3][0-7]{2}){3,4000}/g,
]
const HAN = /[\u3400-\u9fff]/
/** What no text holds: control characters and halves of pairs. */
const NO_TEXT = /[\x00-\x08\x0b-\x1f\x7f-\x9f\ufffd\ud800-\udfff]/u
/** What a string writes with a backslash, beside the characters that were escaped. */
const IN_STRING = /\\{1,4}(["/nrt])/g
const SAYS: Readonly<Record<string, string>> = {'"': '"', '/': '/', n: '\n', r: '', t: '\t'}
/** So many runs with Chinese in them make a page that was escaped throughout: its ASCII was, too. */
const ESCAPED_PAGE = 3
/** What is escaped in an address belongs to it. */
const ADDRESS = /^(?:www\.|\/)|\/\/|[?&@]/i
const REACH = 200

/**
 * A run is read when it says something Chinese, and its bytes are UTF-8, or GBK of everyday characters. An address keeps
 * its escapes.
 */
export const escapes: RepairRule = {
  id: 'escapes',
  why: 'text that was escaped for a script, an address or a mail',
  traces: '\\%=<uU',
  find(text): RepairEdit[] {
    const unmarked = bare(text)
    const edits = [
      ...(unmarked.length > 0 ? unmarked : units(text)),
      ...lineFeeds(text),
      ...BYTES.flatMap(pattern => bytes(text, pattern)),
    ]
    edits.sort((a, b) => a.start - b.start)
    return edits.filter((edit, i) => i === 0 || edits[i - 1]!.end <= edit.start)
  },
}

const edit = (start: number, end: number, insert: string): RepairEdit => ({start, end, insert, confidence: 0.99})

function units(text: string): RepairEdit[] {
  if (!/[\\%]u\{?[0-9a-fA-F]{4}|<U\+/.test(text)) return []
  const found = [...text.matchAll(UNITS)].map(({0: run, index}) => {
    return edit(index, index + run.length, charactersOf(run))
  })
  const isText = found.filter(({insert}) => HAN.test(insert)).length >= ESCAPED_PAGE
  const read = found.filter(({insert}) => !NO_TEXT.test(insert) && (isText || HAN.test(insert)))
  return isText && text.includes('\\u') ? [...read, ...inStrings(text)] : read
}

const charactersOf = (run: string): string =>
  run.match(/[0-9a-fA-F]{4,5}/g)!.reduce((said, code) => said + characterOf(Number.parseInt(code, 16)), '')

/** Halves of pairs stand one by one. */
const characterOf = (code: number): string => (code > 0xffff ? String.fromCodePoint(code) : String.fromCharCode(code))

/** u5173u4e8e, U+5173U+4E8E: escapes that lost what marked them. */
function bare(text: string): RepairEdit[] {
  if (!BARE_RUN.test(text)) return []
  const found = [...text.matchAll(BARE)]
    .filter(({0: run, index}) => !(run.length > 6 ? /[\\<]/ : /[\\A-Za-z<]/).test(text[index - 1] ?? ''))
    .map(({0: run, index}) => edit(index, index + run.length, charactersOf(run)))
    .filter(({insert}) => CHINESE.test(insert))
  const runs = found.filter(({insert}) => insert.length > 1)
  return runs.length >= ESCAPED_PAGE || runs.some(({insert}) => insert.length >= ESCAPED_PAGE * 2) ? found : []
}

/** 第一条。\\n第二条: line ends of a string, between Chinese text. */
function lineFeeds(text: string): RepairEdit[] {
  if (!text.includes('\\n')) return []
  const found = [...text.matchAll(LINE_FEEDS)]
  return found.length < ESCAPED_PAGE
    ? []
    : found.map(m => edit(m.index, m.index + m[0].length, '\n'.repeat(m[0].match(/n/g)!.length)))
}
const LINE_FEEDS =
  /(?<=[\u3000-\u303f\u3400-\u9fff\uff00-\uffef\u2010-\u2027 0-9"])(?:(?:\\{1,2}r)?\\{1,2}n){1,8}(?=[\s\u3000-\u303f\u3400-\u9fff\uff00-\uffef\u2010-\u2027\u2460-\u24ff0-9("]|$)/g

const inStrings = (text: string): RepairEdit[] =>
  [...text.matchAll(IN_STRING)].map(m => edit(m.index, m.index + m[0].length, SAYS[m[1]!]!))

function bytes(text: string, pattern: RegExp): RepairEdit[] {
  const runs = [...text.matchAll(pattern)].filter(({index}) => !isInAddress(text, index))
  const read = (isLenient: boolean): RepairEdit[] =>
    runs.flatMap(({0: run, index}) => {
      const insert = decoded(run, isLenient)
      return insert === undefined ? [] : [edit(index, index + run.length, insert)]
    })
  const own = read(false)
  const single = everyday(read(true))
  const chinese = single.length > own.length ? single : own
  const isPage = own.length >= ESCAPED_PAGE || chinese.some(({start, end}) => text.slice(start, end).includes('\n'))
  if (!isPage) return chinese
  const all = read(true)
  return text[chinese[0]!.start] === '=' ? [...all, ...softBreaks(text, all)] : all
}

/** Characters of GBK one by one, which are everyday ones where there are several: two bytes alone may say anything. */
const everyday = (found: readonly RepairEdit[]): RepairEdit[] => {
  const single = found.filter(({insert}) => HAN.test(insert))
  return single.length >= ESCAPED_PAGE && single.every(({insert}) => [...insert].every(isCommon)) ? single : []
}

/** Line ends that quoted-printable has put between two characters. */
const softBreaks = (text: string, found: readonly RepairEdit[]): RepairEdit[] => {
  const inside = new Set(
    found.flatMap(({start, end}) => [...text.slice(start, end).matchAll(/=\n/g)].map(m => start + m.index)),
  )
  return [...text.matchAll(/=\n/g)].filter(m => !inside.has(m.index)).map(m => edit(m.index, m.index + 2, ''))
}

function isInAddress(text: string, at: number): boolean {
  const before = text.slice(Math.max(0, at - REACH), at)
  return ADDRESS.test(/[!-~]*$/.exec(before)![0])
}

/** What the bytes of a run say; undefined when that is no Chinese text, or nothing that can be told on this page. */
function decoded(run: string, isLenient: boolean): string | undefined {
  const values = /^\\[0-3]/.test(run)
    ? run.match(/[0-7]{3}/g)!.map(byte => Number.parseInt(byte, 8))
    : run.match(/[0-9a-fA-F]{2}/g)!.map(pair => Number.parseInt(pair, 16))
  const as = (encoding: string): string | undefined => {
    try {
      return new TextDecoder(encoding, {fatal: true, ignoreBOM: true}).decode(Uint8Array.from(values))
    } catch {
      return undefined
    }
  }
  const unicode = as('utf-8')
  const isUnicode = unicode !== undefined && (HAN.test(unicode) || !/[^\x00-\x7f]/.test(unicode))
  const said = isUnicode ? unicode : (as('gb18030') ?? unicode)
  if (said === undefined || NO_TEXT.test(said)) return undefined
  if (isLenient) return said
  return HAN.test(said) && (unicode !== undefined || isEveryday(said)) ? said : undefined
}

function isEveryday(text: string): boolean {
  const han = [...text].filter(c => HAN.test(c))
  return han.length >= 2 && han.filter(isCommon).length >= han.length * 0.9
}
