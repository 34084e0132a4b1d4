// The command line as one script, with the code that V8 made of it at the build: compiling it anew costs as much as parsing
// a page. V8 itself checks whether the code fits its version and the script, and compiles when it does not.
const fs = require('node:fs')
const {createRequire} = require('node:module')
const path = require('node:path')
const vm = require('node:vm')

const file = path.join(__dirname, '..', 'dist', 'bin', 'policy.js')
const cache = path.join(__dirname, '..', 'dist', 'bin', 'policy.cache')

/** The script as a function that runs it; `keep` is handed a function that gives V8's code for it once it has run. */
exports.load = keep => {
  const source = `(function(require,__filename){${fs.readFileSync(file, 'utf8')}\n})`
  const cachedData = !keep && fs.existsSync(cache) ? fs.readFileSync(cache) : undefined
  const script = new vm.Script(source, {filename: file, cachedData})
  keep?.(() => fs.writeFileSync(cache, script.createCachedData()))
  const run = script.runInThisContext()
  return () => run(createRequire(file), file)
}
