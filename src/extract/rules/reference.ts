/** 根据《教育督导问责办法》（国教督〔2021〕1号）→ title, number, basis · 现将《…》印发给你们 → issues · 《…》同时废止 → repeals. */
import {charset, WHITE_SPACE} from '../../text/charset.ts'
import {matchAt} from '../../text/match.ts'
import {type FactRule, type FindingOf, NONE} from '../block.ts'
import type {Name} from '../names.ts'

type Reference = FindingOf<'reference'>
type Relation = Reference['relation']

const NUMBER =
  /\s?[（(]([^（）()《》，。；]{1,20}?[〔[【（(]?\s?(?:19|20)[\dxX×]{2}年?\s?[〕\]）)】]?\s?(?:第\s?)?[\dxX×]{1,6}(?:-\d{1,4})?\s?号)[）)]/y
const opensNumber = charset('（(', WHITE_SPACE)
const PREFIX = /(?<=([\u4e00-\u9fa5A-Za-z]{1,12}))/y
const LEAD_IN = /^.*(?:根据|按照|依据|依照|遵照|见|参照|以及|文件|通知|以|和|与|及|按|据|的|了)/
const GAP = '[^，。；：《》〈〉]{0,30}'
const BASIS = new RegExp(`(?:根据|依据|按照|依照|遵照|参照|对照|按|(?<![归皈])依(?![法靠托赖]))${GAP}$`)
/** 为贯彻落实《…》，制定本方案 rests on it; 严格执行《…》 only speaks of it. */
const CARRIED_OUT = new RegExp(`(?:贯彻|落实|执行)${GAP}$`)
const FOR = /(?:^|[，。；：\s])为了?(?:[^，。；《》]{0,20})$/
const FOUNDED = /制定|制订|结合[^，。；]{0,20}实际|提出(?:如下|以下)|现(?:就|将|提出|制定)|特制/
const ISSUES = new RegExp(
  `(?:现将|现印发|(?:印发|发布|公布|颁布|下发|转发|施行)(?!了))(?:修订后的|修改后的|制定的)?$|现将${GAP}$`,
)
const AMENDS = /(?:修改|修订|修正)(?:了)?$/
const REPEALS = /废止(?:了)?$/
const AFTER: readonly (readonly [Relation, RegExp])[] = [
  [
    'repeals',
    /(?:[（(][^（）()]{0,40}[）)])?[^。；《》]{0,30}(?:同时|予以|一并|自行|即行)?(?:废止|停止执行|不再执行|失效)/y,
  ],
  [
    'issues',
    /(?:[（(][^（）()]{0,40}[）)])?(?:已经?[^。；《》]{0,60}[，,]|[，,](?=现))?(?:现)?(?:予以|予|随文|一并)?(?:印发|转发|下发)(?:给你们|如下|，|。)|(?:[（(][^（）()]{0,40}[）)])?(?:已经?[^。；《》]{0,60}[，,]|[，,])?现(?:予|予以)(?:公布|发布|印发)|(?:[（(][^（）()]{0,40}[）)])?已经?[^。；《》]{0,30}(?:同意|批准|通过)[，,](?:现|请)/y,
  ],
  ['amends', /(?:[（(][^（）()]{0,40}[）)])?(?:作|做|进行)?(?:出)?(?:如下|以下)?修[改订正]/y],
]
const LIST = /^(?:[（(][^（）()]{0,40}[）)])?(?:[、，和及与]|以及){0,2}$/

/** Documents that are named by title, number or both, and what this one does with them. */
export const reference: FactRule = {
  id: 'reference',
  find({text, tokens, place}) {
    if (tokens.names.length === 0 || isNumberAlone(text, tokens.names)) return NONE
    const names = place.document.region === 'taiwan' ? withQuoted(text, tokens.names) : tokens.names
    const found: Reference[] = []
    let read = 0
    for (const name of names) {
      if (name.start < read || (name.kind !== 'title' && name.kind !== 'number')) continue
      const fact = name.kind === 'title' ? titled(text, name, found.at(-1)) : numbered(text, name)
      if (!fact) continue
      read = fact.span.end
      found.push(fact)
    }
    return repealed(text, found)
  },
}

/** 依「代理教师聘任办法」: laws and rules stand in quotation marks in Taiwan. */
function withQuoted(text: string, names: readonly Name[]): readonly Name[] {
  const quoted = [...text.matchAll(QUOTED)].map(
    ({index, 0: {length}}): Name => ({
      start: index,
      end: index + length,
      kind: 'title',
    }),
  )
  if (quoted.length === 0) return names
  return [...names.filter(name => name.kind !== 'quote'), ...quoted].sort((a, b) => a.start - b.start)
}
const QUOTED =
  /[“「](?=[^“”「」，。；：\n]{4,60}[”」])[^“”「」，。；：\n]{2,58}(?:法|条例|规程|规则|细则|办法|纲要|标准|准则|要点|须知|规范|注意事项)[”」]/g

/** 《…》、《…》同时废止: what is said behind the last of a list holds for all. */
function repealed(text: string, found: Reference[]): Reference[] {
  for (let i = found.length - 2; i >= 0; i--) {
    const [one, next] = [found[i]!, found[i + 1]!]
    if (next.relation === 'repeals' && one.relation === 'cites' && LIST.test(text.slice(one.span.end, next.span.start)))
      found[i] = {...one, relation: 'repeals'}
  }
  return found
}

/** 沪府办发〔2025〕17号 on a line of its own is the number that the document bears. */
const isNumberAlone = (text: string, names: readonly Name[]): boolean =>
  names.length === 1 && names[0]!.kind === 'number' && text.length < 40 && ALONE.test(text.trim())
const ALONE = /^[\u4e00-\u9fa5]{1,14}[〔[【（(](?:19|20)\d{2}年?[〕\]】）)]\s?第?\s?\d{1,5}\s?号$/

function titled(text: string, name: Name, before: Reference | undefined): Reference {
  const number = opensNumber(text.charCodeAt(name.end)) ? matchAt(NUMBER, text, name.end) : null
  const raw = number ? number[1]!.replace(/\s/g, '') : null
  const listed = before && LIST.test(text.slice(before.span.end, name.start))
  return {
    kind: 'reference',
    span: {start: name.start, end: name.end + (number?.[0].length ?? 0)},
    title: inner(text.slice(name.start, name.end)),
    documentNumber: raw && whole(raw),
    relation:
      listed && matchAt(AFTER[0]![1], text, name.end) === null
        ? before.relation
        : relationOf(text, name.start, name.end),
    warnings: [
      ...(raw && raw !== whole(raw) ? [{code: 'lost-bracket', candidate: whole(raw)}] : []),
      ...lostDash(text.slice(name.start, name.end)),
    ],
  }
}

/** 《…20192022年规划》 has lost the dash between its years; the title stays as it is printed. */
function lostDash(title: string): {code: string; candidate: string}[] {
  const [, from, to] = /(?<!\d)((?:19|20)\d{2})((?:19|20)\d{2})年/.exec(title) ?? []
  return from !== undefined && from < to! ? [{code: 'lost-dash', candidate: `${from}—${to}`}] : []
}

const inner = (raw: string): string => raw.slice(1, -1).replace(/\s/g, '')

/** 中办发2018〕62号 has lost a bracket; both are given back only in the candidate and the normalised number. */
const whole = (raw: string): string =>
  raw
    .replace(/[〔[【（(]?((?:19|20)[\dxX×]{2})年?[〕\]）)】](?=第?[\dxX×])/, '〔$1〕')
    .replace(/〔((?:19|20)\d{2})(?=\d{1,6}号)/, '〔$1〕')

function relationOf(text: string, start: number, end: number): Relation {
  const left = text.slice(Math.max(0, start - 36), start)
  for (const [relation, pattern] of AFTER) if (matchAt(pattern, text, end)) return relation
  if (REPEALS.test(left)) return 'repeals'
  if (AMENDS.test(left)) return 'amends'
  if (ISSUES.test(left)) return 'issues'
  if (BASIS.test(left)) return 'basis'
  const carried = CARRIED_OUT.exec(left)
  return carried && (FOR.test(left.slice(0, carried.index)) || FOUNDED.test(sentenceAfter(text, end)))
    ? 'basis'
    : 'cites'
}

const sentenceAfter = (text: string, end: number): string => text.slice(end, end + 120).split('。')[0]!

/** 教基〔2019〕3号 without its title. A number in brackets alone, or one without the letters of an office, names nothing. */
function numbered(text: string, name: Name): Reference | undefined {
  if (text[name.start] === '第') return letter(text, name)
  const raw = text.slice(name.start, name.end)
  const office = matchAt(PREFIX, text, name.start)?.[1]?.replace(LEAD_IN, '') ?? ''
  if (office.length < 2 || !raw.endsWith('号') || /(?:第|年)$/.test(office)) return undefined
  const start = name.start - office.length
  return {
    kind: 'reference',
    span: {start, end: name.end},
    title: null,
    documentNumber: whole(text.slice(start, name.end).replace(/\s/g, '')),
    relation: relationOf(text, start, name.end),
    warnings: name.damaged
      ? [{code: 'lost-bracket', candidate: whole(text.slice(start, name.end).replace(/\s/g, ''))}]
      : [],
  }
}

/** 台教师（二）字第1120037967号: the office and its section before 字. */
function letter(text: string, {start, end}: Name): Reference | undefined {
  const office =
    OFFICE.exec(text.slice(Math.max(0, start - 24), start))?.[1]
      ?.replace(LEAD_IN, '')
      .replace(/^.*[日号依据奉查复]/, '') ?? ''
  if (office.length < 3) return undefined
  const span = {start: start - office.length, end}
  const documentNumber = text.slice(span.start, end).replace(/\s/g, '')
  return {
    kind: 'reference',
    span,
    title: null,
    documentNumber,
    relation: relationOf(text, span.start, end),
    warnings: [],
  }
}
const OFFICE = /([\u4e00-\u9fa5]{2,12}(?:[（(][一二三四五六七八九十]{1,3}[）)])?字)$/
