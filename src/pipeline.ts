/** The whole of it, in order. To know what the program does, read this file. */
import {assemble} from './assemble/assemble.ts'
import {held} from './assemble/held.ts'
import {extract} from './extract/extract.ts'
import type {Result} from './model/result.ts'
import type {DraftFact, Flowing, Hint, Page, ParseOptions, Repaired, Source, Structured} from './model/stages.ts'
import {read} from './read/read.ts'
import {inSimplifiedScript, repair} from './repair/repair.ts'
import {plain} from './structure/plain.ts'
import {structure} from './structure/structure.ts'
import {type Flow, flow} from './text/flow.ts'
import {changesWith, textMap, toNew} from './text/map.ts'
import type {Span} from './text/span.ts'

/**
 * Turns the bytes of one policy document page into one Result.
 *
 * @param input bytes in any encoding, or text
 * @returns offsets are UTF-16 code units of `text`, dates ISO 8601, amounts units of their currency
 * A stage that fails is a diagnostic (`pipeline/stage-failed`); its part of the Result is then the plain text, or the facts
 * that it had found.
 * @throws ReadError for what holds no text (archives, images), TypeError for what is neither bytes nor text
 */
export const parse = async (input: Uint8Array | string, options: ParseOptions = {}): Promise<Result> =>
  held(await parseFlowing(input, options))

/** The same Result, its long lists made while they are read: of a page of many megabytes they take more than all the rest. */
export async function parseFlowing(input: Uint8Array | string, options: ParseOptions = {}): Promise<Flowing> {
  // Of an ArrayBuffer, such as `fetch` gives, Node would say something about Buffer and undefined.
  if (typeof input !== 'string' && !ArrayBuffer.isView(input))
    throw new TypeError('Unexpected input, expected the bytes of a page (a Uint8Array) or its text')
  return finished(await read(input, options), options)
}

/** The stages after `read`, apart from it: nothing here holds the input. */
async function finished(source: Source, options: ParseOptions): Promise<Flowing> {
  const repaired = await guard(
    'repair',
    () => repair(source.text, options),
    error => untouched(source, error),
  )
  const page = pageOf(source, repaired)
  const structured = await guard<Structured>(
    'structure',
    () => structure(page),
    error => ({...plain(page), diagnostics: [error]}),
  )
  const result = assemble(source, repaired, structured, factsOf(page.text, structured))
  return page.text.length < LONG ? held(result) : result
}

/** What is shorter is held at once, which is faster. */
const LONG = 500_000

type Failure = Structured['diagnostics'][number]

async function guard<T>(stage: string, run: () => T | Promise<T>, fallback: (error: Failure) => T): Promise<T> {
  try {
    return await run()
  } catch (error) {
    return fallback(failure(stage, error))
  }
}

const failure = (stage: string, error: unknown): Failure => ({
  code: 'pipeline/stage-failed',
  level: 'error',
  message: `Unexpected failure in ${stage}, expected a result: ${error instanceof Error ? error.message : error}`,
})

/** The facts of the documents, while they are read. A failure ends them, and is told once. */
function factsOf(text: string, {documents, diagnostics}: Structured): Flow<DraftFact> {
  let failed = false
  return flow(function* () {
    try {
      yield* extract(text, documents)
    } catch (error) {
      if (!failed) diagnostics.push(failure('extract', error))
      failed = true
    }
  })
}

const untouched = (source: Source, error: Failure): Repaired => ({
  text: source.text,
  map: textMap([]),
  guesses: [],
  script: 'none',
  diagnostics: [error],
  shadow: null,
})

/** The page as the rules read it: in simplified script, with the format's hints moved to that text. */
function pageOf(source: Source, {text, map, shadow}: Repaired): Page {
  const seen = (span: Span): Span => (shadow ? toNew(shadow.map, span) : span)
  return {
    text: shadow?.text ?? text,
    hints: source.hints.map(hint => moved(hint, span => seen(toNew(map, span)))),
    properties: source.properties.map(p => ({...p, value: inSimplifiedScript(p.value)})),
    // Where a change is more than a table's.
    repaired: changesWith(map, notes => notes.some(n => !n.fold)).map(seen),
  }
}

function moved(hint: Hint, move: (span: Span) => Span): Hint {
  const span = move(hint.span)
  if (hint.kind !== 'table') return {...hint, span}
  const rows = hint.rows.map(row => row.map(cell => ({...cell, parts: cell.parts.map(move)})))
  return {...hint, span, rows}
}
