/** `policy merge`: what the shards of one run left → what one run over all would have left. */
import fs from 'node:fs'
import {mergeManifests} from '../batch/merge.ts'
import {type Run, UsageError} from './command.ts'
import {say} from './language.ts'
import {placeFor} from './out.ts'
import {fail} from './report.ts'
import {tell} from './streams.ts'
import {wordsFor} from './words.ts'

export const run: Run = async ({inputs, options}) => {
  const output = options['output']
  if (inputs.length === 0) throw new UsageError('no input: give the manifests or the index files of the shards')
  if (typeof output !== 'string') throw new UsageError('give the file for the whole with -o')
  if (placeFor(output).takesText) throw new UsageError(`cannot write ${output}: is not a file`)
  try {
    const merge = isIndex(inputs[0]!) ? (await import('../store/merge.ts')).mergeIndexes : mergeManifests
    const count = await merge(inputs, output)
    if (options['quiet'] !== true) tell(`${output}: ${say(`${count} files of ${inputs.length} shards`)}\n`)
  } catch (error) {
    // The message of a bad part begins with its name, as the line does.
    const place = (error as NodeJS.ErrnoException).path ?? output
    fail(place, wordsFor(error).replace(`${place}: `, ''))
  }
}

/** What every SQLite file begins with. */
const SQLITE = 'SQLite format 3\0'

function isIndex(file: string): boolean {
  const handle = fs.openSync(file, 'r')
  try {
    const start = Buffer.alloc(SQLITE.length)
    fs.readSync(handle, start)
    return start.toString('latin1') === SQLITE
  } finally {
    fs.closeSync(handle)
  }
}
