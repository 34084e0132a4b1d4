// Writes dist/policy.1, the manual page, from the table of commands of the build.
import fs from 'node:fs'
import {fileURLToPath} from 'node:url'

/** A line of text as troff reads it: a backslash, a hyphen that is to be typed, a control character at its head. */
const plain = text => text.replaceAll('\\', '\\e').replaceAll('-', '\\-').replace(/^[.']/, '\\&$&')
const bold = text => `\\fB${plain(text)}\\fR`
const slanted = text => `\\fI${plain(text)}\\fR`

const INPUTS = `Inputs are files, folders, globs,
.B \\-
(stdin) and
.BR \\-\\-files\\-from ;
a Result, or NDJSON of Results, is used as it is.
Pages are plain text, Markdown, HTML, MHTML, Word or PDF, in UTF\\-8, UTF\\-16, GB18030 or Big5.`

const STATUS = [
  ['0', 'done'],
  ['1', 'some input failed, or --fail-on met what it names'],
  ['2', 'wrong usage, or no input'],
]
const ENVIRONMENT = [
  ['LC_ALL, LC_MESSAGES, LANG', 'the language of messages where --lang says nothing: Chinese where it begins with zh'],
  ['NO_COLOR', 'no colour on a terminal'],
]

/** The page: names, options and examples are those of the table. */
export function manPage(commands, common, version) {
  return `.\\" Made by scripts/man.js from the table of commands.
.TH POLICY 1 "" "policy ${version}" "User Commands"
.SH NAME
policy \\- turn Chinese government policy pages into cited data
.SH SYNOPSIS
${commands.map(({name, takes}) => `.B policy ${plain(name)}\n${slanted(takes === '' ? '[options]' : `[options] ${takes}`)}`).join('\n.br\n')}
.SH DESCRIPTION
${INPUTS}
Data goes to standard output, the rest to standard error.
.SH COMMANDS
${commands.map(commandText).join('\n')}
.SH COMMON OPTIONS
${common.map(optionText).join('\n')}
.SH EXIT STATUS
${listed(STATUS)}
.SH ENVIRONMENT
${listed(ENVIRONMENT)}
`
}

const listed = pairs => pairs.map(([name, says]) => `.TP\n${bold(name)}\n${plain(says)}`).join('\n')

const commandText = ({name, takes, says, options, example}) =>
  [
    `.SS policy ${plain(name)} ${slanted(takes)}`.trimEnd(),
    `${plain(says)}.`,
    ...options.map(optionText),
    `.PP\nExample: ${plain(example.says)}`,
    `.PP\n.nf\n.RS\n${plain(example.line)}\n.RE\n.fi`,
  ].join('\n')

function optionText({flags, says, choices}) {
  const [, names, takes] = flags.match(/^([^<]+?)(?: (<.+>))?$/)
  return `.TP\n${bold(names)}${takes ? ` ${slanted(takes)}` : ''}\n${plain(says)}${choices ? ` (${plain(choices.join(', '))})` : ''}`
}

/** Writes the page beside the build. */
export async function writeMan() {
  const {COMMANDS, COMMON} = await import('../dist/cli/commands.js')
  const {VERSION} = await import('../dist/version.js')
  fs.writeFileSync(fileURLToPath(new URL('../dist/policy.1', import.meta.url)), manPage(COMMANDS, COMMON, VERSION))
}
