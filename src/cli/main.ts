/** The command line: runs what was asked for; whatever is thrown is one line on stderr. */
import {run} from './program.ts'

run(process.argv.slice(2)).catch(error => {
  const message = error instanceof Error ? error.message : String(error)
  process.stderr.write(`error: ${message.replaceAll('\n', ' ')}\n`)
  process.exitCode = 1
})
