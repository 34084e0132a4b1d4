// A pattern → what a text must have for it to match: words of which every match holds one, and the characters with which one
// begins and ends where that is the place of the text that is known. What has none of that needs no pattern made and compiled.

/** More words take longer to look for than most patterns to compile. */
const MOST = 16
/** More characters of a set, or to begin or end with, tell too little. */
const MOST_UNITS = 300
/** Stand in nearly every page: of two lists of words the one without them is the better. */
const COMMON = new Set(
  '的一二三四五六七八九十0123456789年月日，。、；：（）()第 \n\t\u3000章条和及各等在为以上中人不到%个部国市',
)

class Unknown extends Error {}

const NOTHING = {words: [], heads: '', tails: ''}

/** `heads` and `tails` are empty where any character may stand there. */
export function needs(source, flags) {
  let tree
  try {
    tree = parsed(source, flags)
  } catch (error) {
    if (error instanceof Unknown) return NOTHING
    throw error
  }
  const told = text => {
    if (text === undefined) return undefined
    const cased = flags.includes('i') && (text.toLowerCase() !== text || text.toUpperCase() !== text)
    return cased || /[\u0000-\u0002]/.test(text) ? undefined : text
  }
  const words = wordsOf(tree) ?? []
  const starts = flags.includes('y') || (!flags.includes('m') && bound(tree, 'start'))
  const ends = !flags.includes('m') && bound(tree, 'end')
  return {
    words: told(words.join('')) === undefined ? [] : words,
    heads: (starts && told(edge(tree, false))) || '',
    tails: (ends && told(edge(tree, true))) || '',
  }
}

/** One of these must stand in a match of this part; null where nothing must. */
function wordsOf(part) {
  if (part.unit !== undefined) return [part.unit]
  if (part.units) return part.units.length > 0 && part.units.length <= MOST ? part.units : null
  if (part.branches) return oneOf(part.branches.map(wordsOf))
  if (part.parts) return best(runs(part.parts))
  const inner = part.repeated ?? part.seen
  return inner ? wordsOf(inner) : null
}

function oneOf(lists) {
  if (lists.includes(null)) return null
  const words = [...new Set(lists.flat())]
  const shortest = words.filter(word => !words.some(other => other !== word && word.includes(other)))
  return shortest.length > MOST ? null : shortest
}

/** Units that follow each other are one word. */
function runs(parts) {
  const lists = []
  let run = ''
  for (const part of parts) {
    if (part.unit !== undefined) run += part.unit
    else {
      if (run) lists.push([run])
      run = ''
      lists.push(wordsOf(part))
    }
  }
  if (run) lists.push([run])
  return lists.filter(list => list !== null)
}

const best = lists => lists.reduce((a, b) => (a !== null && worth(a) >= worth(b) ? a : b), null)

const worth = words =>
  3 * Math.min(...words.map(word => [...word].reduce((sum, unit) => sum + (COMMON.has(unit) ? 0.35 : 1), 0))) -
  Math.log2(words.length)

/** Whether every match begins at the start of the text, or ends at its end. */
function bound(part, where) {
  if (part.at === where) return true
  if (part.branches) return part.branches.every(branch => bound(branch, where))
  if (!part.parts) return false
  // What takes no room may stand between.
  const parts = where === 'end' ? [...part.parts].reverse() : part.parts
  const first = parts.findIndex(one => !one.empty)
  return first >= 0 && bound(parts[first], where)
}

/** The characters with which a match begins, or ends; undefined where it may be any, or none at all. */
function edge(tree, last) {
  const {units, empty} = edgeOf(tree, last)
  return units && !empty && units.size <= MOST_UNITS ? [...units].join('') : undefined
}

/** Those of a part: `units` is undefined where they are not known, `empty` where it may take no room. */
function edgeOf(part, last) {
  if (part.unit !== undefined) return {units: new Set(part.unit), empty: false}
  if (part.units) return {units: new Set(part.units), empty: false}
  if (part.empty || part.at) return {units: new Set(), empty: true}
  if (part.optional) return {...edgeOf(part.optional, last), empty: true}
  if (part.repeated) return edgeOf(part.repeated, last)
  if (part.branches) return together(part.branches.map(branch => edgeOf(branch, last)))
  if (!part.parts) return {units: undefined, empty: true}
  const reached = []
  for (const one of last ? [...part.parts].reverse() : part.parts) {
    const edges = edgeOf(one, last)
    reached.push(edges)
    if (!edges.empty) break
  }
  return {...together(reached), empty: reached.every(edges => edges.empty)}
}

const together = edges => ({
  units: edges.every(({units}) => units) ? new Set(edges.flatMap(({units}) => [...units])) : undefined,
  empty: edges.some(({empty}) => empty),
})

/** May be anything, of any length. */
const ANYTHING = {}
const EMPTY = {empty: true}

/**
 * A tree of `unit`, `units` (one of them), `parts` (all of them), `branches` (one of them), `optional` and `repeated` parts, the
 * ends of the text (`at`), what takes no room (`empty`, with what is `seen` there), and what tells nothing.
 */
function parsed(source, flags) {
  const unicode = /[uv]/.test(flags)
  let at = 0
  const tree = either()
  if (at < source.length) throw new Unknown()
  return tree

  function either() {
    const branches = [all()]
    while (source[at] === '|') {
      at++
      branches.push(all())
    }
    return branches.length === 1 ? branches[0] : {branches}
  }

  function all() {
    const parts = []
    while (at < source.length && source[at] !== '|' && source[at] !== ')') parts.push(repeated(one()))
    return {parts}
  }

  function repeated(part) {
    const [times, least] = /^(?:[*?]|\+|\{(\d+)(?:,\d*)?\})\??/.exec(source.slice(at)) ?? ['']
    at += times.length
    if (times === '') return part
    return times[0] === '+' || Number(least) > 0 ? {repeated: part} : {optional: part}
  }

  function one() {
    const point = source.codePointAt(at)
    const sign = source[at++]
    if (sign === '(') return group()
    if (sign === '[') return set()
    if (sign === '\\') return escaped(false)
    if (sign === '^' || sign === '$') return {at: sign === '^' ? 'start' : 'end'}
    if (sign === '.') return ANYTHING
    if ('*+?{}'.includes(sign)) throw new Unknown()
    if (point < 0x10000) return {unit: sign}
    at++
    return ANYTHING
  }

  function group() {
    const [opening] = /^(?:\?(?:[:=!]|<[=!]|<[^>]+>))?/.exec(source.slice(at))
    if (opening === '' && source[at] === '?') throw new Unknown()
    at += opening.length
    const inner = either()
    if (source[at++] !== ')') throw new Unknown()
    if (/^\?<?!/.test(opening)) return EMPTY
    // What stands before may stand before the place where a search begins.
    if (opening === '?<=' && flags.includes('y')) return EMPTY
    return /^\?<?=/.test(opening) ? {empty: true, seen: inner} : {parts: [inner]}
  }

  function escaped(inSet) {
    const sign = source[at++]
    const control = {n: '\n', t: '\t', r: '\r', f: '\f', v: '\v'}[sign]
    if (control) return {unit: control}
    if (sign === 'd') return {units: [...'0123456789']}
    if (sign === 's') return {units: [...SPACES]}
    if ('DwWS'.includes(sign)) return ANYTHING
    if (!inSet && 'bB'.includes(sign)) return EMPTY
    if (sign === 'u' && /^[0-9a-fA-F]{4}/.test(source.slice(at))) return hexadecimal(4)
    if (sign === 'x' && /^[0-9a-fA-F]{2}/.test(source.slice(at))) return hexadecimal(2)
    const named = /^(?:[pP]\{[^}]*\}|u\{[^}]*\}|k<[^>]*>)/.exec(source.slice(at - 1))
    if (named && unicode) {
      at += named[0].length - 1
      return ANYTHING
    }
    if (/[1-9]/.test(sign) && !inSet) {
      at += /^\d*/.exec(source.slice(at))[0].length
      return ANYTHING
    }
    if (/[0-9A-Za-z]/.test(sign)) throw new Unknown()
    return {unit: sign}
  }

  function hexadecimal(digits) {
    const unit = String.fromCharCode(Number.parseInt(source.slice(at, at + digits), 16))
    at += digits
    // Two halves may be one character.
    if (unit >= '\ud800' && unit <= '\udfff') throw new Unknown()
    return {unit}
  }

  function set() {
    const units = new Set()
    let known = source[at] !== '^'
    while (source[at] !== ']') {
      const from = member()
      if (source[at] !== '-' || source[at + 1] === ']') add(from.unit === undefined ? from.units : [from.unit])
      else {
        at++
        add(between(from, member()))
      }
    }
    at++
    return known ? {units: [...units]} : ANYTHING

    function add(members) {
      if (members) for (const unit of members) units.add(unit)
      else known = false
    }
  }

  function member() {
    const point = source.codePointAt(at)
    if (point === undefined) throw new Unknown()
    const sign = source[at++]
    if (sign === '\\') return escaped(true)
    if (point < 0x10000) return {unit: sign}
    at++
    return ANYTHING
  }

  function between({unit: from}, {unit: to}) {
    if (from === undefined || to === undefined) return undefined
    const first = from.charCodeAt(0)
    const count = to.charCodeAt(0) - first + 1
    return count > MOST_UNITS ? undefined : Array.from({length: count}, (_, n) => String.fromCharCode(first + n))
  }
}

/** What `\s` matches. */
const SPACES =
  '\t\n\v\f\r \u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u2028\u2029\u202f\u205f\u3000\ufeff'
