/** What earlier runs did, finished or killed: the manifest, and the lines of a run that did not come to its end. */
import fs from 'node:fs'
import path from 'node:path'
import type {Shard} from '../text/shard.ts'
import {fileLines} from './file-lines.ts'
import {makeFolder} from './make-folder.ts'
import {type Entry, type Head, journalName, manifestName} from './manifest.ts'
import {readEntries, readHead} from './manifest-file.ts'

export interface Journal {
  /** What is known of earlier runs with the same version and options, by input path. */
  readonly known: ReadonlyMap<string, Entry>
  add(entry: Entry): void
  /** Ends the run: the manifest stands, the journal is gone. */
  close(): void
}

/**
 * Opens the journal of an output folder, or of one shard in it, which also knows what a merged manifest holds.
 * A torn last line is ignored.
 */
export function openJournal(root: string, {tool, options}: Pick<Head, 'tool' | 'options'>, shard?: Shard): Journal {
  const file = path.join(root, journalName(shard))
  const key = JSON.stringify({tool, options})
  const carried = [...journalEntries(file, key)]
  const names = new Set([manifestName(undefined), manifestName(shard)])
  const known = new Map<string, Entry>()
  for (const name of names)
    for (const entry of manifestEntries(path.join(root, name), key)) known.set(entry.path, entry)
  for (const entry of carried) known.set(entry.path, entry)
  makeFolder(root)
  const handle = named(root, () => fs.openSync(file, 'w'))
  const write = (line: string): void => void named(root, () => fs.writeSync(handle, `${line}\n`))
  const add = (entry: Entry): void => write(JSON.stringify(entry))
  write(key)
  for (const entry of carried) add(entry)
  return {
    known,
    add,
    close() {
      fs.closeSync(handle)
      fs.rmSync(file, {force: true})
    },
  }
}

/** What the disk refuses is told of the output folder: nobody has named the journal. */
function named<T>(root: string, act: () => T): T {
  try {
    return act()
  } catch (error) {
    throw Object.assign(error as NodeJS.ErrnoException, {path: root})
  }
}

function* manifestEntries(file: string, key: string): Generator<Entry> {
  try {
    const {tool, options} = readHead(file)
    if (JSON.stringify({tool, options}) === key) yield* readEntries(file)
  } catch {
    return
  }
}

function* journalEntries(file: string, key: string): Generator<Entry> {
  if (!fs.existsSync(file)) return
  let first = true
  for (const line of fileLines(file)) {
    try {
      if (!first) yield JSON.parse(line)
      else if (line !== key) return
    } catch {
      return
    }
    first = false
  }
}
