/** The command line: the version at once, everything else through the argument parser. */
import {VERSION} from '../version.ts'

const argv = process.argv.slice(2)
if (argv.length === 1 && (argv[0] === '--version' || argv[0] === '-V')) process.stdout.write(`${VERSION}\n`)
else
  try {
    await (await import('./program.ts')).run(argv)
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error)
    process.stderr.write(`error: ${message.replaceAll('\n', ' ')}\n`)
    process.exitCode = 1
  }
