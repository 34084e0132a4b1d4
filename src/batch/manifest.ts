/** The record of a batch run: what was read, what came out, what went wrong. */
import type {Flowing, FlowingDocument} from '../model/stages.ts'
import type {Shard} from '../text/shard.ts'

/** One input and what became of it. */
export interface Entry {
  /** Relative to the working folder, with `/`. */
  readonly path: string
  /** Relative to the output folder; null when the input failed. */
  readonly output: string | null
  readonly sha256: string | null
  readonly bytes: number
  /** Of the input file, in milliseconds since 1970; what an unchanged input is told by. */
  readonly modified: number
  readonly documents: number
  readonly clauses: number
  readonly facts: number
  /** How often each repair rule was at work. */
  readonly repairs: Readonly<Record<string, number>>
  /** How often each diagnostic was given, by level and code. */
  readonly diagnostics: Readonly<Record<string, Readonly<Record<string, number>>>>
  readonly error: {readonly code: string; readonly message: string} | null
}

/** What stands above the entries. */
export interface Head {
  readonly schema: 'policy-manifest/1'
  readonly tool: {readonly name: 'policy'; readonly version: string}
  /** What the outputs depend on besides the inputs. */
  readonly options: Readonly<Record<string, string>>
  /** Which part of the inputs this is, such as `2/16`; absent when it is all of them. */
  readonly shard?: string
}

export interface Manifest extends Head {
  readonly entries: readonly Entry[]
}

/** The name of a manifest in its folder; the shards of one folder have one each. */
export const manifestName = (shard: Shard | undefined): string => `manifest${suffix(shard)}.json`
/** The file in the output folder that says what was done so far; gone when the run ends. */
export const journalName = (shard: Shard | undefined): string => `.policy-journal${suffix(shard)}.ndjson`
const suffix = (shard: Shard | undefined): string => (shard ? `-${shard.number}-of-${shard.of}` : '')

/** A name that a manifest may have, in small letters. */
export const MANIFEST_NAME = /^manifest(?:-\d{1,6}-of-\d{1,6})?\.json$/

/** The counts that the manifest keeps of one Result, whose facts were counted as they were written. */
export function counts(
  result: Flowing,
  facts: number,
): Pick<Entry, 'documents' | 'clauses' | 'facts' | 'repairs' | 'diagnostics'> {
  const repairs: Record<string, number> = {}
  for (const repair of result.repairs) for (const rule of repair.rules) repairs[rule] = (repairs[rule] ?? 0) + 1
  const diagnostics: Record<string, Record<string, number>> = {}
  for (const {level, code} of result.diagnostics) {
    diagnostics[level] ??= {}
    diagnostics[level][code] = (diagnostics[level][code] ?? 0) + 1
  }
  const documents = [...result.documents]
  return {documents: documents.length, clauses: clauseCount(documents), facts, repairs, diagnostics}
}

function clauseCount(documents: readonly FlowingDocument[]): number {
  let count = 0
  const lists = documents.map(({children}) => children)
  for (let list = lists.pop(); list; list = lists.pop())
    for (const node of list)
      if (node.type === 'clause') {
        count++
        lists.push(node.children)
      }
  return count
}

/** Entries in the order of their paths, by UTF-16 code units, so that the bytes do not depend on who was done first. */
export const ordered = (entries: Iterable<Entry>): Entry[] =>
  [...entries].sort((a, b) => (a.path < b.path ? -1 : a.path > b.path ? 1 : 0))
