// The scripts of the command line, with the code that V8 made of them at the build: compiling them anew costs as much as parsing
// a page. V8 itself checks whether the code fits its version and the script, and compiles when it does not.
const fs = require('node:fs')
const path = require('node:path')
const v8 = require('node:v8')
const vm = require('node:vm')

// V8 optimises a function that has run for some milliseconds. One page is read by code that is spread thin: it is done before
// that pays, and is optimised again whenever the next page, or part of one, is of another kind. Waiting nine times as long saves
// a fifth of the time of a small page and a third of that of long ones. Patterns are compiled at once: V8 would run each in an
// interpreter first and compile it at its second use after all, which is a fifth of what a small page takes beyond an empty start.
// The flags are known of these versions of V8 only.
if (Number.parseInt(process.versions.v8, 10) <= 13) {
  v8.setFlagsFromString('--interrupt-budget=1200000')
  v8.setFlagsFromString('--no-regexp-tier-up')
}

const folder = path.join(__dirname, '..', 'dist', 'bin')
const loaded = new Map()

/** What a script of the build exports; with `keep`, its code is put into `keep` once it is to be written. */
exports.load = function load(name, keep) {
  const known = loaded.get(name)
  if (known) return known.exports
  const file = path.join(folder, `${name}.js`)
  if (!fs.existsSync(file)) throw new Error(`${path.basename(file)} is not built: run npm run build`)
  const cache = path.join(folder, `${name}.cache`)
  const source = `(function(require,module,exports,__filename){${fs.readFileSync(file, 'utf8')}\n})`
  const cachedData = !keep && fs.existsSync(cache) ? fs.readFileSync(cache) : undefined
  const script = new vm.Script(source, {filename: file, cachedData})
  keep?.set(cache, script)
  const module = {exports: {}}
  loaded.set(name, module)
  const own = id => (id.startsWith('./') ? load(id.slice(2, -3), keep) : require(id))
  script.runInThisContext()(own, module, module.exports, file)
  return module.exports
}
