/** What happened to an input → one line on stderr, and the exit code. */

import {ansi, harmless, inLine, plain, type Style} from '../emit/paint.ts'
import {placeName} from '../emit/row.ts'
import type {Flowing} from '../model/stages.ts'
import type {Given} from './command.ts'
import {say} from './language.ts'
import {isFile} from './out.ts'
import {columnsOf, ERR, OUT, type Standard, tell, terminal} from './streams.ts'

/** The exit codes: done, some input failed, wrong usage or no input. */
export const FAILED = 1
export const USAGE = 2

/** How a stream is painted: in colour on a terminal that wants it. */
export const painter = (to: Standard) =>
  !process.env['NO_COLOR'] && process.env['TERM'] !== 'dumb' && terminal(to) ? ansi : plain

/** How wide a line may be: the terminal, or a page where there is none. */
const PAGE = 120
const columns = (): number => columnsOf(OUT) ?? PAGE

/** How a person is shown something on standard output, or in a file. */
export const style = (file?: string | boolean): Required<Style> =>
  isFile(file) ? {paint: plain, columns: PAGE, say} : {paint: painter(OUT), columns: columns(), say}

/** Tells that a file is complete. */
export function written({output, quiet}: Given['options']): void {
  if (isFile(output) && quiet !== true) tell(`${say(`written to ${inLine(output)}`)}\n`)
}

/** A failed input: told whatever happens, and the others go on. */
export function fail(path: string | null, message: string, line = 1, column = 1): void {
  about(path, line, column, 'error', say(message))
  process.exitCode ??= FAILED
}

/** So many of one kind are told of an input; the rest is counted. */
const TOLD = 20

/** The errors of a Result, and its warnings unless quiet; notes stay in the Result, where all of them stand. */
export function diagnose({diagnostics, source}: Flowing, quiet: boolean, failOn: string = 'error'): void {
  const counts = new Map<string, number>()
  const all = [...diagnostics]
  // What else is wrong with bytes that are no text follows from that.
  const noText = all.some(d => d.code === 'read/not-text')
  for (const {level, message, code, origin} of all) {
    if (level === 'error' || (level === 'warning' && failOn === 'warning')) process.exitCode ??= FAILED
    if (level === 'info' || (quiet && level === 'warning')) continue
    if (noText && level === 'warning' && code !== 'read/not-text') continue
    const count = (counts.get(code) ?? 0) + 1
    counts.set(code, count)
    if (count > TOLD) continue
    // Of PDF, page and line, as everywhere.
    const [line, column] = origin ? placeName(origin).split(':') : []
    const at = origin && 'column' in origin ? origin.column : Number(column ?? 1)
    about(source.path, Number(line || 1), at, level, `${say(message)} (${code})`)
  }
  for (const [code, count] of counts)
    if (count > TOLD) about(source.path, 1, 1, 'warning', `${say(`${count - TOLD} more like this`)} (${code})`)
}

function about(path: string | null, line: number, column: number, level: string, message: string): void {
  const painted = painter(ERR)(level === 'error' ? 'red' : 'yellow', `${level}:`)
  tell(`${inLine(path ?? '-')}:${line}:${column}: ${painted} ${harmless(message).replaceAll('\n', ' ')}\n`)
}
