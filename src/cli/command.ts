/** What a command is: a line of the table in `commands.ts`, and a function that is loaded when it is called. */

export interface Option {
  /** As the argument parser reads them: `-o, --output <file>`. */
  readonly flags: string
  readonly says: string
  readonly choices?: readonly string[]
  /** Words that completion offers where the option takes others too. */
  readonly offers?: readonly string[]
}

export interface Command {
  readonly name: string
  /** `[inputs...]`, as the argument parser reads it. */
  readonly takes: string
  /** What the argument may be, where it is no file. */
  readonly words?: readonly string[]
  readonly says: string
  readonly options: readonly Option[]
  readonly example: {readonly line: string; readonly says: string}
  readonly run: Run
}

/** What was given on the command line: the arguments, and the options by their long names in camel case. */
export interface Given {
  readonly inputs: readonly string[]
  readonly options: Readonly<Record<string, string | boolean | undefined>>
}

/** Does the work of a command; failures of inputs are reported, wrong usage is thrown. */
export type Run = (given: Given) => Promise<void>

/** Wrong usage: one line on stderr and exit code 2. */
export class UsageError extends Error {}
