/** Text → standard output or a file, which is whole or not there at all. */
import fs from 'node:fs'
import path from 'node:path'
import {UsageError} from './command.ts'
import {OUT, send} from './streams.ts'
import {wordsFor} from './words.ts'

export interface Out {
  readonly write: (text: string) => Promise<void>
  /** The output is complete. */
  readonly done: () => Promise<void>
}

/** Standard output, or the file of `--output`. */
export const output = (file: string | boolean | undefined): Out => (isFile(file) ? toFile(file) : toStdout())

/** Whether an output is named, other than standard output. */
export const isFile = (output: string | boolean | undefined): output is string =>
  typeof output === 'string' && output !== '-'

/** Standard output. The process is never ended while text is still on its way, except when nobody reads it. */
export const toStdout = (): Out => ({write: text => send(OUT, text), done: async () => {}})

/**
 * What can be written under this name: a file, new or there already, or what takes text as it comes (a device, a pipe).
 * @throws UsageError for a folder
 */
export function placeFor(name: string): {readonly file: string; readonly takesText: boolean} {
  if (name === '') throw new UsageError('give the name of a file with -o')
  const found = fs.statSync(name, {throwIfNoEntry: false})
  if (found?.isDirectory()) throw new UsageError(`cannot write ${name}: is a folder, expected a file`)
  // A link stays one: what it leads to is written.
  return {file: found?.isFile() ? fs.realpathSync(name) : name, takesText: found !== undefined && !found.isFile()}
}

/** @throws UsageError when nothing can be written there */
function toFile(name: string): Out {
  const {file, takesText} = placeFor(name)
  const target = takesText ? file : beside(file)
  let handle: number
  try {
    handle = fs.openSync(target, takesText ? 'w' : 'wx')
  } catch (error) {
    throw new UsageError(`cannot write ${name}: ${wordsFor(error)}`)
  }
  return {
    write: async text => told(name, () => fs.writeFileSync(handle, text)),
    done: async () =>
      told(name, () => {
        if (!takesText) fs.fsyncSync(handle)
        fs.closeSync(handle)
        if (!takesText) fs.renameSync(target, file)
      }),
  }
}

/** Runs what writes a file; what goes wrong is told of the file that was named. */
function told(name: string, write: () => void): void {
  try {
    write()
  } catch (error) {
    throw new Error(`cannot write ${name}: ${wordsFor(error)}`, {cause: error})
  }
}

/** A new name beside a file, which takes the name of the file when it is complete; gone when the program ends before. */
function beside(file: string): string {
  const temporary = path.join(path.dirname(file), `.${path.basename(file)}.${process.pid}.tmp`)
  atEnd(() => fs.rmSync(temporary, {force: true}))
  return temporary
}

/** What ends a program from outside, by the number that its exit code tells (128 + n). */
const SIGNALS = {SIGHUP: 1, SIGINT: 2, SIGTERM: 15} as const

/** Cleans up when the program ends, also when it is told to. */
export function atEnd(clean: () => void): void {
  process.once('exit', clean)
  for (const [signal, number] of Object.entries(SIGNALS)) process.once(signal, () => process.exit(128 + number))
}
