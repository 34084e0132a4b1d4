/** The table of commands → an argument parser with its help, and the run of the command that was named. */
import {CommanderError, Option, Command as Parser} from 'commander'
import {VERSION} from '../version.ts'
import type {Command} from './command.ts'
import {COMMANDS} from './commands.ts'
import {quietly} from './out.ts'
import {USAGE} from './report.ts'

const SAYS = 'Turns Chinese government policy pages into cited data: repaired text, clause tree, metadata, facts'

const ABOUT = `
Inputs are files, folders, globs, - (stdin), --files-from; a Result, or NDJSON of Results, is used as it is.
Data goes to stdout, the rest to stderr. Exit codes: 0 done, 1 some input failed, 2 wrong usage or no input.`

/** Runs a command line; sets the exit code. */
export async function run(argv: readonly string[]): Promise<void> {
  try {
    await program(argv).parseAsync([...argv], {from: 'user'})
  } catch (error) {
    if (error instanceof CommanderError) process.exitCode = error.exitCode === 0 ? 0 : USAGE
    else if (error instanceof Error && error.name === 'UsageError') {
      process.stderr.write(`error: ${error.message}\n`)
      process.exitCode = USAGE
    } else throw error
  }
}

function program(argv: readonly string[]): Parser {
  quietly(process.stdout)
  quietly(process.stderr)
  const parser = new Parser('policy')
  parser.description(SAYS).version(VERSION, '-V, --version', 'print the version').exitOverride()
  parser.helpOption('-h, --help', 'print this help').addHelpText('after', ABOUT)
  // Options are made for the command that is named only: making them all costs as much as the parser itself.
  for (const command of COMMANDS) add(parser, argv.includes(command.name) ? command : {...command, options: []})
  parser
    .command('version')
    .description('Print the version')
    .action(() => void process.stdout.write(`${VERSION}\n`))
  return parser
}

function add(parser: Parser, {name, takes, says, options, example, run}: Command): void {
  const command = parser.command(`${name} ${takes}`).description(says).exitOverride()
  for (const {flags, says: help, choices} of options) {
    const option = new Option(flags, help)
    command.addOption(choices ? option.choices(choices) : option)
  }
  command.helpOption('-h, --help', 'print this help')
  command.addHelpText('after', `\nExample: ${example.says}\n  $ ${example.line}`)
  command.action(async (...given: unknown[]) => {
    const inputs = [given[0] ?? []].flat() as string[]
    await run({inputs, options: command.opts()})
  })
}
