/** Diagnostics and failures → what continuous integration shows beside a file: GitHub commands, or a SARIF log. */
import type {Diagnostic} from '../model/diagnostic.ts'
import {lineOf} from './row.ts'

/** Something to show at a place of an input. */
export interface Annotation {
  readonly path: string
  readonly level: Diagnostic['level']
  readonly code: string
  readonly message: string
  readonly line: number
  readonly column: number
}

/** A diagnostic of the Result of `path`. */
export const annotation = (path: string, {level, code, message, origin}: Diagnostic): Annotation => ({
  path,
  level,
  code,
  message,
  line: (origin && lineOf(origin)) || 1,
  column: origin && 'column' in origin ? origin.column : 1,
})

const COMMANDS: Readonly<Record<Diagnostic['level'], string>> = {error: 'error', warning: 'warning', info: 'notice'}

/** A workflow command of GitHub Actions, with its line end. */
export function githubCommand({path, level, code, message, line, column}: Annotation): string {
  const data = (text: string) => text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A')
  const property = (text: string) => data(text).replaceAll(':', '%3A').replaceAll(',', '%2C')
  return `::${COMMANDS[level]} file=${property(path)},line=${line},col=${column},title=${property(code)}::${data(message)}\n`
}

const SARIF_LEVELS: Readonly<Record<Diagnostic['level'], string>> = {error: 'error', warning: 'warning', info: 'note'}

/** A log of SARIF 2.1.0 with all annotations. */
export const sarif = (annotations: readonly Annotation[], version: string): object => ({
  $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
  version: '2.1.0',
  runs: [
    {
      tool: {
        driver: {name: 'policy', version, rules: [...new Set(annotations.map(a => a.code))].sort().map(id => ({id}))},
      },
      columnKind: 'utf16CodeUnits',
      results: annotations.map(a => ({
        ruleId: a.code,
        level: SARIF_LEVELS[a.level],
        message: {text: a.message},
        locations: [
          {
            physicalLocation: {
              artifactLocation: {uri: a.path.split('/').map(encodeURIComponent).join('/')},
              region: {startLine: a.line, startColumn: a.column},
            },
          },
        ],
      })),
    },
  ],
})
