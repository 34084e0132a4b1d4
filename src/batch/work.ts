/** One input file → one output file, whole or not at all, and its line in the manifest. */
import fs from 'node:fs'
import path from 'node:path'
import {resultLine} from '../emit/json.ts'
import type {Result} from '../model/result.ts'
import type {ParseOptions} from '../model/stages.ts'
import {parseFlowing} from '../pipeline.ts'
import {passing} from '../text/flow.ts'
import {sha256} from '../text/hash.ts'
import {makeFolder} from './make-folder.ts'
import {counts, type Entry} from './manifest.ts'

export interface Job {
  readonly path: string
  readonly output: string
  readonly root: string
  readonly modified: number
  readonly options: ParseOptions
}

/** What one job gave: its entry, and the Result's diagnostics for the reporters. */
export interface Done {
  readonly entry: Entry
  readonly diagnostics: Result['diagnostics']
}

/** Reads, parses and writes one file. Never throws: what fails is the entry's error. */
export async function work(job: Job): Promise<Done> {
  let bytes: Buffer | undefined
  try {
    bytes = fs.readFileSync(job.path)
    const result = await parseFlowing(bytes, {...job.options, path: job.path})
    let facts = 0
    const counted = {...result, facts: passing(result.facts, () => facts++)}
    writeWhole(path.join(job.root, job.output), resultLine(counted))
    const {output, modified} = job
    const entry = {
      path: job.path,
      output,
      sha256: result.source.sha256,
      bytes: bytes.length,
      modified,
      ...counts(result, facts),
      error: null,
    }
    return {entry, diagnostics: [...result.diagnostics]}
  } catch (error) {
    return {entry: failed(job, error, bytes), diagnostics: []}
  }
}

/** The entry of an input that gave no Result. */
export function failed(job: Pick<Job, 'path' | 'modified'>, error: unknown, bytes?: Uint8Array): Entry {
  const known = error as {code?: unknown; message?: unknown}
  const message = String(known?.message ?? error).split('\n')[0]!
  return {
    path: job.path,
    output: null,
    sha256: bytes ? sha256(bytes) : null,
    bytes: bytes?.length ?? 0,
    modified: job.modified,
    documents: 0,
    clauses: 0,
    facts: 0,
    repairs: {},
    diagnostics: {},
    error: {code: typeof known?.code === 'string' ? known.code : 'failed', message},
  }
}

/** Writes a file under another name and renames it, so that nobody ever sees a half of it. */
export function writeWhole(file: string, text: string | Iterable<string>): void {
  const dir = path.dirname(file)
  const temporary = path.join(dir, `.${sha256(path.basename(file)).slice(0, 16)}.tmp`)
  makeFolder(dir)
  try {
    if (typeof text === 'string') fs.writeFileSync(temporary, text)
    else writeParts(temporary, text)
    fs.renameSync(temporary, file)
  } catch (error) {
    fs.rmSync(temporary, {force: true})
    throw Object.assign(error as NodeJS.ErrnoException, {path: file})
  }
}

/** Parts are gathered to some size, or each would be a call of its own. */
const GATHERED = 256 * 1024

function writeParts(file: string, parts: Iterable<string>): void {
  const handle = fs.openSync(file, 'w')
  try {
    let gathered = ''
    for (const part of parts) {
      gathered += part
      if (gathered.length < GATHERED) continue
      fs.writeFileSync(handle, gathered)
      gathered = ''
    }
    fs.writeFileSync(handle, gathered)
  } finally {
    fs.closeSync(handle)
  }
}
