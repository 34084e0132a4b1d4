/** 将12所学校创建成合格学校, 把薄弱校3所改造为优质校: so many things are to become others. */
import {lead} from './lead.ts'
import {make, type Reading, type Spot} from './reading.ts'

const HANDLED = /(?:将|把)(?!要|来)([^，。；：]{0,24}?)$/
const BECOMES =
  /^([^，。；：]{2,24}?)(?:全部|分别|逐步|统一)?((?:创建|建设|改造|改建|打造|提升|升级|发展|培育|转变|转制|转|改|办|建)(?:成为?|为)[^，。；：]{2,30})$/
/** 等, 其中: what stands before the number names some of them. */
const SOME = /(?:等|的|、)$/

/** Things that are to become others; null where none are. */
export function turned(spot: Spot): Reading | null {
  const {block, part, values, clock} = spot
  const value = values[0]!
  if (values.length > 1) return null
  const handled = HANDLED.exec(spot.left)
  const found = handled && BECOMES.exec(block.text.slice(value.end, Math.min(part.end, value.end + 80)).trimEnd())
  if (!handled || !found) return null
  const whose = handled[1]!.trim()
  const own = whose === '' || SOME.test(whose) ? '' : whose
  const opened = lead(block.text, spot.from, spot.from + handled.index, spot.times)
  const end = value.end + found[0].length
  const metric = `${found[2]}的${own}${found[1]}`
  spot.memory.metric = metric
  spot.memory.unit = value.unit
  const target = make(
    {
      span: {start: Math.min(opened.at, spot.from + handled.index), end},
      valueSpan: {start: value.start, end: value.end},
      metric,
      direction: 'build',
      deadline: clock.at(part, value.start),
      modality: opened.modality,
    },
    value,
  )
  return {targets: [target], end}
}
