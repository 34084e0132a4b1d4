/** 教育费附加的30%用于职业教育, 本科招生数的5%、专科招生数的20%用于…: shares of a whole that are set aside. */
import {make, type Reading, type Spot} from './reading.ts'

const WHOLE = /(?:^|[、，和及与])((?:[^，。；、和及与]|(?<=[\u4e00-\u9fff]{2})[和及与](?=[\u4e00-\u9fff]{3})){2,24})的$/
const USE = /^(?:要|应当?|须|必须|统一|全部)?(?:安排)?用于([^，。；、]{2,30})/
/** Of a list, the other shares stand between. */
const BETWEEN = /^、[^，。；]{2,24}?的\d[\d.]{0,6}[%％‰](?:以上|左右)?/

/** A share that is to be used for something; null where none is. */
export function usedFor(spot: Spot): Reading | null {
  const {block, part, values, clock} = spot
  const value = values[0]!
  if (values.length > 1) return null
  const opened = spot.lead()
  const whole = WHOLE.exec(block.text.slice(opened.at, value.number).replace(/不低于$|不少于$|至少$/, ''))?.[1]
  const rest = block.text.slice(value.end, Math.min(part.end, value.end + 120))
  const use = whole && useIn(rest)
  if (!whole || !use) return null
  const metric = `${whole}用于${use}的比例`
  spot.memory.metric = metric
  spot.memory.unit = value.unit
  const start = value.start - whole.length - 1
  const span = {start: Math.max(opened.at, start), end: value.end}
  const deadline = clock.at(part, value.start)
  const own = deadline?.via === 'inline' && deadline.fact ? Math.min(deadline.fact.span.start, span.start) : span.start
  const given = {metric, base: whole, direction: 'reach' as const, deadline, modality: opened.modality}
  const valueSpan = {start: value.start, end: value.end}
  return {targets: [make({...given, span: {start: own, end: value.end}, valueSpan}, value)], end: value.end}
}

function useIn(rest: string): string | undefined {
  let at = 0
  for (let next = BETWEEN.exec(rest); next && at < 100; next = BETWEEN.exec(rest.slice(at))) at += next[0].length
  return USE.exec(rest.slice(at))?.[1]
}
