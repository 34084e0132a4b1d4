/** Pieces → which of them are a table of contents: a run of headings that all come again. */
import {KINDS, type Kind} from '../data/kinds.ts'
import type {Piece} from './pieces.ts'

const LONGEST_ENTRY = 80
const FEWEST = 3
/** No table of contents is longer; what a page repeats further on is something else. */
const MOST_ENTRIES = 600

/** The indices of the pieces that list contents. The line 目录 itself is not among them: it is a heading. */
export function contents(text: string, cut: readonly Piece[]): Set<number> {
  const out = new Set<number>()
  const key = keysOf(text, cut)
  for (let i = 0; i < cut.length; i++) {
    const start = startsAs(text, cut[i]!, '目') && key(i) === '目录' ? i + 1 : runOfGroups(cut, i) ? i : -1
    if (start < 0 || start >= cut.length) continue
    const end = again(key, start, cut.length)
    if (end - start < (start > i ? 2 : FEWEST)) continue
    for (let j = start; j < end; j++) out.add(j)
    i = end
  }
  return out
}

const startsAs = (text: string, piece: Piece, first: string): boolean =>
  piece.kind === 'text' && text.startsWith(first, piece.start)

/** The key of each piece, made when it is first asked for: most pages have no table of contents. */
function keysOf(text: string, cut: readonly Piece[]): (i: number) => string {
  const keys: string[] = []
  return i => (keys[i] ??= keyOf(text, cut[i]!))
}

/** What two mentions of a heading share: no spaces, no dots and page number behind. Empty for what is no heading. */
const keyOf = (text: string, piece: Piece): string =>
  piece.kind !== 'text' || piece.end - piece.start > LONGEST_ENTRY
    ? ''
    : text
        .slice(piece.start, piece.end)
        .replace(/[\s.．…·—–-]{1,80}\d{1,4}[\s.．…·—–-]{0,8}$|[\s.．…·—–-]{2,80}$/, '')
        .replace(/\s/g, '')

/** Where the first entry stands again, all between being short; the start itself when it does not. */
function again(key: (i: number) => string, start: number, pieces: number): number {
  const first = key(start)
  const end = first === '' ? start : Math.min(pieces, start + MOST_ENTRIES)
  for (let j = start + 1; j < end && key(j) !== ''; j++) if (key(j) === first) return j
  return start
}

/** Three chapter or section headings in a row. */
function runOfGroups(cut: readonly Piece[], i: number): boolean {
  if (i > 0 && isGroup(cut[i - 1])) return false
  return isGroup(cut[i]) && isGroup(cut[i + 1]) && isGroup(cut[i + 2])
}

function isGroup(piece: Piece | undefined): boolean {
  if (piece?.kind !== 'text') return false
  const kind: Kind | undefined = KINDS[piece.readings[0]?.kind ?? -1]
  return kind?.group === true
}
