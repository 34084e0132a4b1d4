/** A manifest → the closing lines of a batch. */
import type {Manifest} from '../batch/batch.ts'
import {extension} from '../batch/page-names.ts'
import {say} from './language.ts'

/** What came out, what was repaired, the worst diagnostics, and what was left out by its name. */
export function batchSummary({entries}: Manifest, leftOut: readonly string[] = []): string {
  const failed = entries.filter(e => e.error).length
  const sum = (of: 'documents' | 'clauses' | 'facts'): number => entries.reduce((total, e) => total + e[of], 0)
  const repairs = tally(entries.flatMap(e => Object.entries(e.repairs)))
  const levels = (
    [
      ['error', 'errors:'],
      ['warning', 'warnings:'],
    ] as const
  ).map(([level, label]) => [label, tally(entries.flatMap(e => Object.entries(e.diagnostics[level] ?? {})))] as const)
  return [
    failed > 0 ? say(`${entries.length} files, ${failed} failed`) : say(`${entries.length} files`),
    `  ${say(`${sum('documents')} documents, ${sum('clauses')} clauses, ${sum('facts')} facts`)}`,
    `  ${say('repairs:')} ${shown(repairs)}`,
    ...levels.filter(([, counts]) => counts.length > 0).map(([label, counts]) => `  ${say(label)} ${shown(counts)}`),
    ...(leftOut.length > 0
      ? [`  ${say('left out by their names:')} ${shown(tally(leftOut.map(f => [extension(f), 1])))}`]
      : []),
    '',
  ].join('\n')
}

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
