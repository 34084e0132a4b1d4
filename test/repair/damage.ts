/**
 * What the web does to a page, done on purpose: the forward model of shifted GBK and of wrong decodings.
 *
 * The model reproduces real pages byte for byte: glosses are set behind byte pairs wherever those occur, then the text
 * is cut before the byte pairs of 、。，！？； wherever they occur, and each piece is decoded alone.
 */
import iconv from 'iconv-lite'

export const SPLITTERS = [...'、。，！？；'].map(c => iconv.encode(c, 'gbk').toString('latin1'))

/** Bytes as a string of one unit a byte, which JavaScript can search and cut. */
export const bytesOf = (text: string): string => iconv.encode(text, 'gb18030').toString('latin1')

/**
 * Decodes a piece as GBK. A byte that has no partner vanishes; with a mark it becomes that mark, and takes the ASCII
 * character behind it along.
 */
export function decodeLenient(bytes: string, mark = ''): string {
  let whole = ''
  for (let at = 0; at < bytes.length; ) {
    const lead = bytes.charCodeAt(at)
    const trail = bytes.charCodeAt(at + 1)
    if (lead < 0x80) whole += bytes[at++]
    else if (lead > 0x80 && lead < 0xff && trail >= 0x40 && trail !== 0x7f && trail < 0xff) {
      whole += bytes.slice(at, at + 2)
      at += 2
    } else {
      whole += mark
      at += mark === '' ? 1 : 2
    }
  }
  return decodeGbk(whole)
}

/** Decodes sound GBK bytes; private-use pairs keep their code points. */
export const decodeGbk = (bytes: string): string => new TextDecoder('gb18030').decode(Buffer.from(bytes, 'latin1'))

/** Offsets of splitter pairs in bytes, and whether they are whole characters. */
export function cutsIn(bytes: string): {at: number; aligned: boolean}[] {
  const starts = new Set<number>()
  for (let at = 0; at < bytes.length; at += bytes.charCodeAt(at) < 0x80 ? 1 : 2) starts.add(at)
  const out: {at: number; aligned: boolean}[] = []
  for (let at = 0; at + 1 < bytes.length; at++)
    if (SPLITTERS.includes(bytes.slice(at, at + 2))) out.push({at, aligned: starts.has(at)})
  return out
}

/** Cuts bytes at the given places and decodes each piece alone. */
export function cutAndDecode(bytes: string, cuts: readonly number[], mark = ''): string {
  let text = ''
  let from = 0
  for (const at of [...cuts, bytes.length]) {
    text += decodeLenient(bytes.slice(from, at), mark)
    from = at
  }
  return text
}

/** Full-width ASCII and the ideographic space as the page printed them. */
export const fold = (text: string): string =>
  text.replace(/[\uff01-\uff5e]/g, c => String.fromCharCode(c.charCodeAt(0) - 0xfee0)).replace(/\u3000/g, ' ')

/** A line as the page shows it: every splitter pair cuts, also those across characters. */
export function shiftLine(line: string, mark = ''): string {
  const bytes = bytesOf(line)
  return fold(
    cutAndDecode(
      bytes,
      cutsIn(bytes).map(c => c.at),
      mark,
    ),
  )
}

/** Glosses behind every occurrence of the byte pairs of some characters; a half character before a bracket is `?`. */
export function glossLine(line: string, readings: Readonly<Record<string, string>>): string {
  let bytes = bytesOf(line)
  for (const [character, pinyin] of Object.entries(readings))
    bytes = bytes.replaceAll(bytesOf(character), `${bytesOf(character)}\x01${bytesOf(pinyin)}\x02`)
  let out = ''
  let piece = ''
  for (let at = 0; at < bytes.length; ) {
    const lead = bytes.charCodeAt(at)
    const trail = bytes.charCodeAt(at + 1)
    if (lead === 1) {
      out += `${decodeGbk(piece)}(`
      piece = ''
      at++
    } else if (lead === 2) {
      piece += ')'
      at++
    } else if (lead < 0x80) piece += bytes[at++]
    else if (trail === 1) {
      out += `${decodeGbk(piece)}?`
      piece = ''
      at += 2
    } else {
      piece += bytes.slice(at, at + 2)
      at += 2
    }
  }
  return out + decodeGbk(piece)
}

/** A random number generator that gives the same numbers every time. */
export function random(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296
  }
}

/** The other wrong ways to read a page, by name: what was written, and what it was read as. */
export const WRONG: Readonly<Record<string, (text: string) => string>> = {
  'utf-8 as gbk': text => decodeGbk(Buffer.from(text, 'utf8').toString('latin1')),
  'utf-8 as latin-1': text => Buffer.from(text, 'utf8').toString('latin1'),
  'utf-8 as cp1252': text => windows1252(Buffer.from(text, 'utf8')),
  'utf-8 as cp1252 twice': text => windows1252(Buffer.from(windows1252(Buffer.from(text, 'utf8')), 'utf8')),
  'utf-8 as latin-1 twice': text =>
    Buffer.from(Buffer.from(text, 'utf8').toString('latin1'), 'utf8').toString('latin1'),
  'gbk as latin-1': text => iconv.encode(text, 'gb18030').toString('latin1'),
  'gbk as cp1252': text => windows1252(iconv.encode(text, 'gb18030')),
  'big5 as gbk': text => decodeGbk(iconv.encode(text, 'big5').toString('latin1')),
  'gbk as big5': text => new TextDecoder('big5').decode(iconv.encode(text, 'gbk')),
}

const windows1252 = (bytes: Uint8Array): string => new TextDecoder('windows-1252').decode(bytes)
