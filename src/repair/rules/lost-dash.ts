/** 20192022年, 掌握13项: a number that seems to be two whose dash is gone. Told, never mended. */
import type {DraftDiagnostic} from '../../model/stages.ts'
import type {RepairRule} from '../repair.ts'

const YEARS = /(?<![0-9.])((?:19|20)[0-9]{2})((?:19|20)[0-9]{2})(?=年)/g
const AGES = /(?<![0-9.])(?:(0)([1-9])(?=岁)|([1-6])([3-9])(?=岁(?:儿童|幼儿|婴幼|学前)))/g
const COUNTS = /(?<![0-9.,，、—–~-])([1-8])([2-9])(?=[项所名个门种次节本篇场](?!以|余))/g
const SHORT_RANGE = /(?<![0-9])[0-9][-—–~][0-9](?![0-9])/g

/**
 * Two years or ages run together tell themselves. A small count (13项) is one of two digits in nearly every text; it is
 * doubtful only on a page that has lost a dash elsewhere and writes short ranges (1-2项) as a habit.
 */
export const lostDash: RepairRule = {
  id: 'lost-dash',
  why: 'dash lost between two numbers',
  find(text, report) {
    const certain = [...text.matchAll(YEARS), ...text.matchAll(AGES)].filter(m => ends(m).from < ends(m).to)
    const isHabit = certain.length > 0 && [...text.matchAll(SHORT_RANGE)].length >= 3
    const doubtful = isHabit ? [...text.matchAll(COUNTS)].filter(isShortRange) : []
    for (const match of [...certain, ...doubtful].sort((a, b) => a.index - b.index)) report(diagnostic(text, match))
    return []
  },
}

function ends(match: RegExpExecArray): {from: number; to: number} {
  const [from, to] = match.slice(1).filter(digits => digits !== undefined)
  return {from: Number(from), to: Number(to)}
}

/** 1—3, 3—5: longer ones are rare, and 19 is a plain number. */
const isShortRange = (match: RegExpExecArray): boolean =>
  ends(match).to - ends(match).from <= 2 && ends(match).to > ends(match).from

function diagnostic(text: string, match: RegExpExecArray): DraftDiagnostic {
  const {from, to} = ends(match)
  const end = match.index + match[0].length
  const candidate = `${from}—${to}${text[end]}`
  const message = `Unexpected ${match[0]}${text[end]}, expected ${candidate}`
  return {code: 'repair/lost-dash', level: 'warning', message, span: {start: match.index, end}, note: candidate}
}
