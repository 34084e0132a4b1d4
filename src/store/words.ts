/** Text → words, for ranking alone: nodejieba with the terms of policies, or Intl.Segmenter where it is absent. */
import fs from 'node:fs'
import {createRequire} from 'node:module'
import os from 'node:os'
import path from 'node:path'
import {TERMS} from './data/terms.ts'

/** Lines of jieba's dictionary (word, count, part of speech) for words that it counted less than 15 times, and for names of persons. */
const RARE = /^[^ \n]+ (?:(?:\d|1[0-4]) [^\n]*|\d+ nr[^\n]*)\n/gm

export interface Segmenter {
  /** Recorded in the index: words of two segmenters do not mix. */
  readonly name: string
  readonly cut: (text: string) => string[]
}

/** An environment variable that forces the fallback, so that tests cover both. */
const FORCED = 'POLICY_SEGMENTER'

/** Without the rare words; what an index was built with is another segmenter when that changes. */
const JIEBA = 'nodejieba:5'

/** The segmenter of this machine. Loading nodejieba takes a second, so only an index build asks for it. */
export function segmenter(wanted: string = process.env[FORCED] ?? JIEBA): Segmenter {
  return (wanted === JIEBA || wanted === 'nodejieba' ? jieba() : null) ?? intl()
}

const ABSENT = new Set(['ERR_MODULE_NOT_FOUND', 'MODULE_NOT_FOUND', 'BINDING_NOT_FOUND', 'ERR_DLOPEN_FAILED', 'ENOENT'])

let loaded: Segmenter | null | undefined

function jieba(): Segmenter | null {
  if (loaded !== undefined) return loaded
  try {
    const module = createRequire(import.meta.url)('nodejieba') as Jieba
    withDictionaries(module, names => module.load(names))
    // Without `true` it splits 2025 into digits.
    loaded = {name: JIEBA, cut: text => module.cut(text, true)}
  } catch (error) {
    if (!ABSENT.has((error as {code?: string}).code ?? '')) throw error
    loaded = null
  }
  return loaded
}

interface Jieba {
  readonly DEFAULT_DICT: string
  load(dictionaries: Readonly<Record<string, string>>): void
  cut(text: string, withModel: boolean): string[]
}

/**
 * Its dictionaries as files, for as long as they are read: the words that count, our terms, and next to nothing of what
 * only its keyword search needs (it reads all twice). With its own, it takes 253 MB; three in four of its words are as rare
 * as 孔复古 or 东跑西颠, and without them two words in a hundred of real pages are cut otherwise.
 */
function withDictionaries(module: Jieba, use: (names: Readonly<Record<string, string>>) => void): void {
  const words = fs.readFileSync(module.DEFAULT_DICT, 'utf8').replace(RARE, '')
  const dir = fs.mkdtempSync(path.join(os.tmpdir(), 'policy-words-'))
  try {
    const file = (name: string, text: string): string => {
      fs.writeFileSync(path.join(dir, name), text)
      return path.join(dir, name)
    }
    use({
      dict: file('words', words),
      userDict: file('terms', `${TERMS.join('\n')}\n`),
      idfDict: file('idf', '的 1.0\n'),
      stopWordDict: file('stop', '的\n'),
    })
  } finally {
    fs.rmSync(dir, {recursive: true, force: true})
  }
}

/** Its time grows with the square of the text: 0.8 s for 40,000 characters, 20 for 80,000. */
const PIECE = /.{1,200}/gsu

function intl(): Segmenter {
  const words = new Intl.Segmenter('zh-Hans', {granularity: 'word'})
  const pieces = (text: string): string[] => text.match(PIECE) ?? []
  return {
    name: 'Intl.Segmenter',
    cut: text => pieces(text).flatMap(piece => Array.from(words.segment(piece), s => s.segment)),
  }
}
