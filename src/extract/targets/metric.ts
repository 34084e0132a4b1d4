/** The words before a value → its metric or metrics, each able to stand alone in a table. */

import {charset, holdsAny} from '../../text/charset.ts'
import {lexicon} from '../../text/lexicon.ts'
import {FRONTS} from '../data/target-verbs.ts'
import {METRIC_HEAD, QUANTITY_HEAD} from '../data/target-words.ts'
import {groupAt, groupEnding} from './shared.ts'

const FRONT = lexicon(FRONTS)
const CAUSE = /^(?:使得?(?!用|命|馆|者)|让|将(?!军)|把|提出(?![的了])|保障(?!性|房|金|水平|卡))/
/** Where a clause begins inside the words before a value: …改造实现覆盖率. */
const INSIDE =
  /^.{0,80}(?:使得?(?!用|命|馆|者|领)|确保|力争|保证|争取|努力|推动|做到|(?<=、)实现|(?<=.{2})将(?![来军要会士领]))(?=.{3})/

/** Where the metric begins in `words`, verbs of the sentence left out. */
export function metricStart(words: string): number {
  // 拥有技师资格的: what follows is told of those who have it.
  const isOfThose = words.endsWith('的')
  let at = INSIDE.exec(words)?.[0].length ?? 0
  for (;;) {
    const word = (isOfThose ? '' : FRONT.at(words, at)) || (CAUSE.exec(words.slice(at, at + 6))?.[0] ?? '')
    if (word === '' || words.length < at + word.length + 2) return at
    at += word.length
  }
}

const JOIN = /、|和(?!谐|平|睦|美)|及(?!以[上下]|时|格)|与(?!会)|以及/g
const SHARED =
  /(?:[\u4e00-\u9fff]{2}化率|[\u4e00-\u9fff]{2}率|面积占比|(?:人口|人数)?(?:占比|比例|比重)|(?:PM_?(?:2\.5|10)|颗粒物|臭氧|二氧化[硫氮])?(?:年均|平均)?浓度|排放总?量|[用消施储][水电能耗费用备]量|能耗|总?产值|收入|数量|人数|规模|投入|支出|总量|面积|产量|增加值|投资)$/

/** 增加值占地区生产总值比重 is one head. */
const OF_WHOLE =
  /(?:增加值|总?产值|营业收入|收入|投入|支出|经费|投资|面积|人口|人数|数量|总量|规模|数)?占[^占、，的]{2,18}的?(?:比重|比例)$/

interface Piece {
  readonly text: string
  readonly join: string
}

/** 甲率、乙率和丙率: cut where a head ends. Brackets stay whole. */
function byHeads(words: string, count: number): string[] {
  const out: string[] = []
  let start = 0
  for (const {index, 0: join} of joins(words)) {
    const piece = words.slice(start, index)
    if (!METRIC_HEAD.test(piece) && !(count > 1 && QUANTITY_HEAD.test(piece))) continue
    out.push(piece)
    start = index + join.length
  }
  out.push(words.slice(start))
  return out
}

const mayJoin = charset('、和及与以')

function joins(words: string): RegExpExecArray[] {
  if (!holdsAny(mayJoin, words)) return []
  const inside = [...words.matchAll(/（[^）]*）|“[^”]*”/g)].map(m => [m.index, m.index + m[0].length] as const)
  return [...words.matchAll(JOIN)].filter(m => !inside.some(([from, to]) => from < m.index && m.index < to))
}

/** 种植、收获机械化率: as many metrics as there are values, the head and the beginning repeated for each. */
function byShare(words: string, count: number): string[] | null {
  const cuts = fewer(joins(words), count - 1)
  if (cuts.length !== count - 1) return null
  const pieces: Piece[] = []
  let start = 0
  for (const {index, 0: join} of cuts) {
    pieces.push({text: words.slice(start, index), join})
    start = index + join.length
  }
  const last = words.slice(start)
  const groups = pieces.every(p => groupAt(p.text) === p.text) ? groupAt(last) : placed(pieces, last)
  if (pieces.some(p => EVERYWHERE.test(p.text))) return null
  const head = groups !== '' ? last.slice(groups.length) : afterKind(pieces, last) || headOf(last)
  const own = last.slice(0, last.length - head.length)
  if (head === '' || own === '') return null
  const front = groups !== '' ? before(pieces[0]!.text, groupEnding(pieces[0]!.text)) : beginning(pieces[0]!.text, own)
  return [
    ...pieces.map((p, i) => (i === 0 ? '' : front) + (isWhole(p.text, head) ? p.text : p.text + head)),
    front + last,
  ]
}

/** 全国、各省毛入学率: one rate, wherever it is taken. */
const EVERYWHERE = /^(?:[全各]?[国省市区县州]|各地|各[省市区县]（[^）]{1,8}）)$/
/** 全市中心城区、近郊和远郊区幼儿园经费: the last group, where only the first has a place before it. */
const placed = ([first, ...rest]: readonly Piece[], last: string): string =>
  PLACE_FIRST.test(first!.text) && groupEnding(first!.text) !== '' && rest.every(p => groupAt(p.text) === p.text)
    ? groupAt(last)
    : ''
const PLACE_FIRST = /^(?:(?:全|本|我)[国省市区县州]|[\u4e00-\u9fff]{1,4}[省市区县州])(?=.{2})/

/** 一类、二类、三类区人均面积: short kinds that end alike share all that follows the last of them. */
function afterKind(pieces: readonly Piece[], last: string): string {
  const {length} = pieces[0]!.text
  const kind = pieces[0]!.text.at(-1)
  const alike = length >= 2 && length <= 4 && pieces.every(p => p.text.length === length && p.text.at(-1) === kind)
  return alike && last[length - 1] === kind ? last.slice(length) : ''
}

/** 化学需氧量、氨氮等重点工程减排量: what stands behind 等 is measured of each. */
function andOthers(words: string, count: number): string[] | null {
  const [, names, head] = AND_OTHERS.exec(words) ?? []
  if (!names || !(METRIC_HEAD.test(head!) || QUANTITY_HEAD.test(head!))) return null
  const pieces = names.split(/[、和及与]/)
  return pieces.length === count && pieces.every(p => p.length > 1 && !METRIC_HEAD.test(p))
    ? pieces.map(p => p + head)
    : null
}
const AND_OTHERS =
  /^([^，。；：]{3,60}?)等(?![级于效候分次])(?:[\d一二三四五六七八九十]{1,3}[个项类种])?([^，。；：、等]{2,24})$/

/** 小学生近视率和肥胖率, 农村自来水普及率和污水治理率: of whom or where the first rate is told, the short ones after it are told as well. */
function ofSamePeople(heads: readonly string[]): string[] {
  const who =
    PEOPLE.exec(heads[0]!)?.[0] ?? (heads.every(head => head.endsWith('率')) ? WHERE.exec(heads[0]!)?.[0] : undefined)
  if (!who) return [...heads]
  const isOwn = (head: string): boolean => PEOPLE.test(head) || WHERE.test(head)
  return heads.map((head, i) => (i > 0 && head.length <= 5 && /率$/.test(head) && !isOwn(head) ? who + head : head))
}
const WHERE = /^(?:全[省市县区州])?(?:城市建成区|建成区|中心城区|主城区|城区|市区|县城|农村|乡村|山区)(?=.{2,8}率$)/
const PEOPLE =
  /^.{0,10}?(?:儿童|学生|[小中]学生|婴儿|幼儿|婴幼儿|居民|老年人|人口|青少年|妇女|残疾人|职工|劳动者|毕业生|孕产妇|新生儿)(?=.{2,6}率$)/

/** 担保基金和银行承担的风险比例: what is said with 的 belongs to the head, from its verb or noun of two characters on. */
function headOf(words: string): string {
  const head = OF_WHOLE.exec(words)?.[0] ?? SHARED.exec(words)?.[0] ?? ''
  const of = head === '' ? -1 : words.lastIndexOf('的')
  return of > 2 && of < words.length - head.length ? words.slice(of - 2) : head
}

/** 幼儿园数、在园幼儿数分别占总数80%以上: each piece is a quantity of its own. */
function byQuantity(words: string): string[] | null {
  const pieces = words.split('、')
  return pieces.length > 1 && pieces.every(p => QUANTITY_HEAD.test(p)) ? pieces : null
}

/** 城乡居民人均可支配收入分别增长5%和6%: town first, as the word has it; the metric alone where it is not said of both. */
export function byTown(metric: string): string[] {
  const at = metric.search(/城乡(?:常住)?居民/)
  return at < 0 ? [metric] : ['城镇', '农村'].map(where => metric.slice(0, at) + where + metric.slice(at + 2))
}

/** What the first of a list says for all: 单位生产总值能源消耗和二氧化碳排放. */
const SHARED_FRONT =
  /^(?:(?:全|本)[国省市区县州])?(?:单位(?:国内|地区)?生产总值|单位GDP|万元(?:国内|地区)?(?:生产总值|GDP)|每[百千万十]{1,2}(?:名|个)?(?:人口|人|老年人|学生)(?:拥有)?|人均|户均|生均)/

/** 能源消耗和二氧化碳排放分别降低…: as many pieces as values, and no head that they share. */
function byJoins(words: string, count: number): string[] | null {
  const cuts = fewer(joins(words), count - 1)
  if (cuts.length !== count - 1) return null
  const ends = [...cuts.map(c => c.index), words.length]
  const starts = [0, ...cuts.map(c => c.index + c[0].length)]
  const pieces = starts.map((start, i) => words.slice(start, ends[i]!))
  const front = SHARED_FRONT.exec(pieces[0]!)?.[0] ?? ''
  if (pieces.some(p => p.length < 2)) return null
  return pieces.map((p, i) => (i === 0 || SHARED_FRONT.test(p) ? p : front + p))
}

/** Whether a piece has its head already: 投资 is one for 产值, none for 占比. */
const isWhole = (piece: string, head: string): boolean =>
  head.includes('占') ? piece.includes('占') : /[率比例重]$/.test(head) ? METRIC_HEAD.test(piece) : SHARED.test(piece)

/** 全省与外省贸易、投资和外资: where there are more joins than values ask for, 与 and 及 are words of a name. */
const fewer = (cuts: RegExpExecArray[], count: number): RegExpExecArray[] =>
  cuts.length > count ? cuts.filter(c => c[0] === '、' || c[0] === '和') : cuts

const before = (words: string, end: string): string => words.slice(0, words.length - end.length)

/** What 油菜栽植、收割 has in common: the first piece is longer than the last by the beginning they share. */
function beginning(first: string, last: string): string {
  return last.length <= 3 && first.length - last.length >= 2 ? first.slice(0, first.length - last.length) : ''
}

/** 工业投资、高新产业投资增速: pieces that end as the last does before its 增速 grow as it does. */
function byGrowth(words: string): string[] | null {
  const growth = GROWTH.exec(words)
  if (!growth) return null
  const pieces = words.slice(0, growth.index).split(/[、和及与]/)
  const head = SHARED.exec(pieces.at(-1)!)?.[0] ?? ''
  if (head === '') return byListed(words.slice(0, growth.index), growth[0])
  if (head.length < 2 || pieces.length < 2 || !pieces.every(p => p.endsWith(head) && p.length > head.length))
    return null
  return pieces.map(p => p + growth[0])
}
/** 海洋药物、海洋电力、海洋旅游增速: short names with nothing but 、 between them. */
function byListed(words: string, growth: string): string[] | null {
  const pieces = words.split('、')
  const isName = (piece: string): boolean => piece.length >= 3 && piece.length <= 10
  return pieces.length > 1 && pieces.every(isName) && alikeAtStart(pieces) ? pieces.map(p => p + growth) : null
}
const alikeAtStart = ([first, ...rest]: readonly string[]): boolean =>
  rest.every(piece => piece.slice(0, 2) === first!.slice(0, 2))

/** 工业投资、民间投资 of which a growth is told: each ends as the last does. */
export function byEnding(words: string): string[] | null {
  const pieces = words.split('、')
  const head = pieces.length > 1 ? (SHARED.exec(pieces.at(-1)!)?.[0] ?? '') : ''
  return (head.length === 2 || head.endsWith('量')) && pieces.every(p => p.endsWith(head) && p.length > head.length)
    ? pieces
    : null
}

const GROWTH = /(?:年均)?(?:增[速幅长]率?|增长率)$/

/** 优质就业率（指专业对口…）: what the name means is no part of it. */
export const withoutMeaning = (words: string): string => (words.includes('）') ? words.replace(MEANING, '') : words)
const MEANING = /（(?:指|即|是指)[^）]{2,60}）/g

/** The metrics that the words before a value name. `count` values follow; `each` says 分别, 均 or 都. */
export function metricsOf(words: string, count: number, each: boolean): string[] {
  const many = count > 1 && each ? andOthers(words, count) : null
  if (many) return many
  const heads = byHeads(words, count)
  const isHead = (h: string): boolean => METRIC_HEAD.test(h) || (count > 1 && QUANTITY_HEAD.test(h))
  if (heads.length > 1 && (heads.length === count || count === 1) && heads.every(isHead)) return ofSamePeople(heads)
  if (!each) return (count === 1 && byGrowth(words)) || [words]
  if (count > 1) return byShare(words, count) ?? byJoins(words, count) ?? [words]
  const all = joins(words).length + 1
  return (all > 1 && all <= 6 && (byShare(words, all) ?? byQuantity(words))) || [words]
}

/** A share of something says of what: 培训经费占公用经费的比例. */
export function withBase(metric: string, base: string | null): string {
  if (!base) return metric
  const whole = base.replace(/(?<=.{2})(?:比例|占比)$/, '')
  if (/占[^占]{0,20}(?:的?比例|的?比重)$/.test(metric)) return metric
  const part = metric.replace(/(?<=.{2})(?:的?(?:比例|占比|比重))$/, '')
  return `${part}占${whole}的比例`
}

/** What a metric names as its whole: 占全部金额的比例 → 全部金额; null where it names none. */
export const wholeIn = (metric: string): string | null => WHOLE.exec(metric)?.[1] ?? null
const WHOLE = /占(?!比)([^占]{2,24}?)的?(?:比例|比重|份额)$/

/** 教师占职工总数超过一半: the share is of the whole that the words end with. */
export const asPart = (metric: string): string => (ENDS_WHOLE.test(metric) ? `${metric}的比例` : metric)
const ENDS_WHOLE = /占(?![比用地])[^占]{1,20}(?:总数|总量|总额|总人数|人数|总面积|面积|收入|总值|总课时)$/

/** 合格率 alone says too little: it takes the object of the clause before it. */
export const isBare = (metric: string): boolean =>
  /^(?:总?产[量值]|单产)$/.test(metric) ||
  /^(?:[\u4e00-\u9fff]{1,3}率|增[速幅]|[涨降]幅|占比|比例|比重|总量|规模|数量|水平|人数)$/.test(metric)
