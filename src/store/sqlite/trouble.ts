/** What SQLite or the file system says while an index is written or read → what went wrong with the index, in one line. */
import fs from 'node:fs'
import {refused as diskRefused} from '../../text/refused.ts'
import {isStoreError, StoreError} from '../store.ts'

const codeOf = (error: unknown): string => String((error as {code?: unknown} | undefined)?.code ?? '')
const messageOf = (error: unknown): string =>
  diskRefused(error) ?? (error instanceof Error ? error.message : String(error)).split('\n')[0]!

const isOfEngine = (error: unknown): boolean =>
  codeOf(error).startsWith('SQLITE_') || codeOf(error) === 'ERR_SQLITE_ERROR'
const isOfDisk = (error: unknown): boolean => (error as {syscall?: unknown} | undefined)?.syscall !== undefined
const isBusy = (error: unknown): boolean => isOfEngine(error) && /locked|busy/i.test(messageOf(error))

const isDamaged = (error: unknown): boolean => isOfEngine(error) && /malformed/i.test(messageOf(error))

const BUSY = 'another process is writing to the index; try again'

/** Why a change was refused; what is wrong with something else than the index stays as it is. */
function refused(error: unknown): unknown {
  if (isStoreError(error)) return error
  if (isBusy(error)) return new StoreError('busy', BUSY, {cause: error})
  if (!isOfEngine(error) && !isOfDisk(error)) return error
  return new StoreError('refused', `cannot write the index, it is as it was: ${messageOf(error)}`, {cause: error})
}

/** Runs a change; what is refused (a full disk, a folder that nobody may write to) leaves the index as it was. */
export async function written<T>(run: () => T | Promise<T>): Promise<T> {
  try {
    return await run()
  } catch (error) {
    throw refused(error)
  }
}

/** Runs a query; a file that is no index is told as such. */
export function read<T>(run: () => T): T {
  try {
    return run()
  } catch (error) {
    if (isStoreError(error)) throw error
    if (isBusy(error)) throw new StoreError('busy', BUSY, {cause: error})
    if (isDamaged(error))
      throw new StoreError('unreadable', `the index is damaged, build it anew: ${messageOf(error)}`, {cause: error})
    throw new StoreError('not-an-index', `not an index of policy: ${messageOf(error)}`, {cause: error})
  }
}

/**
 * Where the file of an index stands, behind any links; made empty when it is to be written and is not there.
 * @throws StoreError `unreadable` for what is no file: a folder, a device or a pipe would be replaced by an index
 */
export function placeOf(file: string, write: boolean): string {
  try {
    const found = fs.statSync(file, {throwIfNoEntry: false})
    if (found && !found.isFile())
      throw new StoreError('unreadable', found.isDirectory() ? 'is a folder, expected a file' : 'is not a file')
    if (!found && !write) throw new StoreError('unreadable', NONE)
    if (!found) fs.closeSync(fs.openSync(file, 'a'))
    else fs.accessSync(file, fs.constants.R_OK)
    return fs.realpathSync(file)
  } catch (error) {
    if (isStoreError(error)) throw error
    throw new StoreError('unreadable', `cannot open the index: ${messageOf(error)}`, {cause: error})
  }
}

export const NONE = 'no such index; build it with `policy index`'
