/** The options of `search` and `compare` → the filters of a store. */
import type {Filters} from '../store/store.ts'
import {type Given, UsageError} from './command.ts'
import {HIT_KINDS} from './kinds.ts'
import {count} from './results.ts'

/** @throws UsageError when a number, a date or a kind is none */
export function filtersOf(options: Given['options']): Filters {
  return {
    kind: kind(options['kind']),
    metric: text(options['metric']),
    min: number('min', options['min']),
    max: number('max', options['max']),
    unit: text(options['unit']),
    by: date('by', options['by']),
    from: date('from', options['from']),
    issuer: text(options['issuer']),
    type: text(options['type']),
    place: text(options['place']),
    limit: count('limit', options['limit']),
  }
}

const text = (value: string | boolean | undefined): string | undefined =>
  typeof value === 'string' ? value : undefined

function kind(option: string | boolean | undefined): string | undefined {
  if (typeof option === 'string' && !HIT_KINDS.includes(option))
    throw new UsageError(`unknown kind '${option}', expected one of ${HIT_KINDS.join(', ')}`)
  return text(option)
}

function number(name: string, value: string | boolean | undefined): number | undefined {
  if (value === undefined) return undefined
  const read = Number(value)
  if (value === '' || !Number.isFinite(read)) throw new UsageError(`--${name} takes a number, not '${value}'`)
  return read
}

function date(name: string, value: string | boolean | undefined): string | undefined {
  if (value === undefined) return undefined
  if (!/^\d{4}(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01]))?)?$/.test(String(value)))
    throw new UsageError(`--${name} takes YYYY, YYYY-MM or YYYY-MM-DD, not '${value}'`)
  return String(value)
}
