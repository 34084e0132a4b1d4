/** What an index of Results can do, whatever engine keeps it. */
import type {Shard} from '../text/shard.ts'
import type {PageRows} from './rows.ts'

/** An input as the index knows it. */
export interface Stamp {
  readonly path: string
  readonly sha256: string
  readonly bytes: number
  readonly modified: number
}

/** What a search leaves out. Empty filters leave out nothing. */
export interface Filters {
  /** A kind of hit (`clause`, `paragraph`, `table`, `fact`) or of fact (`target`, `money` …). */
  readonly kind?: string | undefined
  /** Part of the metric's name. */
  readonly metric?: string | undefined
  readonly min?: number | undefined
  readonly max?: number | undefined
  readonly unit?: string | undefined
  /** A year or date (ISO 8601): deadlines that end by then. */
  readonly by?: string | undefined
  /** A year or date (ISO 8601): deadlines that start then or later. */
  readonly from?: string | undefined
  /** Part of an issuer's name. */
  readonly issuer?: string | undefined
  /** The 文种. */
  readonly type?: string | undefined
  /** Part of the place. */
  readonly place?: string | undefined
  readonly limit?: number | undefined
}

export interface Hit {
  readonly kind: 'clause' | 'paragraph' | 'table' | 'fact'
  readonly path: string
  readonly document: string
  readonly title: string | null
  readonly node: string
  readonly clause: string | null
  readonly cite: string | null
  readonly line: number | null
  /** Of PDF, the page that the line is counted on. */
  readonly page: number | null
  readonly text: string
  /** Higher is better; within one search only. */
  readonly score: number
  /** The flat row of the fact, for hits of kind `fact`. */
  readonly fact?: Readonly<Record<string, string | number | null>>
}

/** The same metric in one document: what `compare` puts side by side. */
export interface Measure {
  readonly metric: string
  readonly scope: string | null
  readonly path: string
  readonly title: string | null
  readonly place: string | null
  readonly year: string | null
  readonly comparator: string
  readonly value: number
  readonly upper: number | null
  readonly unit: string | null
  /** What it is counted by (`生;年`, `300000人口`). */
  readonly per: string | null
  readonly direction: string | null
  readonly line: number | null
  /** Of PDF, the page that the line is counted on. */
  readonly page: number | null
  readonly text: string
  /** Whether a character of it was guessed: `read`, `inferred`, `lost`. */
  readonly certainty: string
  /** Why the value may not be what was meant (`lost-dash`), joined by `;`. */
  readonly warnings: string | null
}

/** What a run is about to do. */
export interface Plan {
  /** Of the inputs that are read, replaced or removed. */
  readonly bytes: number
  /** Whether anything stays of what the index holds. */
  readonly keeps: boolean
}

/** One index. A writer's changes stand all together when it commits, or not at all. */
export interface Store {
  /** What the index holds, by path. */
  stamps(): Promise<Map<string, Stamp>>
  /**
   * Opens the one transaction that `put` and `remove` belong to; waits for another writer, then says so. On a server,
   * the writers of several shards do not wait for each other.
   */
  begin(shard?: Shard): Promise<void>
  /** Tells how much is about to change, so that the store can choose how. It may be left out. */
  plan?(plan: Plan): Promise<void>
  put(stamp: Stamp, page: PageRows): Promise<void>
  remove(path: string): Promise<void>
  commit(): Promise<void>
  search(query: string, filters?: Filters): Promise<Hit[]>
  measures(filters?: Filters): Promise<Measure[]>
  close(): Promise<void>
}

/** What goes wrong with an index, in one line. */
export class StoreError extends Error {
  readonly code:
    | 'not-an-index'
    | 'other-version'
    | 'other-segmenter'
    | 'busy'
    | 'no-sqlite'
    | 'no-postgres'
    | 'unreadable'
    | 'lost'
    | 'refused'
  constructor(code: StoreError['code'], message: string, options?: ErrorOptions) {
    super(message, options)
    this.name = 'StoreError'
    this.code = code
  }
}

/** Told by the name, since each script of the build has its own class. */
export const isStoreError = (error: unknown): error is StoreError =>
  error instanceof Error && error.name === 'StoreError'
