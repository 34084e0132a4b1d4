/** The decoder of shifted GBK with its language model, loaded only for a page that shows such damage. */
import {FOLD} from '../data/language.generated.ts'
import type {Context} from './decode.ts'
import {gbk} from './gbk.ts'
import {languageOf} from './language.ts'

export {decode} from './decode.ts'
export {regions} from './regions.ts'
export {tokens} from './tokens.ts'

/** What the search knows of a page. @param sound its sound lines, without glosses */
export function contextOf(sound: readonly string[]): Context {
  return {gbk: gbk(), language: languageOf(sound), form: formOf(sound), reads: () => undefined}
}

/** A form of the other script is unlikely on a page, unless it stands there. */
function formOf(sound: readonly string[]): (unit: number) => number {
  const seen = new Set<number>()
  for (const line of sound) for (let i = 0; i < line.length; i++) seen.add(line.charCodeAt(i))
  const traditional = new Set<number>()
  const simplified = new Set<number>()
  for (let i = 0; i < FOLD.length; i += 2) {
    traditional.add(FOLD.charCodeAt(i))
    simplified.add(FOLD.charCodeAt(i + 1))
  }
  let hant = 0
  let hans = 0
  for (const unit of seen) {
    if (traditional.has(unit)) hant++
    else if (simplified.has(unit)) hans++
  }
  const strange = hant > hans ? simplified : traditional
  return unit => (strange.has(unit) && !traditionalToo(unit) && !seen.has(unit) ? -3 : 0)
  function traditionalToo(unit: number): boolean {
    return hant > hans && traditional.has(unit)
  }
}
