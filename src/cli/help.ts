/** What a command says of itself → help in the language of the reader, wrapped by the width of its characters. */
import type {HelpConfiguration} from 'commander'
import {width, wrap} from '../emit/width.ts'
import type {Command} from './command.ts'
import {say} from './language.ts'

const SAYS = 'Turns Chinese government policy pages into cited data: repaired text, clause tree, metadata, facts'

const START = [
  ['policy tree notice.txt', 'the outline of a page'],
  ['policy facts notice.txt --kind target', 'what it promises'],
  ['policy explain notice.txt --at 8', 'why line 8 reads as it does'],
  ['policy parse notices --of facts --format csv', 'the facts of a folder, as a table'],
] as const

const ABOUT = [
  'Inputs are files, folders, globs, - (stdin), --files-from; a Result, or NDJSON of Results, is used as it is.',
  'Data goes to stdout, the rest to stderr. Exit codes: 0 done, 1 some input failed, 2 wrong usage or no input.',
]

/** What the argument parser asks when it writes help. */
export const HELP: HelpConfiguration = {
  styleTitle: title => say(title),
  optionDescription: ({description, argChoices}) =>
    argChoices ? say(`${say(description)} (choices: ${argChoices.join(', ')})`) : say(description),
  subcommandTerm: command => `${command.name()} ${command.usage().replace('[options]', '').trim()}`.trimEnd(),
  subcommandDescription: command => say(command.description()),
  commandDescription: command => say(command.description()),
  displayWidth: width,
  boxWrap: (text, columns) => wrap(text, columns).join('\n'),
}

/** What the program is, where its help begins. */
export const description = SAYS

/** Where to begin, below the list of commands. */
export function beginning(columns: number): string {
  const longest = Math.max(...START.map(([line]) => line.length))
  const lines = START.map(([line, says]) =>
    longest + 4 + width(say(says)) > columns
      ? `  ${line}\n      ${say(says)}`
      : `  ${line.padEnd(longest)}  ${say(says)}`,
  )
  return ['', say('To begin with:'), ...lines, '', ...ABOUT.flatMap(line => wrap(say(line), columns))].join('\n')
}

/** The example of a command, below its options. */
export const exampleOf = ({example}: Command): string =>
  `\n${say('Example:')} ${say(example.says)}\n  $ ${example.line}`
