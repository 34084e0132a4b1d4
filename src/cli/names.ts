/** The inputs of a command line (files, folders, globs, `-`, a list of names) → the files to read, in a fixed order. */
import fs from 'node:fs'
import path from 'node:path'
import {type Given, UsageError} from './command.ts'
import {fail} from './report.ts'
import {wordsFor} from './words.ts'

/** Standard input among the inputs. */
export const STDIN = '-'

/**
 * What a folder is searched for; a JSON file counts only if it turns out to hold Results. Documents of formats that are
 * not read are among them: that one is left out must be told.
 */
const PAGES = new Set(
  '.txt .text .md .markdown .html .htm .xhtml .shtml .mht .mhtml .jsp .php .asp .aspx .docx .pdf .doc .wps .rtf .odt .ofd'.split(
    ' ',
  ),
)
const RESULTS = new Set(['.json', '.ndjson', '.jsonl'])

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

function* some(input: string, files: Iterable<string>, otherwise: string): Generator<Name> {
  let any = false
  for (const file of files) {
    any = true
    yield {path: file, found: true}
  }
  if (!any) fail(input, otherwise)
}

async function glob(pattern: string): Promise<string[]> {
  const {glob: find} = await import('tinyglobby')
  const files = await find(pattern, {dot: false, followSymbolicLinks: false, expandDirectories: false})
  return files.sort(byUnits)
}

const byUnits = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

/** The pages and Results of a folder and the folders in it, by name; hidden ones and links are passed over. */
function* folder(root: string): Generator<string> {
  const stack = [root]
  for (let next = stack.pop(); next !== undefined; next = stack.pop()) {
    const entries = entriesOf(next)
    if (entries === null) yield next
    else
      for (const entry of entries.toReversed())
        if (entry.isDirectory() ? entry.name !== 'node_modules' : isPage(entry.name))
          stack.push(path.join(next, entry.name))
  }
}

const isPage = (name: string): boolean => PAGES.has(extension(name)) || RESULTS.has(extension(name))

/** The extension of a path in lower case, with its dot. */
export const extension = (file: string): string => path.extname(file).toLowerCase()

/** What is in a folder; null for a file. An unreadable folder is told and empty. */
function entriesOf(place: string): fs.Dirent[] | null {
  try {
    const entries = fs.readdirSync(place, {withFileTypes: true})
    return entries
      .filter(e => !e.name.startsWith('.') && (e.isDirectory() || e.isFile()))
      .sort((a, b) => byUnits(a.name, b.name))
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOTDIR') return null
    fail(place, wordsFor(error))
    return []
  }
}
