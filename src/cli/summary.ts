/** The Results of a run, as they pass → one screen about them. */
import {nodes} from '../emit/row.ts'
import type {Result} from '../model/result.ts'
import type {Read} from './results.ts'

export interface Summary {
  /** Counts what passes. */
  readonly watch: (found: AsyncIterable<Read>) => AsyncGenerator<Read>
  /** What was counted, and where it went. */
  readonly text: (file: string) => string
}

type Counts = Map<string, number>

/** An empty count. */
export function summary(): Summary {
  const counts = {
    inputs: new Map(),
    documents: new Map(),
    clauses: new Map(),
    facts: new Map(),
    repairs: new Map(),
    notes: new Map(),
  }
  return {
    watch: async function* (found) {
      for await (const read of found) {
        count(read.result, counts)
        yield read
      }
    },
    text: file => [`written to ${file}`, ...Object.entries(counts).map(([name, by]) => row(name, by)), ''].join('\n'),
  }
}

function count(
  result: Result,
  counts: Record<'inputs' | 'documents' | 'clauses' | 'facts' | 'repairs' | 'notes', Counts>,
): void {
  add(counts.inputs, result.source.mediaType)
  for (const document of result.documents) add(counts.documents, document.documentType ?? 'other')
  for (const {node} of nodes(result)) if (node.type === 'clause') add(counts.clauses, node.evidence)
  for (const fact of result.facts) add(counts.facts, fact.kind)
  for (const repair of result.repairs) add(counts.repairs, repair.certainty)
  for (const diagnostic of result.diagnostics) add(counts.notes, diagnostic.code)
}

const add = (by: Counts, key: string): void => void by.set(key, (by.get(key) ?? 0) + 1)

/** The most frequent first; so many that a row fits a line. */
function row(name: string, by: Counts): string {
  const sorted = [...by].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
  const total = sorted.reduce((sum, [, n]) => sum + n, 0)
  const shown = sorted.slice(0, 7).map(([key, n]) => `${key} ${n}`)
  const rest = sorted.length > 7 ? `, ${sorted.length - 7} more` : ''
  return `  ${name.padEnd(10)} ${String(total).padStart(6)}${total > 0 ? `  ${shown.join(', ')}${rest}` : ''}`
}
