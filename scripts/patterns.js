// A script of the build → the same with its patterns made when they are first needed. Most of them match nothing on a page: to
// make and compile them all takes as long as to read it. Their sources stand in one string, each with the words of which a match
// holds at least one (`needs.js`), and a pattern is made once a text that it is asked of holds such a word (`pattern.js`).
import fs from 'node:fs'
import {createRequire} from 'node:module'
import path from 'node:path'
import {parseAst} from 'rolldown/parseAst'
import {needs} from './needs.js'
import {patternsOf as classOf} from './pattern.js'

/** Of these a text is the receiver, and a pattern keeps nothing from one call to the next. */
const METHODS = new Set(['match', 'matchAll', 'replace', 'replaceAll', 'search', 'split'])

/** Rewrites a script in its place. */
export function deferPatterns(file) {
  const code = fs.readFileSync(file, 'utf8')
  const found = patternsOf(parseAst(code, {lang: 'js', sourceType: 'script'}))
  evaluate(file, code, found)
  const kept = new Map()
  const hoisted = []
  let told = ''
  const made = found.map(({source, flags, top}, n) => {
    if (source === undefined) return undefined
    const at = told.length
    const known = kept.get(`${flags}/${source}`)
    if (known && !top) return known
    told += entryOf(source, flags)
    if (top) return `new Pattern(${at})`
    hoisted.push(`$pattern${n}=new Pattern(${at})`)
    kept.set(`${flags}/${source}`, `$pattern${n}`)
    return `$pattern${n}`
  })
  const patterns = file.replace(/js$/, 'patterns')
  fs.writeFileSync(patterns, told, 'utf16le')
  const head = `const Pattern=(${classOf})(require("node:fs").readFileSync(__filename.replace(/js$/,"patterns"),"utf16le"));
const ${hoisted.join(',')};
`
  const strict = '"use strict";'
  const begin = code.indexOf(strict) + strict.length
  fs.writeFileSync(file, code.slice(0, begin) + head + replaced(code, begin, found, made))
}

/** What is told of a pattern. */
export function entryOf(source, flags) {
  const {heads, tails, words} = needs(source, flags)
  if (/[\u0001\u0002]/.test(source)) throw new Error(`Unexpected control character in /${source}/`)
  return `${[flags, source, heads, tails, ...words].join('\u0001')}\u0002`
}

/** Literals of the ground floor and of functions, and what is made by `new RegExp` on the ground floor, in their order. */
function patternsOf(tree) {
  const found = []
  visit(tree, undefined, true)
  return found.sort((a, b) => a.start - b.start)

  function visit(node, parent, top) {
    if (Array.isArray(node)) for (const one of node) visit(one, parent, top)
    if (typeof node?.type !== 'string') return
    const {start, end, regex} = node
    if (regex && (top || asked(node, parent))) found.push({start, end, source: regex.pattern, flags: regex.flags, top})
    if (top && node.type === 'NewExpression' && node.callee.name === 'RegExp') {
      found.push({start, end, top})
      return
    }
    const inner = top && !/Function|Class/.test(node.type)
    for (const [name, child] of Object.entries(node)) if (name !== 'parent') visit(child, node, inner)
  }
}

/** A literal in a function is made anew at each call: one that keeps nothing may as well be one. */
function asked(node, parent) {
  if (/[gy]/.test(node.regex.flags))
    return parent.type === 'CallExpression' && parent.arguments[0] === node && METHODS.has(parent.callee.property?.name)
  return (parent.type === 'MemberExpression' && parent.object === node) || parent.type === 'CallExpression'
}

/** What `new RegExp` gives on the ground floor, which runs once: seen by running it. */
function evaluate(file, code, found) {
  const asked = found.filter(one => one.source === undefined)
  const texts = asked.map(({start, end}, n) => `$seen(${n},${code.slice(start, end)})`)
  const seen = (n, pattern) => {
    Object.assign(asked[n], {source: pattern.source, flags: pattern.flags})
    return pattern
  }
  const module = {exports: {}}
  const run = new Function('require', 'module', 'exports', '__filename', '$seen', replaced(code, 0, asked, texts))
  run(createRequire(path.resolve(file)), module, module.exports, file, seen)
}

function replaced(code, begin, places, texts) {
  let out = ''
  let at = begin
  for (const [n, {start, end}] of places.entries()) {
    if (texts[n] === undefined) continue
    // `return/…/` needs a space before a name.
    out += `${code.slice(at, start)} ${texts[n]} `
    at = end
  }
  return out + code.slice(at)
}
