/** Decisions → where sequences jump, and the missing markers that stand inside the lines between. */
import {readings} from './markers.ts'
import type {Piece, TextPiece} from './pieces.ts'
import type {Decision} from './search.ts'

/** Where a sequence jumps: between two pieces, from one number to another. */
export interface Gap {
  readonly from: number
  readonly to: number
  readonly kind: number
  readonly depth: number
  readonly first: number
  readonly last: number
}

const MOST_MISSING = 4

/** The gaps of the best reading, each between two markers of one kind and depth. */
export function gaps(text: string, cut: readonly Piece[], decisions: readonly (Decision | null)[]): Gap[] {
  const out: Gap[] = []
  const latest: ({index: number; number: number} | undefined)[] = []
  for (let i = 0; i < cut.length; i++) {
    const d = decisions[i]
    if (!d?.reading || d.reading.sub.length > 0) continue
    const {kind, number} = d.reading
    const before = latest[kind]
    if (d.fit === 'late' && number === 2) {
      const lead = leadBefore(text, cut, decisions, i)
      if (lead >= 0) out.push({from: lead, to: i, kind, depth: d.depth, first: 1, last: 1})
    }
    if (before && d.fit === 'gap' && number > before.number + 1 && number - before.number - 1 <= MOST_MISSING)
      out.push({from: before.index, to: i, kind, depth: d.depth, first: before.number + 1, last: number - 1})
    latest[kind] = {index: i, number}
  }
  return out
}

const MOST_PARAGRAPHS = 8
/** 答：1.关于捐赠扣除: the first of a list right after a lead of a few characters. */
const OPENS_LIST = /^[^。；，：]{1,10}：[ \u3000]{0,2}(?:[（(]?[1一][)）]|[1一][.．、](?!\d))/

/** The line before a 2 that stands without its 1: 注：1.… may hold it, and paragraphs above that open so. */
function leadBefore(text: string, cut: readonly Piece[], decisions: readonly (Decision | null)[], i: number): number {
  for (let at = i - 1; at >= Math.max(0, i - MOST_PARAGRAPHS); at--) {
    const piece = cut[at]!
    if (piece.kind !== 'text' || decisions[at]?.reading) break
    if (OPENS_LIST.test(text.slice(piece.start, Math.min(piece.end, piece.start + 24)))) return at
  }
  return cut[i - 1]?.kind === 'text' && !decisions[i - 1]?.reading ? i - 1 : -1
}

/** Where, inside the lines that a gap spans, the missing markers stand after the end of a sentence. */
export function glued(text: string, cut: readonly Piece[], decisions: readonly (Decision | null)[]): number[] {
  const out: number[] = []
  const latest: (number | undefined)[] = []
  for (const gap of gaps(text, cut, decisions)) {
    let expected = gap.first
    for (let i = gap.from; i < gap.to && expected <= gap.last; i++) {
      const piece = cut[i]!
      if (piece.kind !== 'text') continue
      for (const at of ends(text, piece.start, piece.end, gap.first === 1)) {
        const found = readings(text.slice(at, Math.min(at + 40, piece.end))).find(r => r.kind === gap.kind)
        if (found?.number !== expected || found.accept > 0) continue
        out.push(at)
        expected++
      }
    }
  }
  out.push(...firstsGlued(text, cut, decisions))
  const late = new Set<number>()
  for (const d of decisions) if (d?.fit === 'late' && d.reading?.number === 2) late.add(d.reading.kind)
  for (const kind of late) latest[kind] = 0
  for (let i = 0; i < cut.length; i++) {
    const at = i > 0 ? headGlued(text, cut, decisions, i, latest) : undefined
    if (at !== undefined && !out.includes(at)) out.push(at)
    const reading = decisions[i]?.reading
    if (reading) latest[reading.kind] = reading.number
  }
  return out.sort((a, b) => a - b)
}

const MOST_NAME = 36
/** A name, or two with a comma between them: 明确目标任务，促进学前教育发展. */
const NAME = /^[\u3400-\u9fff][^。；，：,;]{0,20}(?:[，,][^。；，：,;]{3,20})?(?<=[\u3400-\u9fff）”》])$/
/** What a marker can begin with that stands right after a name. */
const BEGINS = /[\d（(①-⑳⑴-⑽一]/g

/**
 * The first of a list on the line of the heading that it stands under: 一、师资建设1.提高素养。 over 2.引进教师。 The
 * list opens late without it, and what stands before it is a name. Lists that count on across their headings do so too.
 */
function firstsGlued(text: string, cut: readonly Piece[], decisions: readonly (Decision | null)[]): number[] {
  const out: number[] = []
  let over = -1
  for (let i = 0; i < cut.length; i++) {
    const d = decisions[i]
    if (!d?.reading) continue
    const above = over >= 0 ? decisions[over]! : null
    const {kind, number} = d.reading
    if (above?.depth === d.depth - 1 && number > 1) {
      const at = inName(text, cut[over] as TextPiece, above.reading!.length, kind, number - 1)
      if (at !== undefined) out.push(at)
    }
    over = i
  }
  return out
}

/** Where a marker of a kind and number stands after the name that opens a clause; undefined when none does. */
function inName(text: string, piece: TextPiece, marker: number, kind: number, number: number): number | undefined {
  const from = piece.start + marker
  for (const m of text.slice(from, Math.min(piece.end, from + MOST_NAME)).matchAll(BEGINS)) {
    const name = text.slice(from, from + m.index).trim()
    if (/[。；：;]/.test(name)) return undefined
    if (!NAME.test(name)) continue
    const at = from + m.index
    const found = readings(text.slice(at, Math.min(at + 40, piece.end))).find(r => r.kind === kind)
    if (found?.number === number && found.accept === 0 && found.reject >= SURE) return at
  }
  return undefined
}
const SURE = 2.5

const MOST_HEAD = 45

/**
 * A heading at the end of the line above the list that it heads: …2000元。（二）改善办学条件 over ①. Its number must be
 * the very next of its style, which stands above the list's.
 */
function headGlued(
  text: string,
  cut: readonly Piece[],
  decisions: readonly (Decision | null)[],
  i: number,
  latest: readonly (number | undefined)[],
): number | undefined {
  const reading = decisions[i]?.reading
  const before = cut[i - 1]!
  if (reading?.number !== 1 || before.kind !== 'text' || before.end - before.start < 12) return undefined
  const from = Math.max(before.start, before.end - MOST_HEAD - 6)
  for (const at of ends(text, from, before.end, false)) {
    const rest = text.slice(at, before.end)
    if (rest.length > MOST_HEAD || /[。；！？]/.test(rest)) continue
    const found = readings(rest).find(r => r.kind !== reading.kind && r.accept === 0 && r.reject >= 2.5)
    const last = found && latest[found.kind]
    if (found && last !== undefined && found.number === last + 1 && rest.length > found.length) return at
  }
  return undefined
}

const ENDS = /[。；！？”）][ \u3000]{0,4}(?=[^ \u3000。；！？”）])/g
const ENDS_AND_LEADS = /[。；！？”）：][ \u3000]{0,4}(?=[^ \u3000。；！？”）：])/g

/** The places after the ends of sentences, white space passed over; of a list's first marker after its lead too. */
function* ends(text: string, start: number, end: number, leads: boolean): Generator<number> {
  for (const m of text.slice(start, end).matchAll(leads ? ENDS_AND_LEADS : ENDS)) yield start + m.index + m[0].length
}
