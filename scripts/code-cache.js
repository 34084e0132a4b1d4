// Runs the built command line on a page of ours and keeps the code that V8 made on the way: the commands' start-up cache.
import {createRequire} from 'node:module'

const {load} = createRequire(import.meta.url)('../bin/script.js')
process.argv = [process.argv[0], 'policy', 'parse', ...process.argv.slice(2)]
const run = load(keep => process.on('exit', keep))
run()
