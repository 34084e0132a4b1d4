// Runs the built command line on pages of ours and keeps the code that V8 made of each script on the way: the start-up cache.
import fs from 'node:fs'
import {createRequire} from 'node:module'

const {load} = createRequire(import.meta.url)('../bin/script.js')
process.argv = [process.argv[0], 'policy', 'parse', ...process.argv.slice(2)]
const scripts = new Map()
process.on('exit', () => {
  for (const [file, script] of scripts) fs.writeFileSync(file, script.createCachedData())
})
load('policy', scripts)
