/** The table of commands; the help is made from it. */

import {run as check} from './check.ts'
import type {Command, Option} from './command.ts'
import {run as explain} from './explain.ts'
import {run as facts} from './facts.ts'
import {run as fix} from './fix.ts'
import {KINDS} from './kinds.ts'
import {run as parse} from './parse.ts'
import {run as schema} from './schema.ts'
import {run as tree} from './tree.ts'

const QUIET: Option = {flags: '-q, --quiet', says: 'print errors only'}
const READING: readonly Option[] = [
  {flags: '--encoding <label>', says: 'the encoding of the input, where the program is not to find it out'},
  {flags: '--media-type <type>', says: 'the media type of the input, such as text/html'},
]
const TEXT: readonly Option[] = [
  {flags: '--script <script>', says: 'what to do with traditional characters', choices: ['simplified', 'keep']},
  {
    flags: '--accept <certainty>',
    says: 'read: leave out what was inferred and not read off the bytes',
    choices: ['read', 'inferred'],
  },
]
const OUTPUT: Option = {
  flags: '-o, --output <file>',
  says: 'write to a file (whole or not at all), a summary to stderr',
}
const FILES: Option = {
  flags: '--files-from <file>',
  says: 'read the names of the inputs from a file, one a line (- for stdin)',
}
const FORMAT: Option = {flags: '--format <format>', says: 'the form of the output', choices: ['json', 'ndjson', 'csv']}
const BOM: Option = {flags: '--bom', says: 'begin CSV with a byte order mark, for spreadsheets'}
const FAIL: Option = {
  flags: '--fail-on <level>',
  says: 'exit with 1 when a document has a diagnostic of this level',
  choices: ['error', 'warning'],
}

export const COMMANDS: readonly Command[] = [
  {
    name: 'parse',
    takes: '[inputs...]',
    says: 'Turn pages into Results: repaired text, clause tree, metadata, facts, all with their places',
    options: [
      {flags: '--of <rows>', says: 'the whole Result, or flat rows', choices: ['result', 'clauses', 'facts']},
      FORMAT,
      {flags: '--kind <kinds>', says: `with --of facts: only these kinds (${KINDS.join(', ')})`},
      {flags: '--ndjson', says: 'be a filter: {"id", "text" or "bytesBase64", "path"?} a line in, a Result a line out'},
      {flags: '--offsets <unit>', says: 'what offsets count', choices: ['utf-16', 'code-point']},
      ...TEXT,
      ...READING,
      FILES,
      OUTPUT,
      BOM,
      FAIL,
      QUIET,
    ],
    example: {
      line: 'policy parse notices --of clauses --format csv -o clauses.csv',
      says: 'every clause of a folder, as a table',
    },
    run: parse,
  },
  {
    name: 'fix',
    takes: '[input]',
    says: 'Print the repaired text only; reads stdin when no input is given',
    options: [{flags: '--diff', says: 'print what was changed, as a unified diff'}, ...TEXT, ...READING, QUIET],
    example: {line: 'policy fix --diff notice.txt', says: 'what the repair changed, line by line'},
    run: fix,
  },
  {
    name: 'tree',
    takes: '[input]',
    says: 'Print the outline for a person: source line, marker, heading, id',
    options: [...READING, QUIET],
    example: {line: 'policy tree notice.txt', says: 'the documents of a page and their clauses'},
    run: tree,
  },
  {
    name: 'facts',
    takes: '[inputs...]',
    says: 'Print the facts as a table for a person, or as rows',
    options: [
      {flags: '--kind <kinds>', says: `only these kinds, separated by commas (${KINDS.join(', ')})`},
      {
        flags: '--accept <certainty>',
        says: 'read: only facts of which no character was inferred',
        choices: ['read', 'inferred'],
      },
      FORMAT,
      ...READING,
      FILES,
      OUTPUT,
      BOM,
      QUIET,
    ],
    example: {line: 'policy facts notice.txt --kind target,money', says: 'what is promised, and what it costs'},
    run: facts,
  },
  {
    name: 'check',
    takes: '[inputs...]',
    says: 'Check Results (or pages, parsed first) against the schema and the invariants of the format',
    options: [FORMAT, ...READING, FILES, QUIET],
    example: {
      line: 'policy check notice.txt',
      says: 'silent and 0 when all holds, one line for each thing that does not',
    },
    run: check,
  },
  {
    name: 'explain',
    takes: '<input>',
    says: 'Tell the story of one place: source, repairs, clause, facts and the rules behind them',
    options: [{flags: '--at <line[:column]>', says: 'the place in the source, both counted from 1'}, ...READING, QUIET],
    example: {line: 'policy explain notice.txt --at 8', says: 'everything that is known about line 8'},
    run: explain,
  },
  {
    name: 'schema',
    takes: '[name]',
    says: 'Print the JSON Schema of the Result, or of one of its parts; --list names them',
    options: [{flags: '--list', says: 'print the names'}],
    example: {line: 'policy schema fact', says: 'the JSON Schema (2020-12) of a fact'},
    run: schema,
  },
]
