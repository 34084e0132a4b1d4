/** The clauses of a tree → what is odd about their numbers: gaps, doubles, restarts, wrong numbers, recovered clauses. */
import type {DraftDiagnostic} from '../../model/stages.ts'
import {DASH} from '../data/kinds.ts'
import {STEMS} from '../data/markers.ts'
import {label} from './cite.ts'
import {CLOSE} from './search.ts'
import type {Open} from './tree.ts'

/** A page with more odd numbers has no numbering to speak of. */
const MOST = 1000

/** The last clause of a kind, and the number that its place has, whatever its marker says. */
interface Latest {
  readonly open: Open
  readonly number: number
}

type Odd = Pick<DraftDiagnostic, 'code' | 'level' | 'message'>

/**
 * One diagnostic for each clause whose number does not follow the one before it, or that was recovered.
 * @param glued where the second pass found markers inside lines
 * @param late sequences may open above 1: the page is a part of a document, or tables took the first ones
 */
export function sequences(opens: readonly Open[], glued: readonly number[], late: boolean): DraftDiagnostic[] {
  const out: DraftDiagnostic[] = []
  const found = new Set(glued)
  const latest: (Latest | undefined)[] = []
  for (const open of opens) {
    if (open.kind < 0 || open.kind === DASH) continue
    const before = latest[open.kind]
    const odd = recovered(open, found) ?? oddity(open, before, late) ?? doubtful(open)
    latest[open.kind] = {open, number: slot(open, before)}
    if (odd) out.push({...odd, span: open.clause.marker!.span})
    if (out.length < MOST) continue
    out.push({
      code: 'structure/limit',
      level: 'warning',
      message: `Unexpected numbers beyond these ${MOST}, expected few`,
    })
    break
  }
  return out
}

function recovered(open: Open, glued: ReadonlySet<number>): Odd | null {
  const {evidence, marker} = open.clause
  if (evidence === 'implied')
    return {
      code: 'structure/recovered-clause',
      level: 'warning',
      message: `Unexpected line without a marker, expected ${label(open.clause)}`,
    }
  if (!glued.has(marker!.span.start)) return null
  return {
    code: 'structure/recovered-clause',
    level: 'info',
    message: `Unexpected ${rawOf(open)} inside a line, expected it at the head of one`,
  }
}

/** The marker as written, on one line. */
const rawOf = ({clause}: Open): string => clause.marker!.raw.replace(/\s+/g, '')

/** Of 1.2.3 the 3: the number that counts among siblings. */
const own = ({clause: {marker}}: Open): number => (marker!.style === 'decimal' ? marker!.sub.at(-1)! : marker!.number)

/** The number of a clause's place: its own, or the next when it is misnumbered; 第841条之1 keeps its own in a new section too. */
function slot(open: Open, before: Latest | undefined): number {
  const isAdded = open.clause.marker!.style !== 'decimal' && open.clause.marker!.sub.length > 0
  if (open.fit !== 'misnumbered' || isAdded) return own(open)
  if (before && (before.open.parent === open.parent || own(open) > before.number)) return before.number + 1
  return 1
}

function oddity(open: Open, before: Latest | undefined, late: boolean): Odd | null {
  if (open.fit === 'deep')
    return {code: 'structure/depth', level: 'warning', message: `Unexpected ${rawOf(open)}, expected no deeper level`}
  const n = own(open)
  const sibling = before && before.open.parent === open.parent && prefix(before.open) === prefix(open)
  const last = before ? before.number : 0
  if (n === last + 1 || (n === last && open.clause.marker!.sub.length > 0 && before)) return null
  if (!sibling) return n === 1 || (late && !before) ? null : gap(open, prefix(open) === '' && n > last ? last + 1 : 1)
  if (n === last)
    return {
      code: 'structure/sequence-duplicate',
      level: 'warning',
      message: `Unexpected ${rawOf(open)} again, expected ${labelled(open, last + 1)} after ${rawOf(before.open)}`,
    }
  if (n === 1) {
    if (open.led) return null
    return {
      code: 'structure/sequence-restart',
      level: 'info',
      message: `Unexpected ${rawOf(open)}, expected ${labelled(open, last + 1)}`,
    }
  }
  if (open.fit !== 'misnumbered' && n > last) return gap(open, last + 1)
  return {
    code: 'structure/misnumbered',
    level: 'warning',
    message: `Unexpected ${rawOf(open)}, expected ${labelled(open, last + 1)}`,
  }
}

const gap = (open: Open, expected: number): Odd => ({
  code: 'structure/sequence-gap',
  level: 'warning',
  message: `Unexpected ${rawOf(open)}, expected ${labelled(open, expected)}`,
})

const prefix = ({clause: {marker}}: Open): string =>
  marker!.style === 'decimal' ? [marker!.number, ...marker!.sub.slice(0, -1)].join('.') : ''

const ROMAN = ['I', 'II', 'III', 'IV', 'V', 'VI', 'VII', 'VIII', 'IX', 'X', 'XI', 'XII', 'XIII', 'XIV', 'XV']
/** Markers that are cited as they stand: the sign for another number in place of theirs. */
const SIGNS = {
  letter: (raw: string, n: number): string =>
    raw
      .trim()
      .replace(/[\u3400-\u9fff]/, STEMS[n - 1] ?? `${n}`)
      .replace(/[A-Za-z]/, c => String.fromCharCode(c.charCodeAt(0) - ((c.charCodeAt(0) - 1) % 32) + n - 1)),
  roman: (raw: string, n: number): string =>
    raw
      .trim()
      .replace(/[IVX]{1,5}/, ROMAN[n - 1] ?? `${n}`)
      .replace(/[ivx]{1,5}/, (ROMAN[n - 1] ?? `${n}`).toLowerCase()),
  circled: (_: string, n: number): string => (n <= 20 ? String.fromCharCode(0x245f + n) : `${n}`),
}

/** The marker as it would stand with another number. */
function labelled(open: Open, number: number): string {
  const marker = open.clause.marker!
  if (marker.style in SIGNS) return SIGNS[marker.style as keyof typeof SIGNS](marker.raw, number)
  const sub = marker.style === 'decimal' ? [...marker.sub.slice(0, -1), number] : []
  return label({...open.clause, marker: {...marker, raw: '', number: sub.length > 0 ? marker.number : number, sub}})
}

function doubtful(open: Open): Odd | null {
  const {second} = open
  if (!second || open.margin >= CLOSE) return null
  const other = second.reading === null ? 'text' : `a marker at level ${second.depth + 1}`
  return {
    code: 'structure/ambiguous-marker',
    level: 'info',
    message: `Unexpected ${rawOf(open)} here, which may be ${other}, expected a clear place`,
  }
}
