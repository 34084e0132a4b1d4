/** The table of commands → an argument parser with its help, and the run of the command that was named. */
import {CommanderError, Option, Command as Parser} from 'commander'
import {VERSION} from '../version.ts'
import {type Command, type Option as Described, UsageError} from './command.ts'
import {COMMANDS, COMMON} from './commands.ts'
import {beginning, description, exampleOf, HELP} from './help.ts'
import {say, speak} from './language.ts'
import {USAGE} from './report.ts'
import {columnsOf, ERR, OUT, send, tell} from './streams.ts'

/** Runs a command line; sets the exit code. */
export async function run(argv: readonly string[]): Promise<void> {
  await speak(argv, process.env)
  try {
    await program(argv).parseAsync([...argv], {from: 'user'})
  } catch (error) {
    if (error instanceof CommanderError) process.exitCode = error.exitCode === 0 ? 0 : USAGE
    else if (error instanceof UsageError) {
      tell(`error: ${say(error.message)}\n`)
      process.exitCode = USAGE
    } else throw error
  }
}

function program(argv: readonly string[]): Parser {
  const parser = new Parser('policy')
  parser.configureHelp(HELP).configureOutput({
    writeOut: text => void send(OUT, text),
    writeErr: tell,
    getOutHelpWidth: () => helpWidth(false),
    getErrHelpWidth: () => helpWidth(true),
    outputError: (text, write) => write(text.split('\n').map(say).join('\n')),
  })
  parser.description(description).version(VERSION, '-V, --version', 'print the version')
  parser.addHelpText('after', ({error}) => beginning(helpWidth(error)))
  common(parser)
  // Options are made for the command that is named only: making them all costs as much as the parser itself.
  for (const command of COMMANDS) add(parser, argv.includes(command.name) ? command : {...command, options: []})
  addHelp(parser)
  return parser
}

/** In place of the parser's own, which answers an unknown name with the help of everything. */
function addHelp(parser: Parser): void {
  const command = parser.command('help [command]').description('print the help of a command')
  common(command).action((name?: string) => {
    const asked = name === undefined ? parser : parser.commands.find(one => one.name() === name)
    return asked ? asked.help() : parser.error(`error: unknown command '${name}'`)
  })
}

const helpWidth = (error: boolean): number => columnsOf(error ? ERR : OUT) ?? 80

function add(parser: Parser, described: Command): void {
  const {name, takes, says, options, run} = described
  const command = parser.command(`${name} ${takes}`).description(says)
  for (const option of options) command.addOption(made(option))
  common(command).addHelpText('after', () => exampleOf(described))
  command.action(async (...given: unknown[]) => {
    const inputs = [given[0] ?? []].flat() as string[]
    await run({inputs, options: command.opts()})
  })
}

function made({flags, says, choices}: Described): Option {
  const option = new Option(flags, says)
  return choices ? option.choices(choices) : option
}

/** The language is already settled when the parser meets its option, which is there to be checked and told. */
function common(command: Parser): Parser {
  for (const option of COMMON) {
    if (option.flags.endsWith('--help')) command.helpOption(option.flags, option.says)
    else command.addOption(made(option))
  }
  return command.exitOverride()
}
