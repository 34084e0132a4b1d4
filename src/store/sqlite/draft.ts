/**
 * How the changes of one run come to stand in an index file: in the file, or in another one that takes its place.
 *
 * A large change in the file would keep readers waiting, since SQLite locks it from when its memory is full until the end. So it
 * is made in a file beside it that nobody reads, a copy or a new one, and the new file takes the name of the old one. Who
 * reads the old one meanwhile goes on reading it. Who holds the lock of the old one is the only writer.
 */
import fs from 'node:fs'
import path from 'node:path'
import {type Connection, connect} from '../driver.ts'
import {type Meta, newMeta, SHARD} from '../meta.ts'
import type {PageRows} from '../rows.ts'
import type {Plan, Stamp} from '../store.ts'
import type {Segmenter} from '../words.ts'
import {builder, UNSEEN} from './build.ts'
import {writer} from './write.ts'

/** Changes that stand at their end or not at all. */
export interface Draft {
  put(stamp: Stamp, page: PageRows): void
  remove(path: string): void
  /** Whether a new file now has the name of the old one, which the caller still holds. */
  finish(): Promise<boolean>
  discard(): void
}

/** Smaller changes are held in memory until they stand: some five times as much. */
const LARGE = 8 * 1024 * 1024

/**
 * Begins a draft; the caller has opened a transaction that nobody else can write beside.
 * @param shard the part of the inputs that this is, such as `2/16`; null when it is all of them
 */
export async function draft(
  db: Connection,
  file: string,
  words: Segmenter,
  {bytes, keeps}: Plan,
  shard: string | null,
): Promise<Draft> {
  const beside = path.join(path.dirname(file), `.${path.basename(file)}.tmp`)
  // What a run that was killed has left.
  fs.rmSync(beside, {force: true})
  if (!keeps) return anew(file, beside, words, shard)
  return bytes > LARGE ? inCopy(file, beside, words, shard) : inPlace(db, words, shard)
}

async function anew(file: string, beside: string, words: Segmenter, shard: string | null): Promise<Draft> {
  const out = await builder(beside, words)
  const meta: Meta = {...Object.fromEntries(newMeta(words)), ...(shard === null ? {} : {[SHARD + shard]: ''})}
  return {
    put: out.put,
    remove: out.remove,
    async finish() {
      await out.finish(meta)
      takePlace(beside, file)
      return true
    },
    discard: out.discard,
  }
}

async function inCopy(file: string, beside: string, words: Segmenter, shard: string | null): Promise<Draft> {
  // Not by copying the bytes: closing any handle of a file ends the locks that its process has on it.
  const old = await connect(file)
  try {
    old.prepare('VACUUM INTO ?').run(beside)
  } finally {
    old.close()
  }
  const copy = await connect(beside)
  copy.exec(`${UNSEEN}; BEGIN`)
  markShard(copy, shard)
  const out = writer(copy, words)
  const discard = (): void => {
    copy.close()
    fs.rmSync(beside, {force: true})
  }
  return {
    put: out.put,
    remove: out.remove,
    async finish() {
      out.finish()
      copy.exec('COMMIT')
      copy.close()
      takePlace(beside, file)
      return true
    },
    discard,
  }
}

function inPlace(db: Connection, words: Segmenter, shard: string | null): Draft {
  markShard(db, shard)
  const out = writer(db, words)
  return {
    put: out.put,
    remove: out.remove,
    async finish() {
      out.finish()
      db.exec('COMMIT')
      return false
    },
    discard() {},
  }
}

/** Notes which part of the inputs the index holds, for who joins the parts; nothing when it holds all. */
function markShard(db: Connection, shard: string | null): void {
  if (shard === null) db.exec(`DELETE FROM meta WHERE key LIKE '${SHARD}%'`)
  else db.prepare("INSERT OR REPLACE INTO meta VALUES (?, '')").run(SHARD + shard)
}

/** The new file is on the disk before it has the name of the old one. */
function takePlace(beside: string, file: string): void {
  const handle = fs.openSync(beside, 'r+')
  try {
    fs.fchmodSync(handle, fs.statSync(file).mode)
    fs.fsyncSync(handle)
  } finally {
    fs.closeSync(handle)
  }
  fs.renameSync(beside, file)
}
