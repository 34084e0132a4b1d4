/** Title → 文种 (…关于印发《…方案》的通知 → 通知), and whether a line can be a title at all. */
import {charset} from '../../text/charset.ts'
import {AFTER_WORDS, TYPES} from '../data/types.ts'

/** （试行）, 1, 精选篇1, 范文: what sites and authors put after the 文种. */
const TAIL =
  '(?:[（(〔][^（()）]{1,30}[)）〕]|[ \\u3000]{0,3}(?:精选|优秀|最新|热门)?篇?[ \\u3000]?[\\d一二三四五六七八九十]{1,3}|(?:优秀|精选)?(?:范文|模板|范本)|【[^【】]{1,12}】)'
/** 做法 and 方法 are no 法, 指令 is no 令. */
const WORDS = TYPES.map(type =>
  type === '法' ? '(?<![做方想看说用算疗语书无合违非司执立])法' : type === '令' ? '(?<![指司口])令' : type,
)
const AT_END = new RegExp(`(${[...WORDS, ...AFTER_WORDS].join('|')})[》”"]?${TAIL}{0,2}$`)
/** What a title can end with that ends with one of these: a gate before the dear question, which may let too many through. */
const LAST = charset(
  TYPES.map(type => type.at(-1)).join(''),
  AFTER_WORDS.join(''),
  '文板本》”"）)〕】0123456789一二三四五六七八九十',
)
/** What stands right behind a 文种, or is its last character; a number behind it is passed over. */
const BEFORE_NUMBER = charset(
  TYPES.map(type => type.at(-1)).join(''),
  AFTER_WORDS.join(''),
  '文板本选秀新门》”"）)〕】',
)
const NUMERAL = charset('0123456789一二三四五六七八九十篇 \u3000')
const LONGEST_NUMERAL = 10
/** A look at one character, the dear question being asked of what may answer it. */
function mayEndInKind(text: string): boolean {
  let at = text.length - 1
  for (const least = at - LONGEST_NUMERAL; at > 0 && at > least && NUMERAL(text.charCodeAt(at)); ) at--
  return BEFORE_NUMBER(text.charCodeAt(at))
}
const NUMBERED = /(?<=令|公告|通告|决定)\s{0,4}(?:[〔[［(（]?\d{4}[〕\]］)）年]?)?\s{0,2}第?\s{0,2}\d{1,5}\s{0,2}号$/
const PUNCTUATED = /[。；;！!？?：:，,]/
const UNQUOTED = /《[^《》]{0,80}》|“[^“”]{0,60}”|（[^（）]{0,60}）|\([^()]{0,60}\)/g
const MARKED =
  /^(?:第[\d一二三四五六七八九十百零〇 ]{1,8}(?:[条章节编]|部分)|[一二三四五六七八九十]{1,3}[、.．]|[壹贰叁参肆伍陆柒捌玖拾甲乙丙丁戊己庚辛壬癸]{1,3}[、.．]|[（(][\d一二三四五六七八九十]{1,3}[)）]|\d{1,3}[、.．](?!\d(?!\d{3}年))|[①-⑳]|[-—]{2})/

/** …自律监管指引第1号——规范运作: the number and name of one of a series. */
const OF_SERIES = /第\s{0,2}[\d一二三四五六七八九十]{1,3}\s{0,2}号\s{0,2}[—–―-]{1,2}\s{0,2}[^。；]{2,60}$/
/** 第3号——…: a title that tells its place in a series. */
export const isOfSeries = (text: string): boolean => text.startsWith('第') && OF_SERIES.test(text)

const unnumbered = (title: string): string => (title.endsWith('号') ? title.replace(NUMBERED, '') : title)

/** Whether a text ends as one with a 文种 may: a look at its last character, or a number in it. */
export const mayNameKind = (text: string): boolean => LAST(text.charCodeAt(text.length - 1)) || text.includes('号')

/** The 文种 a title ends with, suffixes in brackets and a number aside; undefined when it ends with none. */
export function kindOf(title: string): string | undefined {
  const whole = title.trimEnd()
  if (!mayNameKind(whole)) return undefined
  const text = unnumbered(whole)
  const found = mayEndInKind(text) ? AT_END.exec(text)?.[1] : undefined
  if (found || !whole.includes('号')) return found
  const series = OF_SERIES.exec(whole)
  return series && series.index > 0 ? AT_END.exec(whole.slice(0, series.index).trimEnd())?.[1] : undefined
}

/** Whether a line opens with what looks like a clause marker. */
export const isMarked = (text: string): boolean => MARKED.test(text)

/** Whether every 《 and “ that a text opens is closed in it. */
export function isClosed(text: string): boolean {
  return count(text, '《') === count(text, '》') && count(text, '“') === count(text, '”')
}

function count(text: string, character: string): number {
  let times = 0
  for (let at = text.indexOf(character); at >= 0; at = text.indexOf(character, at + 1)) times++
  return times
}

/** Whether a text could stand as a title by its form: short, without sentence punctuation, no clause marker. */
export function isTitleForm(text: string): boolean {
  if (text.length > 160 || text.length < 2 || isMarked(text)) return false
  return !PUNCTUATED.test(text.replace(UNQUOTED, '').replace(/[《》“”]/g, ''))
}

/** 【某市某制度】: a title that a bracket holds whole. */
export const inBrackets = (text: string): string | undefined =>
  text[0] === '【' && text.length >= SHORTEST_BRACKETED && /^【[^【】]*】$/.test(text) ? text.slice(1, -1) : undefined
const SHORTEST_BRACKETED = 10

/** Whether a text is a title: has the form of one, is whole, and names its 文种 last. */
export function isTitle(whole: string): boolean {
  const text = inBrackets(whole) ?? whole
  return text.length >= 4 && isTitleForm(text) && isClosed(text) && kindOf(text) !== undefined
}

/** A title without what varies between two printings of it: white space, punctuation and width. */
export function plainTitle(text: string): string {
  if (PLAIN.test(text)) return text
  const bare = text.replace(PLAIN_SIGNS, '')
  if (PLAIN.test(bare)) return bare
  const plain = text.normalize('NFKC').replace(COMMON_SIGNS, '')
  return PLAIN.test(plain) ? plain : plain.replace(/[\p{P}\p{S}\p{Z}\s]/gu, '')
}
/** Nothing but ideographs, ASCII letters and digits, which have one form only. */
const PLAIN = /^[0-9A-Za-z\u4e00-\u9fff]*$/
/** Those of the signs below, of both widths, that stay signs in any form: most titles have no other, and need no other form. */
const PLAIN_SIGNS =
  /[!-/:-@[-`{-~\s\u00b7\u2010-\u2016\u2018-\u2027\u3001-\u3004\u3008-\u3020\uff01-\uff0f\uff1a-\uff20\uff3b-\uff40\uff5b-\uff5e]/g
/** The signs that titles have; the pattern of all signs there are is made for a title with another one. */
const COMMON_SIGNS = /[!-/:-@[-`{-~\s\u00b7\u2010-\u2027\u3001-\u3004\u3008-\u3020]/g
