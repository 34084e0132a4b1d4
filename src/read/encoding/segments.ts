/** Bytes → stretches of lines in one encoding each: files put together from parts that were saved differently. */
import {isUtf8} from 'node:buffer'
import {EVIDENCE, highBytes} from './evidence.ts'
import {likelihood} from './likelihood.ts'

export interface Segment {
  readonly start: number
  readonly end: number
  readonly encoding: string
}

const LEGACY = ['gb18030', 'big5'] as const

/**
 * Cuts at line ends, which are the same byte in UTF-8, GB18030 and Big5. A line leaves the encoding of the file only
 * when it is valid in another and looks clearly more like Chinese there.
 */
export function segments(bytes: Uint8Array, encoding: string): Segment[] {
  const whole = [{start: 0, end: bytes.length, encoding}]
  if (encoding === 'utf-8' ? isUtf8(bytes) : !LEGACY.includes(encoding as 'big5')) return whole
  const out: Segment[] = []
  for (let start = 0; start < bytes.length; ) {
    const feed = bytes.indexOf(10, start)
    const end = feed < 0 ? bytes.length : feed + 1
    const line = bytes.subarray(start, end)
    const other = encoding === 'utf-8' ? legacyLine(line) : utf8Line(line, encoding)
    add(out, {start, end, encoding: other ?? (highBytes(line) === 0 ? '' : encoding)})
    start = end
  }
  return out.length === 0 ? whole : out.map(s => (s.encoding === '' ? {...s, encoding} : s))
}

/** Lines of ASCII (no name) go with what is before them. */
function add(out: Segment[], next: Segment): void {
  const last = out.at(-1)
  if (last && (last.encoding === next.encoding || next.encoding === '' || last.encoding === ''))
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
