/** `policy index`: folders → an index that holds what they hold now. */
import {walk} from '../batch/walk.ts'
import {index} from '../store/indexer.ts'
import {openSqlite} from '../store/sqlite.ts'
import {StoreError} from '../store/store.ts'
import {type Run, UsageError} from './command.ts'
import {say} from './language.ts'
import {fail, wordsFor} from './report.ts'

export const run: Run = async ({inputs, options}) => {
  const file = options['db']
  if (inputs.length === 0) throw new UsageError('no input: give the folders to index')
  if (typeof file !== 'string') throw new UsageError('give the index file with --db')
  try {
    const store = await openSqlite(file, {write: true})
    try {
      const summary = await index(store, inputs, walk(inputs, file), {
        force: options['force'] === true,
        onError: (path, error) => fail(path, wordsFor(error)),
      })
      const told = Object.entries(summary).map(([what, count]) => `${count} ${what}`)
      if (options['quiet'] !== true) process.stderr.write(`${file}: ${told.map(say).join(', ')}\n`)
    } finally {
      await store.close()
    }
  } catch (error) {
    fail(error instanceof StoreError ? file : ((error as NodeJS.ErrnoException).path ?? file), wordsFor(error))
  }
}
