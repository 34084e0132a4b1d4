// Loads a TypeScript file of the checkout into a script: Node 20 runs none by itself.
import {mkdtempSync, rmSync} from 'node:fs'
import {tmpdir} from 'node:os'
import path from 'node:path'
import {pathToFileURL} from 'node:url'
import {build} from 'esbuild'

/** The exports of a TypeScript file and of what it imports. */
export async function load(file) {
  const dir = mkdtempSync(path.join(tmpdir(), 'policy-'))
  const outfile = path.join(dir, 'module.mjs')
  try {
    await build({
      entryPoints: [file],
      outfile,
      bundle: true,
      format: 'esm',
      platform: 'node',
      packages: 'external',
      logLevel: 'warning',
    })
    return await import(pathToFileURL(outfile).href)
  } finally {
    rmSync(dir, {recursive: true, force: true})
  }
}
