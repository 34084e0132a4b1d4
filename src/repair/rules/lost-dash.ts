/** 20192022年, 掌握13项: a number that seems to be two whose dash is gone. Told, never mended. */
import type {DraftDiagnostic} from '../../model/stages.ts'
import type {RepairRule} from '../repair.ts'

const YEARS = /(?<![0-9.])((?:19|20)[0-9]{2})((?:19|20)[0-9]{2})(?=年)/g
const AGES = /(?<![0-9.])(?:(0)([1-9])(?=岁)|([1-6])([3-9])(?=岁(?:儿童|幼儿|婴幼|学前)))/g
/** 4月14日15日, 2019年2022年: nobody writes two days or two years side by side. */
const DAYS = /(?<=月)([0-9]{1,2})日([0-9]{1,2})(?=日)/g
const WHOLE_YEARS = /(?<![0-9])((?:19|20)[0-9]{2})年((?:19|20)[0-9]{2})(?=年)/g
/** 480560米, 700800米: two numbers of three or four digits, the second one not far beyond the first. */
const LONG =
  /(?<![0-9.])([1-9][0-9]{2})([1-9][0-9]{2})(?=[%\u3400-\u9fff])|(?<![0-9.])([1-9][0-9]{3})([1-9][0-9]{3})(?=[%\u3400-\u5e73\u5e75-\u9fff])/g
const COUNTS = /(?<![0-9.,，、—–~-])([1-8])([2-9])(?=[项所名个门种次节本篇场](?!以|余))/g
const SHORT_RANGE = /(?<![0-9])[0-9][-—–~][0-9](?![0-9])/g

/**
 * Two years, days or ages run together tell themselves. A small count (13项) is one of two digits in nearly every text; it
 * is doubtful only on a page that has lost a dash elsewhere and writes short ranges (1-2项) as a habit. A long number is
 * doubtful where a dash was lost for certain.
 */
export const lostDash: RepairRule = {
  id: 'lost-dash',
  why: 'dash lost between two numbers',
  find(text, report) {
    const certain = [YEARS, AGES, DAYS, WHOLE_YEARS]
      .flatMap(pattern => [...text.matchAll(pattern)])
      .filter(m => ends(m).from < ends(m).to)
    const long = certain.length > 0 ? [...text.matchAll(LONG)].filter(isNear) : []
    const isHabit = certain.length > 0 && [...text.matchAll(SHORT_RANGE)].length >= 3
    const doubtful = isHabit ? [...text.matchAll(COUNTS)].filter(isShortRange) : []
    for (const match of [...certain, ...long, ...doubtful].sort((a, b) => a.index - b.index))
      report(diagnostic(text, match))
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

const isNear = (match: RegExpExecArray): boolean =>
  ends(match).to > ends(match).from && ends(match).to <= ends(match).from * 2

function diagnostic(text: string, match: RegExpExecArray): DraftDiagnostic {
  const {from, to} = ends(match)
  const end = match.index + match[0].length
  const unit = /[年日]/.exec(match[0])?.[0] ?? ''
  const candidate = `${from}${unit}—${to}${text[end]}`
  const message = `Unexpected ${match[0]}${text[end]}, expected ${candidate}`
  return {code: 'repair/lost-dash', level: 'warning', message, span: {start: match.index, end}, note: candidate}
}
