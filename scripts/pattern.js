/**
 * The class of the patterns of a script: each is made when it is first asked of a text that it can match, see `patterns.js`.
 * @param list what is told of all of them, one after the other
 */
export function patternsOf(list) {
  return class Pattern {
    constructor(at) {
      this.at = at
      this.made = null
      this.kept = null
    }
    /** What the file of patterns says of it. */
    get told() {
      if (this.kept === null) {
        const end = list.indexOf('\u0002', this.at)
        const [flags, source, heads, tails, ...words] = list.slice(this.at, end).split('\u0001')
        this.kept = {flags, source, heads, tails, words, sticky: flags.includes('y'), looks: 100, index: 0}
      }
      return this.kept
    }
    get own() {
      if (this.made === null) {
        const {source, flags, index} = this.told
        this.made = new RegExp(source, flags)
        this.made.lastIndex = index
      }
      return this.made
    }
    /** The text has not what every match needs. After so many looks, to compile it is cheaper. */
    fails(text) {
      if (this.made !== null || typeof text !== 'string') return false
      const told = this.told
      const {heads, tails, words, index} = told
      if (
        (heads === '' || (index < text.length && heads.includes(text[index]))) &&
        (tails === '' || (index < text.length && tails.includes(text[text.length - 1])))
      ) {
        told.looks -= words.length
        if (words.length === 0 || told.looks < 0) return false
        for (let i = 0; i < words.length; i++) if (text.includes(words[i], index)) return false
      }
      told.index = 0
      return true
    }
    get source() {
      return this.told.source
    }
    get flags() {
      return this.told.flags
    }
    get lastIndex() {
      return this.made === null ? this.told.index : this.made.lastIndex
    }
    set lastIndex(index) {
      if (this.made === null && this.told.sticky) this.told.index = index
      else this.own.lastIndex = index
    }
    test(text) {
      return this.fails(text) ? false : this.own.test(text)
    }
    exec(text) {
      return this.fails(text) ? null : this.own.exec(text)
    }
    [Symbol.match](text) {
      return this.fails(text) ? null : this.own[Symbol.match](text)
    }
    [Symbol.matchAll](text) {
      return this.fails(text) ? [].values() : this.own[Symbol.matchAll](text)
    }
    [Symbol.replace](text, by) {
      return this.fails(text) ? text : this.own[Symbol.replace](text, by)
    }
    [Symbol.search](text) {
      return this.fails(text) ? -1 : this.own[Symbol.search](text)
    }
    [Symbol.split](text, most) {
      return this.own[Symbol.split](text, most)
    }
  }
}
