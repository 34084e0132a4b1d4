// Builds dist/: the library by tsc (ESM, types, source maps) and the command line by esbuild, in chunks that load when asked for.
import {execFileSync} from 'node:child_process'
import fs from 'node:fs'
import {createRequire} from 'node:module'
import {fileURLToPath} from 'node:url'
import {build} from 'esbuild'

const root = fileURLToPath(new URL('..', import.meta.url))
process.chdir(root)
fs.rmSync('dist', {recursive: true, force: true})

const tsc = createRequire(import.meta.url)
  .resolve('typescript/package.json')
  .replace('package.json', 'bin/tsc')
execFileSync(process.execPath, [tsc, '-p', 'tsconfig.json'], {stdio: 'inherit'})

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

// Of htmlparser2 we use the tokenizer; its index brings in writers of markup whose tables take 20 ms to build.
const tokenizerOnly = {
  name: 'tokenizer-only',
  setup: ({onResolve, onLoad}) => {
    onResolve({filter: /^htmlparser2$/}, () => ({path: 'htmlparser2', namespace: 'tokenizer-only'}))
    onLoad({filter: /./, namespace: 'tokenizer-only'}, () => ({
      contents: "export {default as Tokenizer} from './node_modules/htmlparser2/dist/esm/Tokenizer.js'",
      resolveDir: root,
    }))
  },
}

await build({
  entryPoints: {main: 'src/cli/main.ts', worker: 'src/batch/worker.ts'},
  outdir: 'dist/bin',
  bundle: true,
  splitting: true,
  minify: true,
  keepNames: false,
  format: 'esm',
  platform: 'node',
  target: 'node20',
  chunkNames: 'chunk-[hash]',
  external: ['nodejieba', 'libsql'],
  // Bundled CommonJS modules call require for node's own modules; an ES module has none.
  banner: {js: 'const require=process.getBuiltinModule;'},
  plugins: [noPrograms, tokenizerOnly],
  // Escaped, the word tables would be twice as long.
  charset: 'utf8',
  legalComments: 'none',
  logLevel: 'warning',
})
