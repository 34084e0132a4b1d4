/** The command line: runs what was asked for; whatever is thrown is one line on stderr. */
import {say} from './language.ts'
import {run} from './program.ts'
import {tell} from './streams.ts'

// One each for all scripts of the build, which take them from here: a class to be recognised, and the language.
export * from './command.ts'
export * from './language.ts'
export * from './streams.ts'

run(process.argv.slice(2)).catch(error => {
  const message = error instanceof Error ? error.message : String(error)
  tell(`error: ${say(message.replaceAll('\n', ' '))}\n`)
  process.exitCode = 1
})
