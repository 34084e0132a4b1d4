/** The table of commands; the help, the completions and the manual page are made from it. */
import {VERSION} from '../version.ts'
import {run as check} from './check.ts'
import type {Command, Option} from './command.ts'
import {run as explain} from './explain.ts'
import {run as facts} from './facts.ts'
import {run as fix} from './fix.ts'
import {HIT_KINDS, KINDS} from './kinds.ts'
import {LANGUAGES} from './language.ts'
import {toStdout} from './out.ts'
import {run as parse} from './parse.ts'
import {run as schema} from './schema.ts'
import {run as tree} from './tree.ts'

/** What every command has, and the program itself. */
export const COMMON: readonly Option[] = [
  {flags: '--lang <language>', says: 'the language of messages; else LC_ALL or LANG decides', choices: LANGUAGES},
  {flags: '-h, --help', says: 'print this help'},
]
const QUIET: Option = {flags: '-q, --quiet', says: 'print errors only'}
const READING: readonly Option[] = [
  {flags: '--encoding <label>', says: 'the encoding of the input, where the program is not to find it out'},
  {flags: '--media-type <type>', says: 'the media type of the input, such as text/html'},
  {flags: '--max-bytes <n>', says: 'how many bytes a text may have, or a packed document (Word) unpack to'},
  {flags: '--max-pages <n>', says: 'how many pages a PDF may have'},
]
const TEXT: readonly Option[] = [
  {flags: '--script <script>', says: 'what to do with traditional characters', choices: ['simplified', 'keep']},
  {
    flags: '--accept <certainty>',
    says: 'read: leave out what was inferred and not read off the bytes',
    choices: ['read', 'inferred'],
  },
]
const OUTPUT: Option = {flags: '-o, --output <file>', says: 'write to a file, whole or not at all, and say so'}
const FILES: Option = {
  flags: '--files-from <file>',
  says: 'read the names of the inputs from a file, one a line (- for stdin)',
}
const FORMAT: Option = {flags: '--format <format>', says: 'the form of the output', choices: ['json', 'ndjson', 'csv']}
const ROWS: Option = {...FORMAT, says: 'the form of the output; rows in a file follow its name, such as .csv'}
const BOM: Option = {flags: '--bom', says: 'begin CSV with a byte order mark, for spreadsheets'}
const FAIL: Option = {
  flags: '--fail-on <level>',
  says: 'exit with 1 when a document has a diagnostic of this level',
  choices: ['error', 'warning'],
}
const SHARD: Option = {
  flags: '--shard <i/n>',
  says: 'only the i-th of n parts, told by a hash of each relative path: a new file moves no other',
}
const JOBS: Option = {flags: '--jobs <n>', says: 'threads; the output does not depend on it'}
const DB: Option = {
  flags: '--db <index>',
  says: 'the index: one SQLite file, or postgresql://user@host/database with the password in PGPASSWORD',
}
const FILTERS: readonly Option[] = [
  {
    flags: '--kind <kind>',
    says: 'a kind of hit (clause, paragraph, table, fact) or of fact (target, money …)',
    offers: HIT_KINDS,
  },
  {flags: '--metric <part>', says: 'part of the name of a metric'},
  {flags: '--min <value>', says: 'values of at least this'},
  {flags: '--max <value>', says: 'values of at most this'},
  {flags: '--unit <unit>', says: 'the unit, such as %, 所 or CNY'},
  {flags: '--by <date>', says: 'deadlines that end by this year or date'},
  {flags: '--from <date>', says: 'deadlines that begin in this year or later'},
  {flags: '--issuer <part>', says: 'part of the name of an issuer'},
  {flags: '--type <type>', says: 'the 文种, such as 意见'},
  {flags: '--place <part>', says: 'part of the name of a place'},
  {flags: '--limit <n>', says: 'so many hits'},
]

export const COMMANDS: readonly Command[] = [
  {
    name: 'parse',
    takes: '[inputs...]',
    says: 'Turn pages into Results: repaired text, clause tree, metadata, facts, all with their places',
    options: [
      {flags: '--of <rows>', says: 'the whole Result, or flat rows', choices: ['result', 'clauses', 'facts']},
      ROWS,
      {flags: '--kind <kinds>', says: `with --of facts: only these kinds (${KINDS.join(', ')})`, offers: KINDS},
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
    says: 'Print the outline for a person: source line, marker, heading, id, how many facts',
    options: [{flags: '--depth <n>', says: 'fold what lies deeper, with a count'}, ...READING, QUIET],
    example: {line: 'policy tree notice.txt --depth 2', says: 'the documents of a page and their clauses'},
    run: tree,
  },
  {
    name: 'facts',
    takes: '[inputs...]',
    says: 'Print the facts as a table for a person, or as rows',
    options: [
      {flags: '--kind <kinds>', says: `only these kinds, separated by commas (${KINDS.join(', ')})`, offers: KINDS},
      {
        flags: '--accept <certainty>',
        says: 'read: only facts of which no character was inferred',
        choices: ['read', 'inferred'],
      },
      ROWS,
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
      says: '0 when all holds; one line for each thing that does not',
    },
    run: check,
  },
  {
    name: 'explain',
    takes: '<input>',
    says: 'Tell the story of one place: source, repairs, clause, facts and the rules behind them',
    options: [
      {flags: '--at <line[:column]>', says: 'the place in the source, from 1; of PDF, page:line'},
      ...READING,
      QUIET,
    ],
    example: {line: 'policy explain notice.txt --at 8', says: 'everything that is known about line 8'},
    run: explain,
  },
  {
    name: 'batch',
    takes: '[dirs...]',
    says: 'Parse folders into a folder of Results with a manifest; unchanged inputs are skipped',
    options: [
      {flags: '-o, --output <dir>', says: 'where the Results and manifest.json go'},
      JOBS,
      {flags: '--force', says: 'parse unchanged inputs again'},
      {flags: '--checksum', says: 'tell unchanged inputs by their SHA-256, not by size and time'},
      SHARD,
      {flags: '--reporter <kind>', says: 'print diagnostics for CI', choices: ['github', 'sarif']},
      ...TEXT,
      ...READING,
      FAIL,
      QUIET,
    ],
    example: {line: 'policy batch notices -o results', says: 'a folder of notices, each with its Result'},
    run: async given => (await import('./batch.ts')).run(given),
  },
  {
    name: 'merge',
    takes: '[inputs...]',
    says: 'Join the manifests, or the index files, of the shards of one run into what one run over all would have made',
    options: [OUTPUT, QUIET],
    example: {
      line: 'policy merge results/manifest-*-of-*.json -o results/manifest.json',
      says: 'the manifest of all shards; says so when one is missing',
    },
    run: async given => (await import('./merge.ts')).run(given),
  },
  {
    name: 'index',
    takes: '[dirs...]',
    says: 'Build an index of folders of pages or Results, or bring it up to date',
    options: [DB, JOBS, {flags: '--force', says: 'index unchanged inputs again'}, SHARD, QUIET],
    example: {line: 'policy index notices --db policies.db', says: 'one SQLite file for all notices of a folder'},
    run: async given => (await import('./index.ts')).run(given),
  },
  {
    name: 'search',
    takes: '[query...]',
    says: 'Find every clause, paragraph and table that contains the words, or the facts that pass the filters',
    options: [DB, ...FILTERS, ROWS, OUTPUT, BOM, QUIET],
    example: {
      line: 'policy search --db policies.db --metric 覆盖率 --kind target --min 90 --by 2025',
      says: 'which notices promise a coverage of 90 or more by 2025',
    },
    run: async given => (await import('./search.ts')).run(given),
  },
  {
    name: 'compare',
    takes: '[inputs...]',
    says: 'Put the same metric of several documents side by side: metric, place, year, value',
    options: [
      DB,
      ...FILTERS,
      {
        flags: '--group <how>',
        says: 'how metrics are joined: by their names, without where and for whom, or by the last noun',
        choices: ['exact', 'core', 'head'],
      },
      {flags: '--join <names>', says: 'names that are one metric, such as 师训经费,教师培训经费; more lists after ;'},
      {flags: '--shared', says: 'only metrics that more than one place has'},
      ROWS,
      ...READING,
      FILES,
      OUTPUT,
      BOM,
      QUIET,
    ],
    example: {line: 'policy compare --db policies.db --metric 毛入园率', says: 'one metric across all places'},
    run: async given => (await import('./compare.ts')).run(given),
  },
  {
    name: 'report',
    takes: '[inputs...]',
    says: 'Make one HTML page to read in: outline, marked text, source, facts, time line, comparison',
    options: [OUTPUT, ...TEXT, ...READING, FILES, QUIET],
    example: {line: 'policy report notices -o report.html', says: 'the notices of a folder, to look through'},
    run: async given => (await import('./report-page.ts')).run(given),
  },
  {
    name: 'schema',
    takes: '[name]',
    words: ['result', 'document', 'fact', 'repair', 'diagnostic', 'error'],
    says: 'Print the JSON Schema of the Result, or of one of its parts; --list names them',
    options: [{flags: '--list', says: 'print the names'}],
    example: {line: 'policy schema fact', says: 'the JSON Schema (2020-12) of a fact'},
    run: schema,
  },
  {
    name: 'completion',
    takes: '<shell>',
    words: ['bash', 'zsh', 'fish'],
    says: 'Print the completions of commands and options for a shell',
    options: [],
    example: {line: 'source <(policy completion bash)', says: 'for this shell; put the line into ~/.bashrc'},
    run: async given => (await import('./completion.ts')).run(given, COMMANDS, COMMON),
  },
  {
    name: 'version',
    takes: '',
    says: 'Print the version',
    options: [],
    example: {line: 'policy version', says: 'the version, as --version prints it'},
    run: async () => toStdout().write(`${VERSION}\n`),
  },
]
