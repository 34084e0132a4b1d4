/** How likely a character is after two others in official text: by the three, else by the last two, else by itself. */
import type {Dictionary} from './dictionary.ts'
import {placeOf} from './layout.ts'

/** The chances after two characters. */
export interface Chance {
  /** What comes after these two is asked next. */
  readonly after: (a: number, b: number) => void
  readonly of: (c: number) => number
}

/** What follows two characters that hardly stand together is less likely than it is after the second alone: they may both be wrong. */
const STRANGERS = 0.5
/** A character that no text has is not impossible. */
const UNSEEN = 1e-8

/** What stands beside anything. */
const SIGNS = '，。、；：！？（）《》“”〔〕—…\n0a'

export function chanceOf(words: Dictionary): Chance {
  const signs = new Set(Array.from(SIGNS, sign => words.ids[sign.charCodeAt(0)]!))
  const {size, likelihoods, factors, single, rest, pairKeys, pairLikely, pairRest, tripleKeys, tripleLikely} = words
  let [second, pair, forSingle, forPair] = [0, -1, 1, 1]
  return {
    after(a, b) {
      second = b > size ? 0 : b
      forSingle = second > 0 ? factors[rest[second]!]! : 1
      const place = a > 0 && a <= size && second > 0 ? placeOf(pairKeys, a, second) : -1
      const left = place < 0 ? 0 : pairRest[place]!
      pair = left > 0 ? place : -1
      forPair =
        left > 0
          ? factors[left]!
          : signs.has(a) || signs.has(b) || (place >= 0 && pairKeys[place] !== 0)
            ? 1
            : STRANGERS
    },
    of(c) {
      if (c === 0 || c > size) return UNSEEN * forPair * forSingle
      if (pair >= 0) {
        const place = placeOf(tripleKeys, pair, c)
        if (tripleKeys[place] !== 0) return likelihoods[tripleLikely[place]!]!
      }
      const place = second > 0 ? placeOf(pairKeys, second, c) : -1
      if (place >= 0 && pairKeys[place] !== 0) return forPair * likelihoods[pairLikely[place]!]!
      return forPair * forSingle * likelihoods[single[c]!]!
    },
  }
}
