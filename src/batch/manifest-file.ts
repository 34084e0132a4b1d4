/** A manifest ↔ its file, entry by entry; the bytes are those of `JSON.stringify(manifest, null, 1)`. */
import fs from 'node:fs'
import {fileLines} from './file-lines.ts'
import type {Entry, Head} from './manifest.ts'
import {writeWhole} from './work.ts'

const OPENS = ' "entries": ['

/** Writes a manifest, whole or not at all. */
export function writeManifest(file: string, head: Head, entries: Iterable<Entry>): void {
  writeWhole(file, manifestText(head, entries))
}

function* manifestText(head: Head, entries: Iterable<Entry>): Generator<string> {
  const around = JSON.stringify({...head, entries: []}, null, 1)
  yield around.slice(0, around.lastIndexOf(']'))
  let before = '\n'
  for (const entry of entries) {
    yield `${before}${JSON.stringify(entry, null, 1).replace(/^/gm, '  ')}`
    before = ',\n'
  }
  yield before === '\n' ? ']\n}\n' : '\n ]\n}\n'
}

/**
 * What stands above the entries of a manifest.
 * @throws RangeError, with the name of the file, when it is none
 */
export function readHead(file: string): Head {
  const lines: string[] = []
  for (const line of fileLines(file)) {
    const end = line.startsWith(OPENS)
    lines.push(end ? `${OPENS}]}` : line)
    // A head is some ten lines; what goes on longer is another file.
    if (end || lines.length > 1000) break
  }
  const head = json(lines.join('\n')) as (Head & {entries?: unknown}) | undefined
  if (head?.schema !== 'policy-manifest/1') throw misfit(file, 'is not a manifest of a batch')
  const {entries, ...rest} = head
  return rest
}

/** What is wrong with one of several files; the message and `path` name it. */
export const misfit = (file: string, message: string): RangeError =>
  Object.assign(new RangeError(`${file}: ${message}`), {path: file})

/** The entries of a manifest in their order, holding one at a time; none where there is no such file. */
export function* readEntries(file: string): Generator<Entry> {
  if (!fs.existsSync(file)) return
  let lines: string[] | null = null
  for (const line of fileLines(file)) {
    if (line === '  {') lines = []
    if (!lines) continue
    const ends = line === '  }' || line === '  },'
    lines.push(ends ? '}' : line)
    if (!ends) continue
    yield JSON.parse(lines.join('\n'))
    lines = null
  }
}

function json(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
