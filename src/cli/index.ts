/** `policy index`: folders → an index that holds what they hold now. */
import {walk} from '../batch/walk.ts'
import {shown} from '../store/address.ts'
import {index} from '../store/indexer.ts'
import {openStore} from '../store/open.ts'
import {type Run, UsageError} from './command.ts'
import {frugal, steadily} from './frugal.ts'
import {jobsOf} from './jobs.ts'
import {say} from './language.ts'
import {atEnd} from './out.ts'
import {fail} from './report.ts'
import {shardIn} from './shards.ts'
import {tell} from './streams.ts'
import {wordsFor} from './words.ts'

/** By so many bytes the threads that read have taken the memory they need; what is told then bounds the one that writes. */
const BEGUN = 256 * 1024

export const run: Run = async ({inputs, options}) => {
  const file = options['db']
  if (inputs.length === 0) throw new UsageError('no input: give the folders to index')
  if (typeof file !== 'string' || file === '') throw new UsageError('give the index file with --db')
  const shard = shardIn(options['shard'])
  const jobs = jobsOf(options['jobs'])
  try {
    const store = await openStore(file, {write: true})
    // What is half made beside the index goes at once; the index is as it was.
    atEnd(() => void store.close())
    let read = 0
    try {
      const found = steadily(() => walk(inputs, {leaveOut: file}))
      const summary = await index(store, inputs, found, {
        force: options['force'] === true,
        jobs,
        shard,
        onDone: (_, bytes) => {
          read += bytes
          if (read > BEGUN) frugal()
        },
        onError: (path, error) => fail(path, wordsFor(error)),
      })
      const told = Object.entries(summary).map(([what, count]) => `${count} ${what}`)
      if (options['quiet'] !== true) tell(`${shown(file)}: ${told.map(say).join(', ')}\n`)
    } finally {
      await store.close()
    }
  } catch (error) {
    fail((error as NodeJS.ErrnoException).path ?? shown(file), wordsFor(error))
  }
}
