/** A Result → what the panes of its part of the page share: its key, its blocks, and where things stand in them. */
import type {Placed} from '../emit/row.ts'
import {english, type Say} from '../emit/say.ts'
import type {Result} from '../model/result.ts'
import type {Span} from '../text/span.ts'
import {lastAtMost} from '../text/span.ts'
import {undo} from '../text/undo.ts'
import {type Block, blocksOf, type Undone} from './blocks.ts'

/**
 * So many facts, repairs, diagnostics and clauses of a file are listed and marked; the rest is counted. A page of one
 * sentence repeated has hundreds of thousands, and no reader for them.
 */
export const MOST = 3000

export interface File {
  /** The name of the part in ids of the page: `s1`. */
  readonly key: string
  readonly name: string
  /** Its lists hold no more than is shown; the text and the documents are whole. */
  readonly result: Result
  /** How many there are of each. */
  readonly totals: {readonly facts: number; readonly repairs: number; readonly diagnostics: number}
  readonly say: Say
  readonly undone: Undone
  readonly blocks: readonly Block[]
  /** The address, in the page, of the block around a place of the text. */
  readonly href: (span: Span) => string
}

/** What the page shows of one Result; `index` keeps the ids of its parts apart from those of the others. */
export function fileOf(whole: Result, index: number, say: Say = english): File {
  const {facts, repairs, diagnostics} = whole
  const result = {
    ...whole,
    facts: facts.slice(0, MOST),
    repairs: repairs.slice(0, MOST),
    diagnostics: diagnostics.slice(0, MOST),
  }
  const key = `s${index + 1}`
  const undone = undo(whole)
  const blocks = blocksOf(result, undone)
  return {
    key,
    name: result.source.path ?? result.id ?? say('standard input'),
    result,
    totals: {facts: facts.length, repairs: repairs.length, diagnostics: diagnostics.length},
    say,
    undone,
    blocks,
    href: span =>
      `#${key}-b${Math.max(
        0,
        lastAtMost(blocks, span.start, b => b.span.start),
      )}`,
  }
}

/** The marker and heading of a clause as they open it; of other nodes nothing. */
export function opening({node}: Placed): {marker: Span | null; heading: Span | null; runIn: boolean} {
  if (node.type === 'clause')
    return {
      marker: node.marker?.span ?? null,
      heading: node.heading?.span ?? null,
      runIn: node.heading?.runIn ?? false,
    }
  return {marker: null, heading: null, runIn: false}
}
