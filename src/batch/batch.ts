/** Folders of pages → a folder of Results with a manifest; the same bytes on any number of threads. */
import fs from 'node:fs'
import path from 'node:path'
import type {ParseOptions} from '../model/stages.ts'
import {sha256} from '../text/hash.ts'
import {VERSION} from '../version.ts'
import {openJournal} from './journal.ts'
import {type Entry, type Manifest, ordered} from './manifest.ts'
import {outputNames} from './names.ts'
import {pool} from './pool.ts'
import {type Input, walk} from './walk.ts'
import {type Done, type Job, work, writeWhole} from './work.ts'

export type {Done, Entry, Manifest}

export interface BatchOptions {
  /** Where the Results go. */
  readonly output: string
  /** Threads; by default two, and none for less than two megabytes. */
  readonly jobs?: number | undefined
  /** Parse unchanged inputs again. */
  readonly force?: boolean | undefined
  /** Tell unchanged inputs by their SHA-256, not by size and time. */
  readonly checksum?: boolean | undefined
  readonly parse?: Pick<ParseOptions, 'encoding' | 'mediaType' | 'script' | 'accept'> | undefined
  /** Called after each file, in any order. */
  readonly onDone?: ((done: Done, progress: Progress) => void) | undefined
  /** The script that a thread runs; by default the one that stands beside this one when it is built. */
  readonly worker?: URL | undefined
}

export interface Progress {
  readonly done: number
  readonly total: number
  readonly skipped: number
}

/** Threads cost more than they give below this. */
const SMALL = 2 * 1024 * 1024

/**
 * Parses every file below the folders. An input that fails is one entry with an error and stops nothing.
 * @throws when a folder cannot be read, two inputs have one name, or the output folder cannot be written
 */
export async function batch(roots: readonly string[], options: BatchOptions): Promise<Manifest> {
  const inputs = walk(roots, options.output)
  const names = outputNames(inputs)
  const run = {tool: {name: 'policy', version: VERSION}, options: settings(options)} as const
  const journal = openJournal(options.output, run)
  const entries: Entry[] = []
  const jobs: Job[] = []
  for (const [i, input] of inputs.entries()) {
    const known = options.force ? undefined : unchanged(input, names[i]!, journal.known.get(input.path), options)
    if (known) entries.push(known)
    else
      jobs.push({
        path: input.path,
        output: names[i]!,
        root: options.output,
        modified: input.modified,
        options: options.parse ?? {},
      })
  }
  const skipped = entries.length
  const finish = (done: Done, job: Job): void => {
    if (done.entry.error) fs.rmSync(path.join(options.output, job.output), {force: true})
    entries.push(done.entry)
    journal.add(done.entry)
    options.onDone?.(done, {done: entries.length, total: inputs.length, skipped})
  }
  await runJobs(
    jobs,
    threadsFor(jobs, inputs, options),
    options.worker ?? new URL('./worker.js', import.meta.url),
    finish,
  )
  const manifest: Manifest = {schema: 'policy-manifest/1', ...run, entries: ordered(entries)}
  writeWhole(path.join(options.output, 'manifest.json'), `${JSON.stringify(manifest, null, 1)}\n`)
  journal.close()
  return manifest
}

async function runJobs(
  jobs: readonly Job[],
  threads: number,
  worker: URL,
  finish: (done: Done, job: Job) => void,
): Promise<void> {
  if (threads > 0) return pool(jobs, threads, worker, finish)
  for (const job of jobs) finish(await work(job), job)
}

function threadsFor(jobs: readonly Job[], inputs: readonly Input[], options: BatchOptions): number {
  if (options.jobs !== undefined) return options.jobs > 1 ? options.jobs : 0
  const bytes = inputs.reduce((sum, input) => sum + input.bytes, 0)
  return jobs.length < 2 || bytes < SMALL ? 0 : 2
}

/** What the outputs depend on besides the inputs. */
function settings({parse = {}}: BatchOptions): Record<string, string> {
  const set = Object.entries(parse).filter((pair): pair is [string, string] => pair[1] !== undefined)
  return Object.fromEntries(set.sort(([a], [b]) => (a < b ? -1 : 1)))
}

/** The entry of an earlier run, when its input and its output still stand. */
function unchanged(input: Input, output: string, known: Entry | undefined, options: BatchOptions): Entry | undefined {
  if (!known || known.error || known.output !== output || known.bytes !== input.bytes) return undefined
  if (!fs.existsSync(path.join(options.output, output))) return undefined
  if (options.checksum) return sameBytes(input, known) ? {...known, modified: input.modified} : undefined
  return known.modified === input.modified ? known : undefined
}

function sameBytes(input: Input, known: Entry): boolean {
  try {
    return sha256(fs.readFileSync(input.path)) === known.sha256
  } catch {
    return false
  }
}
