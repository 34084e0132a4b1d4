/** Words that compare. 以上 以下 以内 and what says not-less or not-more are inclusive; 超过 不满 低于 以外 are not (民法典 第一千二百五十九条). */
import type {Comparator} from '../../model/fact.ts'
import {charset} from '../../text/charset.ts'
import {lexicon} from '../../text/lexicon.ts'

/** 不能超过 is at most, as 不超过 is. */
const DENYING = '不 不得 不能 不可 不应 不应当 不宜 不准 不许 不要 不会 不再 不允许 未 没有'.split(' ')
/** 低于 → 不低于, 不得低于, 未低于 …: each word of a list with each denying one before it. */
export const denied = (words: string): string[] => words.split(' ').flatMap(word => DENYING.map(no => no + word))
/** The same as part of a pattern. */
export const NO = '(?:不(?:得|能|可|应当?|宜|准|许|要|会|再|允许)?|未|没有)'
export const NOT_LESS: readonly string[] = denied('低于 少于 小于 短于 早于')
export const NOT_MORE: readonly string[] = denied('超过 高于 多于 大于 超出 长于 突破 晚于')

/** 已满十四周岁不满十六周岁: from the one on, up to the other. */
export const COMPLETED: readonly string[] = ['已满', '年满']

const BEFORE_WORDS: readonly (readonly [Comparator, readonly string[]])[] = [
  ['>=', [...NOT_LESS, '不下于', '不亚于', ...COMPLETED]],
  [
    '>=',
    [
      '达到或超过',
      '达到或者超过',
      '等于或大于',
      '等于或者大于',
      '大于或等于',
      '大于或者等于',
      '大于等于',
      '高于或等于',
      '高于等于',
      '至少',
      '最少',
      '最低',
      '最小',
      '最短',
      '保底',
      '下限',
    ],
  ],
  ['<=', NOT_MORE],
  [
    '<=',
    [
      '小于或等于',
      '小于或者等于',
      '小于等于',
      '低于或等于',
      '低于等于',
      '最高',
      '最多',
      '至多',
      '最大',
      '最长',
      '上限',
      '封顶',
    ],
  ],
  ['>', ['超过', '高于', '大于', '多于', '逾', '突破', '超出', '长于', '超']],
  ['<', ['低于', '少于', '小于', '短于', '不足', '不满', '不到', '未满', '不及', '未达到', '未达']],
  ['~', ['大约', '大概', '概估', '约为', '约占', '将近', '接近', '大致', '约', '近']],
  ['>=', ['上']],
  ['>=', ['≥', '≧', '>=']],
  ['<=', ['≤', '≦', '<=']],
  ['>', ['＞', '>']],
  ['<', ['＜', '<']],
]
const COMPARED = new Map(BEFORE_WORDS.flatMap(([comparator, words]) => words.map(word => [word, comparator] as const)))

const COMPARING = lexicon([...COMPARED.keys()])
const LINKING = '到 达到 达 为 是 需 需资金 需投资 需经费 投资 人民币 新台币 台币 港币 美元'.split(' ')
const endsLink = charset(...LINKING.map(link => link.at(-1)!))

/** The comparing word right before a number, 达到 or a colon perhaps between them; empty where there is none. 不超过 is looked for before 超过. */
export function comparingBefore(text: string, at: number): string {
  if (!endsBefore(text.charCodeAt(at - 1))) return ''
  let end = text[at - 1] === ' ' ? at - 1 : at
  if (text[end - 1] === '：' || text[end - 1] === ':') end--
  if (endsLink(text.charCodeAt(end - 1)))
    for (const link of LINKING) {
      const word = text.endsWith(link, end) ? COMPARING.before(text, end - link.length) : ''
      if (word !== '') return word
    }
  return COMPARING.before(text, end)
}

const WHOLE = lexicon(
  '附近 最近 邻近 靠近 相近 临近 就近 远近 亲近 节约 大约定 合约 条约 契约 公约 签约 预约 制约 以上 上上 线上 网上 之上 会上 身上 地上 马上 晚上 早上 原则上 总体上 基本上 加上 赶上 跟上 向上 村上 路上 手上 实际上'.split(
    ' ',
  ),
)
/** 上百, 近日, 附近 and the like: these short words compare only before a round number or where no word ends in them. */
export const endsWhole = (text: string, at: number): boolean =>
  WHOLE.before(text, text[at - 1] === ' ' ? at - 1 : at) !== ''
/** What a word of comparing says: 不低于 → >=. */
export const compared = (word: string): Comparator => COMPARED.get(word)!

/** 5000万元（含）至1亿元（不含）: whether a bound is one of the amounts. */
export const INCLUDED = / ?[（(]不?含(?:本数)?[）)]/y

/** What stands after a value and its unit. */
export const AFTER =
  / ?(?:[（(]含[^（）()]{0,10}[）)])? ?(?:(及以上|或以上|和以上|或者以上|以上)(?!述|所述|内容|规定|要求|情形|行为)|(以内|之内|限额内|额度内|为限|为上限|为最高限额|封顶|及以下|或以下|或者以下|以下)(?!简称|统称|称|列|同)|(左右|上下|上下浮动)|(以外))(?: ?[（(](?:(不含)|含)[^（）()]{0,10}[）)])?/y

/** The characters that a comparing word before may end in and `AFTER` may begin with: a test that costs nothing. */
const endsBefore = charset(...[...COMPARED.keys()].map(word => word.at(-1)!), '到为是需金资费币:： ')
/** What the words after an amount begin with. */
export const opensAfter = charset(' （(及或和以之左上为限额封')
