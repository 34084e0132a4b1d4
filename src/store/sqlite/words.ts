/** Folded texts, node after node → the lists of nodes by pairs of characters and by words, which become the rows of `words`. */
import type {Segmenter} from '../words.ts'
import {type Gathered, gatherer} from './gather.ts'
import {hash, indexed, pair, rowOf} from './keys.ts'

/** What is said in many nodes. */
export interface Words {
  /** Notes what nodes say, from the first on: two lines for each, folded. */
  add(said: string, first: number): void
  /** How many bytes the lists take. */
  size(): number
  /** The rows of a segment in their order, and nothing is held any more. */
  drain(segment: number): Generator<[row: number, nodes: Buffer]>
}

/** Of phrases that come again (各乡镇人民政府) the lists are kept: so many, of so many characters at most. */
const KEPT = 8192
const LONGEST_KEPT = 64

const FEED = 0x0a

/** The lists in which a run of letters and digits stands. */
interface Lists {
  readonly pairs: readonly number[]
  readonly words: readonly number[]
}

/** @param most how many bytes of lists are held before they are drained */
export function wordsOf(segmenter: Segmenter, most?: number): Words {
  const pairs = gatherer(most)
  const words = gatherer(most)
  const kept = new Map<string, Lists>()
  const isIndexed = indexed()

  function listsOf(run: string): Lists {
    const known = kept.get(run)
    if (known !== undefined) return known
    const lists = {pairs: pairLists(run, pairs), words: wordLists(segmenter.cut(run), words)}
    if (run.length <= LONGEST_KEPT) {
      if (kept.size === KEPT) kept.clear()
      kept.set(copied(run), lists)
    }
    return lists
  }

  function addRun(run: string, node: number): void {
    const lists = listsOf(run)
    for (let i = 0; i < lists.pairs.length; i++) pairs.note(lists.pairs[i]!, node)
    for (let i = 0; i < lists.words.length; i++) words.note(lists.words[i]!, node)
  }

  return {
    add(said, first) {
      let start = -1
      let line = 0
      for (let i = 0; i <= said.length; ) {
        const length = i < said.length ? isIndexed(said, i) : 0
        if (length > 0) {
          if (start < 0) start = i
          i += length
          continue
        }
        if (start >= 0) addRun(said.slice(start, i), first + (line >> 1))
        start = -1
        if (said.charCodeAt(i) === FEED) line++
        i++
      }
    },
    size: () => pairs.size() + words.size(),
    *drain(segment) {
      kept.clear()
      for (const [key, nodes] of pairs.drain()) yield [rowOf(segment, key, false), nodes]
      for (const [key, nodes] of words.drain()) yield [rowOf(segment, key, true), nodes]
    },
  }
}

/** A slice keeps the whole text that it was cut from in memory. */
const copied = (run: string): string => Buffer.from(run, 'utf16le').toString('utf16le')

function pairLists(run: string, pairs: Gathered): number[] {
  const lists: number[] = []
  for (let i = 0; i < run.length; i++) lists.push(pairs.listOf(pair(run, i)))
  return lists
}

function wordLists(cut: readonly string[], words: Gathered): number[] {
  const lists: number[] = []
  for (const word of cut) if (word.length > 1) lists.push(words.listOf(hash(word)))
  return lists
}
