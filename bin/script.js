// The scripts of the command line, with the code that V8 made of them at the build: compiling them anew costs as much as parsing
// a page. V8 takes the code of every build that bears its own version, and Node builds V8 in more than one way under one version:
// Node 20.19 crashed on what 20.20 had made. So the code is kept under the name of the very Node that made it, and others
// compile. Such a script is also kept as V8 holds it, in UTF-16: out of UTF-8 it takes as long to read as its code.
const fs = require('node:fs')
const path = require('node:path')
const v8 = require('node:v8')
const vm = require('node:vm')

// V8 optimises a function that has run for some milliseconds. One page is read by code that is spread thin: it is done before
// that pays, and is optimised again whenever the next page, or part of one, is of another kind. Waiting nine times as long saves
// a fifth of the time of a small page and a third of that of long ones. Patterns are compiled at once: V8 would run each in an
// interpreter first and compile it at its second use after all, which is a fifth of what a small page takes beyond an empty start.
// Functions too are compiled one by one as they are used: gathered in lots, those come along that are not used again.
// The space of young objects grows at its first collection to what the second and the third would make it: a damaged page
// has a twentieth less to do, and takes no more memory.
const EVERY = ['--no-regexp-tier-up', '--no-baseline-batch-compilation', '--semi-space-growth-factor=8']
const LATER = [
  '--invocation-count-for-turbofan=27000',
  '--invocation-count-for-maglev=3600',
  '--invocation-count-for-osr=7200',
  ...EVERY,
]
// V8 renames its flags, and complains aloud of one that it does not know: these versions of Node were tried (scripts/nodes).
const FLAGS = {20: ['--interrupt-budget=1200000', ...EVERY], 22: LATER, 24: LATER, 26: LATER}
const [major] = process.versions.node.split('.')
for (const flag of FLAGS[major] ?? []) v8.setFlagsFromString(flag)

const folder = path.join(__dirname, '..', 'dist', 'bin')
const loaded = new Map()

/** Where the code of a script is kept for this Node. */
exports.codeOf = base => `${base}.${process.version}-${process.platform}-${process.arch}.cache`

/** What a script of the build exports; with `keep`, what a start reads in its place is put there, once it has run. */
exports.load = function load(name, keep) {
  const known = loaded.get(name)
  if (known) return known.exports
  const base = path.join(folder, name)
  const code = exports.codeOf(base)
  const kept = !keep && fs.existsSync(code)
  const source = kept ? fs.readFileSync(`${base}.utf16`, 'utf16le') : wrapped(`${base}.js`)
  const cachedData = kept ? fs.readFileSync(code) : undefined
  const script = new vm.Script(source, {filename: `${base}.js`, cachedData})
  keep?.set(base, {script, source})
  const module = {exports: {}}
  loaded.set(name, module)
  const own = id => (id.startsWith('./') ? load(id.slice(2, -3), keep) : require(id))
  script.runInThisContext()(own, module, module.exports, `${base}.js`)
  return module.exports
}

function wrapped(file) {
  if (!fs.existsSync(file)) throw new Error(`${path.basename(file)} is not built: run npm run build`)
  return `(function(require,module,exports,__filename){${fs.readFileSync(file, 'utf8')}\n})`
}
