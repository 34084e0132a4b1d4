// Builds dist/: the library by tsc (ESM, types, source maps), and the command line by esbuild: one script for what every command
// needs, one for each thing that only some pages or commands need, and V8's code for those that most pages need.
import {execFileSync} from 'node:child_process'
import fs from 'node:fs'
import {createRequire} from 'node:module'
import path from 'node:path'
import {fileURLToPath} from 'node:url'
import {build} from 'esbuild'
import {writeMan} from './man.js'
import {writePage} from './page.js'
import {deferPatterns} from './patterns.js'

const root = fileURLToPath(new URL('..', import.meta.url))
process.chdir(root)
fs.rmSync('dist', {recursive: true, force: true})
writePage()

const tsc = createRequire(import.meta.url)
  .resolve('typescript/package.json')
  .replace('package.json', 'bin/tsc')
execFileSync(process.execPath, [tsc, '-p', 'tsconfig.json'], {stdio: 'inherit'})
await writeMan()

// The argument parser can start other programs as commands; we have none, and loading the means costs 2 ms a start.
const noPrograms = {
  name: 'no-programs',
  setup: ({onResolve, onLoad}) => {
    onResolve({filter: /^node:child_process$/}, ({importer}) =>
      importer.includes('commander') ? {path: 'none', namespace: 'no-programs'} : undefined,
    )
    onLoad({filter: /./, namespace: 'no-programs'}, () => ({contents: 'module.exports = {}'}))
  },
}

/** What there is one of in a process: the other scripts of the command line take it from the first. */
const SHARED = new Set(['src/cli/command.ts', 'src/cli/language.ts', 'src/cli/streams.ts'])
/** Scripts by name → their source. */
const scripts = new Map([
  ['policy', 'src/cli/main.ts'],
  ['worker', 'src/batch/worker.ts'],
  ['reader', 'src/store/reader.ts'],
])

// Whatever else is imported when needed becomes a script of its own, named after its source.
const onDemand = {
  name: 'on-demand',
  setup: ({onResolve}) =>
    onResolve({filter: /^[^/]|^\.\.?\//}, ({kind, path: target, resolveDir}) => {
      if (kind !== 'dynamic-import' || target.startsWith('node:')) return undefined
      const relative = target.startsWith('.')
      const source = relative ? path.relative(root, path.join(resolveDir, target)).replaceAll(path.sep, '/') : target
      const name = source.replace(/^src\/|\.ts$/g, '').replaceAll('/', '-')
      scripts.set(name, source)
      return {path: `./${name}.js`, external: true}
    }),
}

const shared = {
  name: 'shared',
  setup: ({onResolve}) =>
    onResolve({filter: /^\.\.?\//}, ({kind, path: target, resolveDir}) =>
      kind === 'import-statement' && SHARED.has(path.relative(root, path.join(resolveDir, target)))
        ? {path: './policy.js', external: true}
        : undefined,
    ),
}

// Of `import fs from 'node:fs'` esbuild makes an object with every property of the module copied, for each file that says so:
// what `require` gives is taken as it is. The process is there without asking.
const asRequired = {
  name: 'as-required',
  setup: ({onResolve, onLoad}) => {
    onResolve({filter: /^node:/}, ({kind, path: target, importer}) =>
      target === 'node:process' || (kind === 'import-statement' && takesDefault(importer, target))
        ? {path: target, namespace: 'as-required'}
        : undefined,
    )
    onLoad({filter: /./, namespace: 'as-required'}, ({path: target}) => ({
      contents: target === 'node:process' ? 'module.exports = process' : `export default require('${target}')`,
    }))
  },
}
const takesDefault = (importer, target) =>
  path.isAbsolute(importer) && new RegExp(`^import \\w+ from '${target}'$`, 'm').test(fs.readFileSync(importer, 'utf8'))

// Tables that take longer to make, on every start, than a file of them to read: module → what it exports, and the file.
const tables = [
  {module: 'repair/lattice/unpacked', makes: 'unpacked', file: 'language.table', read: 'buffer => buffer.buffer'},
  {module: 'repair/lattice/gbk-pairs', makes: 'decodedPairs', file: 'gbk.table', read: 'buffer => buffer.buffer'},
  {
    module: 'repair/data/script-table',
    makes: 'scriptTable',
    file: 'script.table',
    read: 'buffer => new Uint8Array(buffer.buffer)',
  },
]
const readTables = {
  name: 'read-tables',
  setup: ({onLoad}) => {
    for (const {module, makes, file, read} of tables)
      onLoad({filter: new RegExp(`${module}\\.ts$`)}, () => ({
        contents: `import {readFileSync} from 'node:fs'
          import {join} from 'node:path'
          export const ${makes} = () => (${read})(readFileSync(join(__filename, '../${file}')))`,
      }))
  },
}

const built = new Set()
for (const [name, source] of scripts) {
  if (built.has(name)) continue
  built.add(name)
  await build({
    entryPoints: {[name]: source},
    outdir: 'dist/bin',
    bundle: true,
    minify: true,
    format: 'cjs',
    platform: 'node',
    target: 'node20',
    external: ['nodejieba', 'libsql', 'pg'],
    // A script has no import.meta, and require does what import() did.
    define: {'import.meta.url': '__here.url'},
    banner: {js: 'var __here={get url(){return require("node:url").pathToFileURL(__filename).href}};'},
    supported: {'dynamic-import': false},
    plugins: [...(name === 'policy' ? [] : [shared]), onDemand, asRequired, readTables, noPrograms],
    // Escaped, the word tables would be twice as long.
    charset: 'utf8',
    legalComments: 'none',
    logLevel: 'warning',
  })
}
for (const {module, makes, file} of tables)
  fs.writeFileSync(`dist/bin/${file}`, new Uint8Array((await import(`../dist/${module}.js`))[makes]()))
deferPatterns('dist/bin/pipeline.js')
fs.writeFileSync('dist/bin/package.json', '{"type":"commonjs"}\n')
const pages = ['plan/input.txt', 'shifted/input.txt', 'html/input.html'].map(name => `fixtures/documents/${name}`)
execFileSync(process.execPath, ['scripts/code-cache.js', ...pages], {stdio: ['ignore', 'ignore', 'inherit']})
