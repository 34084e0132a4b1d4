/** What earlier runs did, finished or killed: the manifest, and the lines of a run that did not come to its end. */
import fs from 'node:fs'
import path from 'node:path'
import type {Entry, Manifest} from './manifest.ts'

const JOURNAL = '.policy-journal.ndjson'
const MANIFEST = 'manifest.json'

export interface Journal {
  /** What is known of earlier runs with the same version and options, by input path. */
  readonly known: ReadonlyMap<string, Entry>
  add(entry: Entry): void
  /** Ends the run: the manifest stands, the journal is gone. */
  close(): void
}

/** Opens the journal of an output folder. A torn last line is ignored. */
export function openJournal(root: string, run: Pick<Manifest, 'tool' | 'options'>): Journal {
  const file = path.join(root, JOURNAL)
  const key = JSON.stringify({tool: run.tool, options: run.options})
  const known = new Map<string, Entry>()
  for (const entry of [...manifestEntries(path.join(root, MANIFEST), key), ...journalEntries(file, key)])
    known.set(entry.path, entry)
  fs.mkdirSync(root, {recursive: true})
  const carried = fs.existsSync(file) ? [...journalEntries(file, key)] : []
  fs.writeFileSync(file, `${[key, ...carried.map(e => JSON.stringify(e))].join('\n')}\n`)
  const handle = fs.openSync(file, 'a')
  return {
    known,
    add: entry => void fs.writeSync(handle, `${JSON.stringify(entry)}\n`),
    close() {
      fs.closeSync(handle)
      fs.rmSync(file, {force: true})
    },
  }
}

function manifestEntries(file: string, key: string): readonly Entry[] {
  try {
    const {tool, options, entries}: Manifest = JSON.parse(fs.readFileSync(file, 'utf8'))
    return JSON.stringify({tool, options}) === key ? entries : []
  } catch {
    return []
  }
}

function* journalEntries(file: string, key: string): Generator<Entry> {
  if (!fs.existsSync(file)) return
  const [head, ...lines] = fs.readFileSync(file, 'utf8').split('\n')
  if (head !== key) return
  for (const line of lines) {
    try {
      yield JSON.parse(line)
    } catch {
      return
    }
  }
}
