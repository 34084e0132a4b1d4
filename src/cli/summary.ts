/** The Results of a run, as they pass → one screen about them. */
import {pad, width} from '../emit/width.ts'
import type {Flowing, FlowingNode} from '../model/stages.ts'
import {passing} from '../text/flow.ts'
import {say} from './language.ts'
import type {Read} from './results.ts'
import {columnsOf, ERR} from './streams.ts'

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
      for await (const {result, ...read} of found) {
        count(result, counts)
        const facts = passing(result.facts, fact => add(counts.facts, fact.kind))
        yield {result: {...result, facts}, ...read}
        for (const {code} of result.diagnostics) add(counts.notes, code)
      }
    },
    text: file => {
      const columns = Math.min(columnsOf(ERR) ?? WIDEST, WIDEST)
      return [
        say(`written to ${file}`),
        ...Object.entries(counts).map(([name, by]) => row(name, by, columns)),
        '',
      ].join('\n')
    },
  }
}

/** Counts all but what is found while the Result is used. */
function count(
  {source, documents, repairs}: Flowing,
  counts: Record<'inputs' | 'documents' | 'clauses' | 'repairs', Counts>,
): void {
  add(counts.inputs, source.mediaType)
  for (const {documentType, children} of documents) {
    add(counts.documents, documentType ?? 'other')
    for (const {evidence} of clauses(children)) add(counts.clauses, evidence)
  }
  for (const repair of repairs) add(counts.repairs, repair.certainty)
}

/** A queue, not recursion: how deep clauses nest is the input's choice. */
function* clauses(nodes: Iterable<FlowingNode>) {
  const queue = [nodes]
  for (const list of queue)
    for (const node of list)
      if (node.type === 'clause') {
        yield node
        queue.push(node.children)
      }
}

const add = (by: Counts, key: string): void => void by.set(key, (by.get(key) ?? 0) + 1)

/** How wide a line of the summary may be, and the columns of its names and sums. */
const WIDEST = 100
const NAME = 10
const SUM = 8

/** The most frequent first; as many as fit the line. */
function row(name: string, by: Counts, columns: number): string {
  const sorted = [...by].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
  const total = sorted.reduce((sum, [, n]) => sum + n, 0)
  const entries = sorted.map(([key, n]) => `${say(key)} ${n}`)
  const room = columns - NAME - SUM - 4
  const list = (shown: number): string => {
    const rest = entries.length - shown
    return [...entries.slice(0, shown), ...(rest > 0 ? [say(`${rest} more`)] : [])].join(', ')
  }
  let shown = entries.length
  while (shown > 1 && width(list(shown)) > room) shown--
  return `  ${pad(say(name), NAME)}${String(total).padStart(SUM)}${total > 0 ? `  ${list(shown)}` : ''}`
}
