/** Words that say how long something lasts: 任期一般为 before a length, 有效期 behind it. */
import {charset} from '../../text/charset.ts'
import {lexicon} from '../../text/lexicon.ts'
import {endAt} from '../../text/match.ts'
import {NOT_LESS, NOT_MORE} from '../data/comparators.ts'

const LASTING = lexicon(
  '累计补贴 连续补贴 补贴期限 补助期限 补贴时间 补助时间 试行 有期徒刑 拘役 每届任期 每个任期 一届任期 任期 为期 期限 有效期 试行期 试用期 聘期 服务期 保存期 保管期 保存时间 时限 周期 工期 建设期 实施期 培训期 过渡期 整改期 追溯期 公示期 公示时间 公示 任职 连任 历时 服务年限 租赁期 租期 等待期 观察期 冷静期 保护期 宽限期 质保期 保修期 缓冲期 试点期 筹建期 聘用期 聘任期 见习期 实习期 规划期 持续 延长 保存 保管 连续'.split(
    ' ',
  ),
)
/** What may stand between such a word and the number, in this order. */
const USUALLY = lexicon('一般 原则上 均 应 应当 期'.split(' '))
const BEING = lexicon([...NOT_LESS, ...NOT_MORE, ...'为 是 至少 最长 最短 达 达到 ：'.split(' ')])

/** 任期 in 任期一般为: the word that tells how long something lasts, with what may follow it before the number. */
export function lastingBefore(text: string, at: number): string {
  const end = text[at - 1] === ' ' ? at - 1 : at
  const being = BEING.before(text, end)
  return (being && usuallyBefore(text, end - being.length)) || usuallyBefore(text, end)
}

function usuallyBefore(text: string, end: number): string {
  const usually = USUALLY.before(text, end)
  return (usually && fullBefore(text, end - usually.length)) || fullBefore(text, end)
}

const fullBefore = (text: string, end: number): string =>
  (text[end - 1] === '满' && LASTING.before(text, end - 1)) || LASTING.before(text, end)

/** Where 有效期 ends in 2年有效期, 过渡期 in 三个月的过渡期; -1 where no such word begins. */
export const termEnd = (text: string, at: number): number =>
  opensTerm(text.charCodeAt(at)) ? endAt(TERM, text, at) : -1
const TERM =
  /的?(?:(?:待遇)?等待|有效|试用|试行|过渡|保护|缓冲|质保|质量保证|服务|整改|宽限|公示|见习|实习|观察|筹建|冷静|保修|建设|培训)期(?![间满内任政工目])/y
const opensTerm = charset('的待等有试过保缓质服整宽公见实观筹冷建培')
