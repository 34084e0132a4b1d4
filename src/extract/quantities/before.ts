/** The words before a count → the noun that is counted: 面积在500平方米以上 → 面积 · PM2.5平均浓度降至28微克/立方米 → PM2.5平均浓度. */
import {charset, WHITE_SPACE} from '../../text/charset.ts'
import {lexicon} from '../../text/lexicon.ts'
import {endAt} from '../../text/match.ts'
import {MAKING} from '../data/measures.ts'
import {LINKS} from '../data/target-verbs.ts'
import type {readPer} from '../per.ts'

export type Rate = ReturnType<typeof readPer>

/** 面积在500平方米以上, 能力达到3万吨: the noun before, without what links it to the number. */
const LINKING = lexicon([
  ...Object.keys(LINKS),
  ...'超过 为 是 至 到 由 从 再 预计 共 共有 共计 合计 总计 均 各 应 要 须 将 年均 已 已经 已建 已建成 已有 现有 可 可达 可以 达到了 实现了 完成了 增加了'.split(
    ' ',
  ),
])
const RATED = /^每(?:个)?(?:学期|学年|季度|年|月|周|天)/

/** 均 and 可 link only where they end no word: 平均, 户均, 许可. */
function linkBefore(text: string, end: number): string {
  const link = LINKING.before(text, end)
  if (link === '可') return isMay(text.charCodeAt(end - 2)) ? '' : link
  return link === '均' && isMean(text.charCodeAt(end - 2)) ? '' : link
}
/** 许可, 认可. */
const isMay = charset('许认不')
const isMean = charset('平户班校亩')

/** The noun before the number at `at`, without what links it to the number and what it is counted by; null where none stands there. */
export function nounBefore(text: string, {per, start}: Rate, at: number): string | null {
  let end = sinceBefore(text, text[start - 1] === ' ' ? start - 1 : start)
  end -= text[end - 1] === '）' ? (COUNTING.exec(text.slice(Math.max(0, end - 16), end))?.[0].length ?? 0) : 0
  for (let link = linkBefore(text, end); link !== ''; link = linkBefore(text, end)) end -= link.length
  let noun = (tailBefore(text, end) ?? '').replace(RATED, '')
  if (start < at)
    noun =
      withoutRate(text.slice(start, at), per[0] ?? '') ||
      (end < start && (TIMED.test(per[0] ?? '') || MEAN.test(text.slice(start, at))) ? noun : '')
  for (let link = linkBefore(noun, noun.length); link !== ''; link = linkBefore(noun, noun.length))
    noun = noun.slice(0, -link.length)
  return noun.length < 2 ? null : noun
}

/** 义务植树（含折算株数）116亿株: what is counted with them. */
const COUNTING = /（(?:不?含|包括|按)[^（）]{1,12}）$/

/** 寿命由2018年的77.0岁: from when it rises is no noun. */
function sinceBefore(text: string, end: number): number {
  const since = endsSince(text.charCodeAt(end - 1)) ? SINCE.exec(text.slice(Math.max(0, end - 9), end)) : null
  return since ? end - since[0].length : end
}
const SINCE = /[由从]20\d\d年[底末]?的?$/
const endsSince = charset('的年底末')

/** 建筑面积达到人均13平方米. */
const MEAN = /^[人户生班校亩]均$/
/** 供应能力达到每天25万人次: how often says nothing of what. */
const TIMED = /^[年月周日天]$|^(?:学[年期]|季度)$/

/** 每个图书室藏书 without what the number is per. */
function withoutRate(words: string, object: string): string {
  const said = words.indexOf(object) + object.length
  return /^每.{0,3}$/.test(words.slice(0, said - object.length)) ? withoutVerbs(words.slice(said)) : ''
}

function withoutVerbs(words: string): string {
  let rest = words
  for (let verb = MAKING.at(rest, 0); verb !== ''; verb = MAKING.at(rest, 0)) {
    if (endAt(WORD, rest, verb.length) >= 0) break
    rest = rest.slice(verb.length)
  }
  return rest
}

const isNoNoun = charset('，。；：、（）()《》“0123456789和及与的共约近', WHITE_SPACE)
const isBound = charset('，。；：、（）()》和及与共约近的', WHITE_SPACE)

/** 公共, 节约, 附近: short words that are part of a longer one. */
const isShort = charset('共约近')
/** 建筑, 设施, 办学, 保有量: words that a verb of one character only begins or ends. */
const WORD =
  /(?<=[公民]办)|(?<=[自国公私]有)|(?<=有)(?=[机效偿线害毒色限序声形轨])|(?<=建)(?=[筑材])|(?<=设)(?=[施备计])|(?<=办)(?=公|学[水条质模特层经])|(?<=[保拥持占]有)(?=量)|(?<=到)(?=[位岗课])/y
const INSIDE = /(?<=公)共|共[同享]|(?<=节)约|(?<=附)近|近(?=[期代郊海视亲])/y

/** 2027年示范园增加到6所: the noun begins after the year. */
const isDated = (text: string, start: number): boolean => /\d ?年度?$/.test(text.slice(Math.max(0, start - 4), start))

/** 3人以上户人均面积, 两处以上创口长度: the noun begins after the count of others; 规模以上企业 is one. */
const NUMBERED = /(?:[\d一二两三四五六七八九十](?:[个人名处种块条项户家所]|周?岁)|\d级)以[上下内]$/

/** 第1学期学业成绩. */
const TERM_BEFORE = /[\d一二三]学[期年]度?$/
const isTerm = charset('期年度')

/** 30米以上或者裂缝长度: another clause, where 创口或者瘢痕长度 is one noun. */
const BEFORE_OR = /以[上下内]$|[\d的，；、]$/

/** 名校（园）长, 执业（助理）医师: where a short insertion opens that closes at a place; -1 where none does, or a marker stands there. */
function insertionBefore(text: string, close: number): number {
  if (text[close] !== '）') return -1
  const open = text.slice(Math.max(0, close - 5), close).lastIndexOf('（')
  const inside = open < 0 ? '' : text.slice(Math.max(0, close - 5) + open + 1, close)
  return inside === '' || /^[\d一二三四五六七八九十]+$/.test(inside) ? -1 : close - inside.length - 1
}

/** PM2.5平均浓度, 5G基站: a noun that begins with a code; null where a number stands before the words. */
function coded(text: string, last: number, at: number): string | null {
  if (at - last > 3 && GENERATION.test(text.slice(Math.max(0, last - 1), last + 2))) return text.slice(last, at)
  const code = at - last > 2 ? CODE.exec(text.slice(Math.max(0, last - 7), last + 1))?.[0] : undefined
  return code === undefined ? null : text.slice(last + 1 - code.length, at)
}
const CODE = /(?<![A-Za-z])[A-Z]{1,4}\d(?:\.\d)?$/
const GENERATION = /^[^\d.]?\d[A-Z]$/

/** 高标准农田建设任务, 老旧小区改造面积: what is done to them is part of the noun. */
const isOfWork = (text: string, start: number, at: number): boolean =>
  at - start === 2 &&
  /任务|面积|工程|项目|规模|人数|指标/.test(text.slice(start, at)) &&
  /[^\x00-\xff，。；：、（）《》“”的和及与或全共](?:建设|改造|培训|治理|种植|推广|更新)$/.test(
    text.slice(start - 3, start),
  )

/** The noun of two characters or more that ends at a place, back to the nearest stop, verb or 的. */
function tailBefore(text: string, at: number): string | null {
  for (let start = at - 1; start >= 0 && start >= at - 20; start--) {
    const open = text[start] === '）' ? insertionBefore(text, start) : -1
    if (open >= 0) start = open
    else if (text[start] === '“') return text.slice(start, at)
    else if (text.startsWith('及以', start) || (isShort(text.charCodeAt(start)) && endAt(INSIDE, text, start) >= 0))
      continue
    else if (isNoNoun(text.charCodeAt(start))) return coded(text, start, at)
    if (start > at - 2) continue
    if (text.startsWith('及以', start - 1) || insertionBefore(text, start - 1) >= 0) continue
    if (isOfWork(text, start, at)) {
      start--
      continue
    }
    if (text.startsWith('或者', start - 2) && BEFORE_OR.test(text.slice(Math.max(0, start - 4), start - 2)))
      return text.slice(start, at)
    if (
      start === 0 ||
      (isBound(text.charCodeAt(start - 1)) && endAt(INSIDE, text, start - 1) < 0) ||
      isDated(text, start) ||
      (isTerm(text.charCodeAt(start - 1)) && TERM_BEFORE.test(text.slice(Math.max(0, start - 5), start))) ||
      (text[start - 2] === '以' && NUMBERED.test(text.slice(Math.max(0, start - 6), start))) ||
      (MAKING.before(text, start) !== '' && endAt(WORD, text, start) < 0)
    )
      return text.slice(start, at)
  }
  return null
}
