/** 服务券增加4000张至1.6万张, 增加1000张服务券至总数7000张: by how much something grows, and up to what. */
import type {Direction} from '../data/target-verbs.ts'
import {lead} from './lead.ts'
import {make, type Reading, type Spot} from './reading.ts'

const VERBS: Readonly<Record<string, readonly [by: Direction, to: Direction]>> = {
  增加: ['increase', 'increase-to'],
  提高: ['increase', 'increase-to'],
  提升: ['increase', 'increase-to'],
  扩大: ['increase', 'increase-to'],
  减少: ['decrease', 'decrease-to'],
  降低: ['decrease', 'decrease-to'],
  下降: ['decrease', 'decrease-to'],
}
const GROWS = /(增加|提高|提升|扩大|减少|降低|下降)(?:约|逾|近)?$/
/** Between the two values: 至, 至总数, and the noun perhaps before them. */
const UP_TO = /^([^，。；、至到\d]{0,20})[至到](?:总数|总共|合共|共)?(?:约|逾|近)?$/
const HANDLED = /^(?:将|把|使)/
const TOTAL = /(?<=.{2})(?:的)?(?:总数|数目|数量|名额)$/

/** The growth, and what it leads to, as two goals of one metric. */
export function raised(spot: Spot): Reading | null {
  const {block, values, left, right, part, to, clock} = spot
  const value = values[0]!
  if (to >= part.end || values.length > 1) return null
  const verb = GROWS.exec(left.trimEnd())
  const between = verb && UP_TO.exec(right.trim())
  if (!verb || !between) return null
  const opened = lead(block.text, spot.from, spot.from + verb.index, spot.times)
  const words = block.text
    .slice(opened.at, spot.from + verb.index)
    .trim()
    .replace(HANDLED, '')
  const metric = (/[\u4e00-\u9fff]{2}$/.test(words) && !/[会府局部]$/.test(words) ? words : between[1]!).replace(
    TOTAL,
    '',
  )
  if (metric.length < 2 || metric.length > 30) return null
  const [by, upTo] = VERBS[verb[1]!]!
  spot.memory.metric = metric
  spot.memory.unit = value.unit
  spot.memory.raised = {metric, direction: upTo}
  const deadline = clock.at(part, value.start)
  const target = make(
    {
      span: {start: Math.min(opened.at, value.start), end: value.end},
      valueSpan: {start: value.start, end: value.end},
      metric,
      direction: by,
      deadline,
      modality: opened.modality,
    },
    value,
  )
  return {targets: [target], end: value.end}
}

/** The second value of the two. */
export function raisedTo(spot: Spot): Reading | null {
  const {values, left, part, clock, memory, from} = spot
  const value = values[0]!
  const told = memory.raised
  memory.raised = null
  if (!told || memory.unit !== value.unit || from === part.start || !UP_TO.test(left.trim())) return null
  const target = make(
    {
      span: {start: value.start, end: value.end},
      valueSpan: {start: value.start, end: value.end},
      metric: told.metric,
      direction: told.direction,
      deadline: clock.at(part, value.start),
    },
    value,
  )
  return {targets: [target], end: value.end}
}
