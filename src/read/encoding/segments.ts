/** Bytes → stretches of lines in one encoding each: files put together from parts that were saved differently. */
import {isUtf8} from 'node:buffer'
import {EVIDENCE, highBytes} from './evidence.ts'
import {likelihood} from './likelihood.ts'
import {type Run, runsIn} from './runs.ts'

export interface Segment {
  readonly start: number
  readonly end: number
  readonly encoding: string
  /** A part of a line, the rest of which is in another encoding. */
  readonly isPart?: true
}

const LEGACY = ['gb18030', 'big5'] as const

/**
 * Cuts at line ends, which are the same byte in UTF-8, GB18030 and Big5. A line, or a run inside it, leaves the encoding of
 * the file only when it is valid in another and looks clearly more like Chinese there.
 */
export function segments(bytes: Uint8Array, encoding: string): Segment[] {
  const whole = [{start: 0, end: bytes.length, encoding}]
  if (encoding === 'utf-8' ? isUtf8(bytes) : !LEGACY.includes(encoding as 'big5')) return whole
  const out: Segment[] = []
  for (let start = 0; start < bytes.length; ) {
    const feed = bytes.indexOf(10, start)
    const end = feed < 0 ? bytes.length : feed + 1
    const line = bytes.subarray(start, end)
    const runs = partsOf(line, encoding)
    if (runs) {
      for (const run of runs)
        out.push({start: start + run.start, end: start + run.end, encoding: run.encoding, isPart: true})
      start = end
      continue
    }
    const other = encoding === 'utf-8' ? legacyLine(line) : utf8Line(line, encoding)
    add(out, {start, end, encoding: other ?? (highBytes(line) === 0 ? '' : encoding)})
    start = end
  }
  return out.length === 0 ? whole : out.map(s => (s.encoding === '' ? {...s, encoding} : s))
}

/** The runs of a line that is in two encodings. */
function partsOf(line: Uint8Array, encoding: string): Run[] | undefined {
  if (encoding === 'utf-8') return isUtf8(line) ? undefined : runsIn(line, encoding, 'gb18030')
  return hasUtf8(line) && !isUtf8(line) ? runsIn(line, encoding, encoding) : undefined
}

/** Whether two characters of UTF-8, which are rare ones in an encoding of pairs, stand side by side or with ASCII between. */
function hasUtf8(line: Uint8Array): boolean {
  let found = 0
  for (let i = 0; i + 2 < line.length; i++) {
    if (line[i]! >= 0xe3 && line[i]! < 0xf0 && line[i + 1]! >> 6 === 2 && line[i + 2]! >> 6 === 2) {
      if (++found > 1) return true
      i += 2
    } else if (line[i]! >= 0x80) found = 0
  }
  return false
}

/** Lines of ASCII (no name) go with what is before them. */
function add(out: Segment[], next: Segment): void {
  const last = out.at(-1)
  if (last && !last.isPart && (last.encoding === next.encoding || next.encoding === '' || last.encoding === ''))
    out[out.length - 1] = {start: last.start, end: next.end, encoding: last.encoding || next.encoding}
  else out.push(next)
}

function legacyLine(line: Uint8Array): string | undefined {
  if (isUtf8(line) || highBytes(line) < EVIDENCE) return undefined
  const asIs = likelihood(new TextDecoder().decode(line))
  return LEGACY.find(encoding => likelihood(strict(line, encoding)) > asIs + 1)
}

function utf8Line(line: Uint8Array, encoding: string): string | undefined {
  if (highBytes(line) < EVIDENCE || !isUtf8(line)) return undefined
  return likelihood(strict(line, 'utf-8')) > likelihood(new TextDecoder(encoding).decode(line)) + 1
    ? 'utf-8'
    : undefined
}

/** The text, or U+FFFF (worth nothing) where it is not valid. */
function strict(bytes: Uint8Array, encoding: string): string {
  try {
    return new TextDecoder(encoding, {fatal: true}).decode(bytes)
  } catch {
    return '\uFFFF'
  }
}
