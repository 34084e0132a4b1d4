/** `policy merge`: what the shards of one run left → what one run over all would have left. */
import {mergeManifests} from '../batch/merge.ts'
import {type Run, UsageError} from './command.ts'
import {say} from './language.ts'
import {fail, wordsFor} from './report.ts'

export const run: Run = async ({inputs, options}) => {
  const output = options['output']
  if (inputs.length === 0) throw new UsageError('no input: give the manifests of the shards')
  if (typeof output !== 'string') throw new UsageError('give the file for the whole with -o')
  try {
    const count = mergeManifests(inputs, output)
    if (options['quiet'] !== true)
      process.stderr.write(`${output}: ${say(`${count} files of ${inputs.length} shards`)}\n`)
  } catch (error) {
    fail((error as NodeJS.ErrnoException).path ?? output, wordsFor(error))
  }
}
