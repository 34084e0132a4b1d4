/** The table of commands → completions for a shell: commands, options, and the words that an option takes. */
import {type Command, type Option, type Run, UsageError} from './command.ts'
import {say} from './language.ts'
import {toStdout} from './out.ts'

type Table = readonly Command[]
type Common = readonly Option[]

/** `policy completion <shell>`. The table comes as an argument: it holds this command too. */
export async function run({inputs}: Parameters<Run>[0], commands: Table, common: Common): Promise<void> {
  const shell = inputs[0] ?? ''
  const write = Object.hasOwn(SHELLS, shell) ? SHELLS[shell] : undefined
  if (!write) throw new UsageError(`unknown shell '${shell}', expected one of ${Object.keys(SHELLS).join(', ')}`)
  await toStdout().write(write(commands, common))
}

const SHELLS: Readonly<Record<string, (commands: Table, common: Common) => string>> = {bash, zsh, fish}

/** `-o, --output <file>` → its names and what it takes. */
export function partsOf({flags}: Option): {names: string[]; takes: string | null} {
  const words = flags.split(/,? /)
  const takes = words.at(-1)!.startsWith('<') ? words.at(-1)!.slice(1, -1) : null
  return {names: words.filter(word => word.startsWith('-')), takes}
}

const wordsOf = ({choices, offers}: Option): readonly string[] | undefined => choices ?? offers
/** What names a file, and so is completed by the shell itself. */
const isFile = (takes: string | null): boolean => takes === 'file' || takes === 'dir'

function bash(commands: Table, common: Common): string {
  const names = [...commands.map(c => c.name), 'help']
  const values = commands.flatMap(({name, options}) =>
    [...options, ...common].flatMap(option => bashValue(name, option)),
  )
  const rest = commands.map(({name, options, words}) => {
    const flags = [...options, ...common].flatMap(option => partsOf(option).names)
    return `    ${name}) options='${flags.join(' ')}' words='${(words ?? []).join(' ')}' ;;`
  })
  return `# policy completion bash
# Files are completed by the shell wherever nothing here is meant.
_policy() {
  local current=\${COMP_WORDS[COMP_CWORD]} before=\${COMP_WORDS[COMP_CWORD-1]} command='' options='' words='' i
  if [[ $current == = ]]; then current=''; elif [[ $before == = ]]; then before=\${COMP_WORDS[COMP_CWORD-2]}; fi
  COMPREPLY=()
  for ((i = 1; i < COMP_CWORD; i++)); do
    case \${COMP_WORDS[i]} in
      ${names.join('|')}) command=\${COMP_WORDS[i]}; break ;;
    esac
  done
  case "$command $before" in
${values.join('\n')}
  esac
  case $command in
    '') options='${common.flatMap(o => partsOf(o).names).join(' ')} -V --version' words='${names.join(' ')}' ;;
    help) words='${names.join(' ')}' ;;
${rest.join('\n')}
  esac
  if [[ $current == -* ]]; then words=$options; fi
  if [[ -n $words ]]; then COMPREPLY=($(compgen -W "$words" -- "$current")); fi
}
complete -o default -F _policy policy
`
}

/** After an option that takes a word of a list: that list; after one that takes a number or text: nothing. */
function bashValue(command: string, option: Option): string[] {
  const {names, takes} = partsOf(option)
  if (takes === null || isFile(takes)) return []
  const words = wordsOf(option)
  const pattern = names.map(name => `'${command} ${name}'`).join('|')
  return [`    ${pattern}) ${words ? `COMPREPLY=($(compgen -W '${words.join(' ')}' -- "$current")); ` : ''}return ;;`]
}

function zsh(commands: Table, common: Common): string {
  const described = commands.map(({name, says}) => `        ${zshQuoted(`${name}:${say(says)}`)}`)
  const cases = commands.map(({name, options, takes, words}) => {
    const rest = words ? `'1:${takes.replace(/\W/g, '')}:(${words.join(' ')})'` : `'*:${say('file')}:_files'`
    return `        ${name}) _arguments -s ${[...options, ...common].flatMap(zshOption).join(' ')} ${takes === '' ? '' : rest} ;;`
  })
  return `#compdef policy
# policy completion zsh
_policy() {
  local context state state_descr line
  typeset -A opt_args
  _arguments -C ${common.flatMap(zshOption).join(' ')} '1: :->command' '*:: :->argument'
  case $state in
    command)
      local -a commands=(
${described.join('\n')}
      )
      _describe command commands ;;
    argument)
      case $words[1] in
${cases.join('\n')}
      esac ;;
  esac
}
if [[ $funcstack[1] == _policy ]]; then _policy "$@"; else compdef _policy policy; fi
`
}

const zshQuoted = (text: string): string => `'${text.replaceAll("'", "'\\''")}'`

function zshOption(option: Option): string[] {
  const {names, takes} = partsOf(option)
  const says = say(option.says).replace(/[[\]:\\]/g, '\\$&')
  const words = wordsOf(option)
  const after = takes === null ? '' : `:${takes}:${words ? `(${words.join(' ')})` : isFile(takes) ? '_files' : ' '}`
  return names.map(name => zshQuoted(`${name.startsWith('--') && takes ? `${name}=` : name}[${says}]${after}`))
}

function fish(commands: Table, common: Common): string {
  const lines = ['# policy completion fish']
  for (const {name, says} of commands)
    lines.push(`complete -c policy -n __fish_use_subcommand -f -a ${name} -d ${fishQuoted(say(says))}`)
  for (const option of common) lines.push(`complete -c policy ${fishOption(option)}`)
  for (const {name, options, words} of commands) {
    const when = `-n '__fish_seen_subcommand_from ${name}'`
    if (words) lines.push(`complete -c policy ${when} -f -a '${words.join(' ')}'`)
    for (const option of options) lines.push(`complete -c policy ${when} ${fishOption(option)}`)
  }
  return `${lines.join('\n')}\n`
}

const fishQuoted = (text: string): string => `'${text.replace(/['\\]/g, '\\$&')}'`

function fishOption(option: Option): string {
  const {names, takes} = partsOf(option)
  const words = wordsOf(option)
  const flags = names.map(name => (name.startsWith('--') ? `-l ${name.slice(2)}` : `-s ${name.slice(1)}`))
  const value = takes === null ? [] : words ? ['-x', `-a '${words.join(' ')}'`] : [isFile(takes) ? '-r' : '-x']
  return [...flags, ...value, `-d ${fishQuoted(say(option.says))}`].join(' ')
}
