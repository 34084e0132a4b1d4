/** What happened to an input → one line on stderr, and the exit code. */

import {ansi, harmless, plain, type Style} from '../emit/paint.ts'
import {lineOf} from '../emit/row.ts'
import type {Result} from '../model/result.ts'
import {say} from './language.ts'
import {quietly} from './out.ts'

/** The exit codes: done, some input failed, wrong usage or no input. */
export const FAILED = 1
export const USAGE = 2

/** How a stream is painted: in colour on a terminal that wants it. */
export const painter = (stream: NodeJS.WriteStream) =>
  stream.isTTY && !process.env['NO_COLOR'] && process.env['TERM'] !== 'dumb' ? ansi : plain

/** How wide a line may be: the terminal, or a page where there is none. */
const columns = (): number => process.stdout.columns ?? 120

/** How a person is shown something on standard output. */
export const style = (): Required<Style> => ({paint: painter(process.stdout), columns: columns(), say})

/** A failed input: told whatever happens, and the others go on. */
export function fail(path: string | null, message: string, line = 1): void {
  tell(path, line, 1, 'error', say(message))
  process.exitCode ??= FAILED
}

/** The errors of a Result, and its warnings unless quiet; notes stay in the Result. */
export function diagnose(result: Result, quiet: boolean, failOn: string = 'error'): void {
  for (const {level, message, code, origin} of result.diagnostics) {
    if (level === 'error' || (level === 'warning' && failOn === 'warning')) process.exitCode ??= FAILED
    if (level === 'info' || (quiet && level === 'warning')) continue
    const column = origin && 'column' in origin ? origin.column : 1
    tell(result.source.path, (origin && lineOf(origin)) || 1, column, level, `${say(message)} (${code})`)
  }
}

function tell(path: string | null, line: number, column: number, level: string, message: string): void {
  const painted = painter(process.stderr)(level === 'error' ? 'red' : 'yellow', `${level}:`)
  quietly(process.stderr)
  const place = harmless(path ?? '-').replaceAll('\n', '�')
  process.stderr.write(`${place}:${line}:${column}: ${painted} ${harmless(message).replaceAll('\n', ' ')}\n`)
}

/** What went wrong, in words; errors of the file system by their code. */
export function wordsFor(error: unknown): string {
  const code = (error as NodeJS.ErrnoException | undefined)?.code
  return (code && WORDS[code]) || (error instanceof Error ? error.message : String(error))
}

const WORDS: Readonly<Record<string, string>> = {
  ENOENT: 'no such file or folder',
  EACCES: 'permission denied',
  EPERM: 'operation not permitted',
  EISDIR: 'is a folder, expected a file',
  ENOTDIR: 'a part of the path is no folder',
  ELOOP: 'too many links',
  ENAMETOOLONG: 'name too long',
  ERR_FS_FILE_TOO_LARGE: 'larger than 2 GiB',
  ENOSPC: 'no space left',
}
