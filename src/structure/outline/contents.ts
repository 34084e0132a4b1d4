/** Pieces → which of them are a table of contents: a run of headings that all come again. */
import {KINDS, type Kind} from '../data/kinds.ts'
import type {Piece, TextPiece} from './pieces.ts'

const LONGEST_ENTRY = 80
const FEWEST = 3
/** No table of contents is longer; what a page repeats further on is something else. */
const MOST_ENTRIES = 600

/** The indices of the pieces that list contents. The line 目录 itself is not among them: it is a heading. */
export function contents(text: string, cut: readonly Piece[]): Set<number> {
  const keys = cut.map(piece => (piece.kind === 'text' ? keyOf(text, piece) : ''))
  const out = new Set<number>()
  for (let i = 0; i < cut.length; i++) {
    const start = keys[i] === '目录' ? i + 1 : runOfGroups(cut, i) ? i : -1
    if (start < 0 || keys[start] === undefined || keys[start] === '') continue
    const end = again(keys, start)
    if (end - start < (start > i ? 2 : FEWEST)) continue
    for (let j = start; j < end; j++) out.add(j)
    i = end
  }
  return out
}

/** What two mentions of a heading share: no spaces, no dots and page number behind. */
const keyOf = (text: string, piece: TextPiece): string =>
  piece.end - piece.start > LONGEST_ENTRY
    ? ''
    : text
        .slice(piece.start, piece.end)
        .replace(/[\s.．…·—–-]{1,80}\d{1,4}[\s.．…·—–-]{0,8}$|[\s.．…·—–-]{2,80}$/, '')
        .replace(/\s/g, '')

/** Where the first entry stands again, all between being short; the start itself when it does not. */
function again(keys: readonly string[], start: number): number {
  const end = Math.min(keys.length, start + MOST_ENTRIES)
  for (let j = start + 1; j < end && keys[j] !== ''; j++) if (keys[j] === keys[start]) return j
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
