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
  banner: {
    js: "import {createRequire as __createRequire} from 'node:module';const require=__createRequire(import.meta.url);",
  },
  legalComments: 'none',
  logLevel: 'warning',
})
