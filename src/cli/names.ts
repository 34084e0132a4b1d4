/** The inputs of a command line (files, folders, globs, `-`, a list of names) → the files to read, in a fixed order. */
import fs from 'node:fs'
import path from 'node:path'
import {walk} from '../batch/walk.ts'
import {type Given, UsageError} from './command.ts'
import {fail} from './report.ts'
import {wordsFor} from './words.ts'

/** Standard input among the inputs. */
export const STDIN = '-'

export interface Name {
  readonly path: string
  /** Found in a folder or by a glob: passed over silently when it is JSON of another kind. */
  readonly found: boolean
}

/** Whether there is one named file (or `-`), so that one Result comes out. */
export const single = (inputs: readonly string[], filesFrom?: string | boolean): boolean =>
  inputs.length === 1 && !filesFrom && (inputs[0] === STDIN || (!isGlob(inputs[0]!) && !isFolder(inputs[0]!)))

/**
 * Every file behind the inputs, in the order given, folders by name. A bad input is told and passed over. What the run
 * writes is no input of the next one, unless it is named.
 */
export async function* names(
  inputs: readonly string[],
  {filesFrom, output}: Given['options'] = {},
): AsyncGenerator<Name> {
  const written = typeof output === 'string' ? path.resolve(output) : undefined
  for await (const name of all(inputs, filesFrom)) if (!name.found || path.resolve(name.path) !== written) yield name
}

async function* all(inputs: readonly string[], filesFrom?: string | boolean): AsyncGenerator<Name> {
  const given = typeof filesFrom === 'string' ? [...inputs, ...listed(filesFrom)] : inputs
  if (given.length === 0)
    throw new UsageError(
      filesFrom ? 'no input in the list of files' : 'no input: give files, folders, globs, or - for stdin',
    )
  for (const input of given) {
    if (input === STDIN) yield {path: STDIN, found: false}
    else if (isFolder(input)) yield* some(input, folder(input), 'no pages in this folder')
    else if (isGlob(input)) yield* some(input, await glob(input), 'no file matches')
    else yield {path: input, found: false}
  }
}

function listed(file: string): string[] {
  try {
    const text = fs.readFileSync(file === STDIN ? 0 : file, 'utf8')
    return text.split(/\r?\n/).filter(line => line !== '')
  } catch (error) {
    throw new UsageError(`cannot read the list of files ${file}: ${wordsFor(error)}`)
  }
}

function isFolder(input: string): boolean {
  try {
    return fs.statSync(input).isDirectory()
  } catch {
    // Missing, unreadable, a loop of links: told when it is read.
    return false
  }
}

const isGlob = (input: string): boolean => /[*?[{]/.test(input) && !fs.existsSync(input)

function* some(input: string, files: readonly string[] | null, otherwise: string): Generator<Name> {
  if (files?.length === 0) fail(input, otherwise)
  for (const file of files ?? []) yield {path: file, found: true}
}

async function glob(pattern: string): Promise<string[]> {
  const {glob: find} = await import('tinyglobby')
  const files = await find(pattern, {dot: false, followSymbolicLinks: false, expandDirectories: false})
  return files.sort(byUnits)
}

const byUnits = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

/** What a folder and the folders in it are searched for, as `batch` does; null when it cannot be read, which is told. */
function folder(root: string): string[] | null {
  const onTrouble = (place: string, error: unknown): void => fail(place, wordsFor(error))
  try {
    return walk([root], {onTrouble}).map(input => input.path)
  } catch (error) {
    onTrouble(root, error)
    return null
  }
}
