/** `policy batch`: folders of pages → a folder of Results with a manifest. */
import {batch, type Done, type Manifest, type Progress} from '../batch/batch.ts'
import {type Annotation, annotation, githubCommand, sarif} from '../emit/annotations.ts'
import {line} from '../emit/json.ts'
import {VERSION} from '../version.ts'
import {type Besides, batchSummary} from './batch-summary.ts'
import {type Given, type Run, UsageError} from './command.ts'
import {jobsOf} from './jobs.ts'
import {say} from './language.ts'
import {output} from './out.ts'
import {FAILED, fail} from './report.ts'
import {parseOptionsOf} from './results.ts'
import {shardIn} from './shards.ts'
import {ERR, tell, terminal} from './streams.ts'
import {wordsFor} from './words.ts'

export const run: Run = async ({inputs, options}) => {
  if (inputs.length === 0) throw new UsageError('no input: give the folders to parse')
  if (typeof options['output'] !== 'string') throw new UsageError('give the folder for the Results with -o')
  const asked = {
    output: options['output'],
    jobs: jobsOf(options['jobs']),
    force: options['force'] === true,
    checksum: options['checksum'] === true,
    shard: shardIn(options['shard']),
    parse: parseOptionsOf(options),
  }
  const report = reporter(options['reporter'])
  const meter = progress(options['quiet'] === true)
  const leftOut: string[] = []
  let parsed = 0
  try {
    const manifest = await batch(inputs, {
      ...asked,
      onTrouble: (folder, error) => fail(folder, wordsFor(error)),
      onLeftOut: file => void leftOut.push(file),
      onDone: (done, at) => {
        parsed++
        meter.step(at)
        report.add(done)
      },
    })
    meter.end()
    await report.end()
    conclude(manifest, {parsed, leftOut}, options)
    if (manifest.entries.length === 0 && !asked.shard) fail(inputs.join(' '), 'no pages in this folder')
  } catch (error) {
    meter.end()
    fail((error as NodeJS.ErrnoException).path ?? inputs.join(' '), wordsFor(error))
  }
}

function conclude(manifest: Manifest, besides: Besides, options: Given['options']): void {
  const failed = manifest.entries.filter(e => e.error)
  const levels = options['failOn'] === 'warning' ? ['error', 'warning'] : ['error']
  if (failed.length > 0 || manifest.entries.some(e => levels.some(level => e.diagnostics[level])))
    process.exitCode ??= FAILED
  if (options['quiet'] !== true) tell(batchSummary(manifest, besides))
}

interface Reporter {
  readonly add: (done: Done) => void
  readonly end: () => Promise<void>
}

/** What is told of each input while it runs: lines on stderr, GitHub commands, or a SARIF log at the end. */
function reporter(kind: string | boolean | undefined): Reporter {
  const all: Annotation[] = []
  return {
    add: ({entry, diagnostics}) => {
      if (entry.error && kind === undefined) fail(entry.path, wordsFor(Object.assign(new Error(), entry.error)))
      if (kind === undefined) return
      if (entry.error)
        all.push({
          path: entry.path,
          level: 'error',
          code: entry.error.code,
          message: entry.error.message,
          line: 1,
          column: 1,
        })
      for (const diagnostic of diagnostics)
        if (diagnostic.level !== 'info') all.push(annotation(entry.path, diagnostic))
    },
    end: async () => {
      all.sort((a, b) => (a.path < b.path ? -1 : a.path > b.path ? 1 : a.line - b.line || a.column - b.column))
      const out = output(undefined)
      if (kind === 'github') for (const one of all) await out.write(githubCommand(one))
      if (kind === 'sarif') await out.write(line(sarif(all, VERSION)))
      await out.done()
    },
  }
}

/** A line on a terminal that says how far it is. */
function progress(quiet: boolean): {step: (at: Progress) => void; end: () => void} {
  const shown = !quiet && terminal(ERR) !== undefined
  const start = performance.now()
  let last = 0
  return {
    step: ({done, total, skipped}) => {
      const now = performance.now()
      if (!shown || (now - last < 200 && done < total)) return
      last = now
      const speed = ((done - skipped) / (now - start)) * 1000
      const left = speed > 0 ? Math.ceil((total - done) / speed) : 0
      const at = say(`${done}/${total} files, ${speed.toFixed(0)} files/s, ${left} s left`)
      tell(`\r\x1b[K${at}`)
    },
    end: () => void (shown && tell('\r\x1b[K')),
  }
}
