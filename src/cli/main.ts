/** The command line: runs what was asked for; whatever is thrown is one line on stderr. */
import {say} from './language.ts'
import {run} from './program.ts'

// One each for all scripts of the build, which take them from here: a class to be recognised, and the language.
export * from './command.ts'
export * from './language.ts'

run(process.argv.slice(2)).catch(error => {
  const message = error instanceof Error ? error.message : String(error)
  process.stderr.write(`error: ${say(message.replaceAll('\n', ' '))}\n`)
  process.exitCode = 1
})
