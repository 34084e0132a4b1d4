/** Text → words, for ranking alone: nodejieba with the terms of policies, or Intl.Segmenter where it is absent. */
import {createRequire} from 'node:module'
import {TERMS} from './data/terms.ts'

export interface Segmenter {
  /** Recorded in the index: words of two segmenters do not mix. */
  readonly name: string
  readonly cut: (text: string) => string[]
}

/** An environment variable that forces the fallback, so that tests cover both. */
const FORCED = 'POLICY_SEGMENTER'

/** The segmenter of this machine. Loading nodejieba costs most of a second, so only an index build asks for it. */
export function segmenter(wanted: string = process.env[FORCED] ?? 'nodejieba'): Segmenter {
  return (wanted === 'nodejieba' ? jieba() : null) ?? intl()
}

const ABSENT = new Set(['ERR_MODULE_NOT_FOUND', 'MODULE_NOT_FOUND', 'BINDING_NOT_FOUND', 'ERR_DLOPEN_FAILED'])

function jieba(): Segmenter | null {
  try {
    const module = createRequire(import.meta.url)('nodejieba')
    for (const term of TERMS) module.insertWord(term)
    // Without `true` it splits 2025 into digits.
    return {name: 'nodejieba', cut: text => module.cut(text, true)}
  } catch (error) {
    if (ABSENT.has((error as {code?: string}).code ?? '')) return null
    throw error
  }
}

function intl(): Segmenter {
  const words = new Intl.Segmenter('zh-Hans', {granularity: 'word'})
  return {name: 'Intl.Segmenter', cut: text => Array.from(words.segment(text), s => s.segment)}
}
