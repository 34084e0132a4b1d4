/** `--lang`, or the language of the environment → how a phrase of ours is said in this run. Codes, data and JSON never change. */
import {english, type Say} from '../emit/say.ts'

export const LANGUAGES = ['en', 'zh'] as const
export type Language = (typeof LANGUAGES)[number]

let spoken: {readonly language: Language; readonly say: Say} = {language: 'en', say: english}

/** A phrase in the language of this run. */
export const say: Say = phrase => spoken.say(phrase)

/** The language of this run. */
export const language = (): Language => spoken.language

/** Settles the language; the phrases of another one are loaded only here, so that English costs nothing. */
export async function speak(argv: readonly string[], env: NodeJS.ProcessEnv): Promise<void> {
  if (languageOf(argv, env) === 'zh') spoken = {language: 'zh', say: (await import('./chinese.ts')).chinese}
}

/** What `--lang` says, wherever it stands; else the first of LC_ALL, LC_MESSAGES and LANG that is set. */
export function languageOf(argv: readonly string[], env: NodeJS.ProcessEnv): Language {
  const end = argv.indexOf('--')
  const words = end < 0 ? argv : argv.slice(0, end)
  const at = words.findLastIndex(word => word === '--lang' || word.startsWith('--lang='))
  const asked = at < 0 ? undefined : words[at] === '--lang' ? words[at + 1] : words[at]!.slice('--lang='.length)
  const named = asked ?? (env['LC_ALL'] || env['LC_MESSAGES'] || env['LANG'] || '')
  return /^zh(?![a-z])/i.test(named) ? 'zh' : 'en'
}
