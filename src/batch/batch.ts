/** Folders of pages → a folder of Results with a manifest; the same bytes on any number of threads. */
import fs from 'node:fs'
import path from 'node:path'
import type {ParseOptions} from '../model/stages.ts'
import {sha256} from '../text/hash.ts'
import {inShard, type Shard, shardName} from '../text/shard.ts'
import {VERSION} from '../version.ts'
import {openJournal} from './journal.ts'
import {type Entry, type Manifest, manifestName, ordered} from './manifest.ts'
import {writeManifest} from './manifest-file.ts'
import {outputNames} from './names.ts'
import {isData} from './page-names.ts'
import {pool} from './pool.ts'
import {type Input, type WalkOptions, walk} from './walk.ts'
import {type Done, type Job, work} from './work.ts'

export {mergeManifests} from './merge.ts'
export type {Done, Entry, Manifest, Shard}

export interface BatchOptions extends Pick<WalkOptions, 'onTrouble' | 'onLeftOut'> {
  /** Where the Results go. */
  readonly output: string
  /** Threads; by default two, and none for less than two megabytes. */
  readonly jobs?: number | undefined
  /** Parse unchanged inputs again. */
  readonly force?: boolean | undefined
  /** Tell unchanged inputs by their SHA-256, not by size and time. */
  readonly checksum?: boolean | undefined
  /** Parse only this part of the inputs; its manifest bears the number of the part. */
  readonly shard?: Shard | undefined
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
  const found = walk(roots, {...options, leaveOut: options.output})
  const all = found.filter(input => !isData(input.path))
  // Names are given to all inputs, so that they are the same in every shard.
  const names = outputNames(all)
  const named = all.map((input, i) => ({...input, output: names[i]!}))
  const inputs = named.filter(({relative}) => inShard(relative, options.shard))
  const run = {tool: {name: 'policy', version: VERSION}, options: settings(options)} as const
  const journal = openJournal(options.output, run, options.shard)
  const entries: Entry[] = []
  const jobs: Job[] = []
  for (const input of inputs) {
    const known = options.force ? undefined : unchanged(input, input.output, journal.known.get(input.path), options)
    if (known) entries.push(known)
    else
      jobs.push({
        path: input.path,
        output: input.output,
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
  const part = options.shard ? {shard: shardName(options.shard)} : {}
  const head = {schema: 'policy-manifest/1', ...run, ...part} as const
  const manifest: Manifest = {...head, entries: ordered(entries)}
  writeManifest(path.join(options.output, manifestName(options.shard)), head, manifest.entries)
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
