// Runs the built command line on pages of ours and keeps each script that ran, with the code that V8 made of it: the start-up cache.
import fs from 'node:fs'
import {createRequire} from 'node:module'

const {codeOf, load} = createRequire(import.meta.url)('../bin/script.js')
process.argv = [process.argv[0], 'policy', 'parse', '--quiet', ...process.argv.slice(2)]
const scripts = new Map()
process.on('exit', () => {
  for (const [base, {script, source}] of scripts) {
    fs.writeFileSync(codeOf(base), script.createCachedData())
    fs.writeFileSync(`${base}.utf16`, source, 'utf16le')
  }
})
load('policy', scripts)
