/** Text → words, for ranking alone: nodejieba with the terms of policies, or Intl.Segmenter where it is absent. */
import fs from 'node:fs'
import {createRequire} from 'node:module'
import os from 'node:os'
import path from 'node:path'
import {TERMS} from './data/terms.ts'

/** Lines of jieba's dictionary (word, count, part of speech) for words that it counted less than four times. */
const RARE = /^[^ \n]+ [0-3] [^\n]*\n/gm

export interface Segmenter {
  /** Recorded in the index: words of two segmenters do not mix. */
  readonly name: string
  readonly cut: (text: string) => string[]
}

/** An environment variable that forces the fallback, so that tests cover both. */
const FORCED = 'POLICY_SEGMENTER'

/** Without the rare words; what an index was built with is another segmenter when that changes. */
const JIEBA = 'nodejieba:4'

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
 * only its keyword search needs. With its own, it takes 253 MB and twice the time; four in seven of its words are as rare
 * as 孔复古 and change no ranking.
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

function intl(): Segmenter {
  const words = new Intl.Segmenter('zh-Hans', {granularity: 'word'})
  return {name: 'Intl.Segmenter', cut: text => Array.from(words.segment(text), s => s.segment)}
}
