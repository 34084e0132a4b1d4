/** A manifest → the closing lines of a batch. */
import type {Manifest} from '../batch/batch.ts'
import {extension} from '../batch/page-names.ts'
import {say} from './language.ts'

/** What a run knows and its manifest does not. */
export interface Besides {
  /** How many inputs were parsed; the others were unchanged. */
  readonly parsed: number
  /** What was left out by its name. */
  readonly leftOut: readonly string[]
}

/** What came out, what was repaired, the worst diagnostics, and what was left out by its name. */
export function batchSummary({entries}: Manifest, {parsed, leftOut}: Besides): string {
  const told = [
    counted(entries.length, 'file'),
    ...[
      [entries.length - parsed, 'unchanged'],
      [entries.filter(e => e.error).length, 'failed'],
    ].flatMap(([count, what]) => (count ? [say(`${count} ${what}`)] : [])),
  ]
  const sum = (of: 'documents' | 'clauses' | 'facts'): number => entries.reduce((total, e) => total + e[of], 0)
  const repairs = tally(entries.flatMap(e => Object.entries(e.repairs)))
  const levels = (
    [
      ['error', 'errors:'],
      ['warning', 'warnings:'],
    ] as const
  ).map(([level, label]) => [label, tally(entries.flatMap(e => Object.entries(e.diagnostics[level] ?? {})))] as const)
  return [
    told.join(', '),
    `  ${[counted(sum('documents'), 'document'), counted(sum('clauses'), 'clause'), counted(sum('facts'), 'fact')].join(', ')}`,
    `  ${say('repairs:')} ${shown(repairs)}`,
    ...levels.filter(([, counts]) => counts.length > 0).map(([label, counts]) => `  ${say(label)} ${shown(counts)}`),
    ...(leftOut.length > 0
      ? [`  ${say('left out by their names:')} ${shown(tally(leftOut.map(f => [extension(f), 1])))}`]
      : []),
    '',
  ].join('\n')
}

const counted = (count: number, what: string): string => say(`${count} ${what}${count === 1 ? '' : 's'}`)

type Counts = readonly (readonly [string, number])[]

function tally(pairs: Counts): Counts {
  const counts = new Map<string, number>()
  for (const [key, count] of pairs) counts.set(key, (counts.get(key) ?? 0) + count)
  return [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
}

const shown = (counts: Counts): string =>
  counts.length === 0
    ? say('none')
    : counts
        .slice(0, 8)
        .map(([key, count]) => `${key} ${count}`)
        .join(', ')
