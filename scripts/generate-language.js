// Writes src/repair/data/language.generated.ts: the common words of the jieba dictionary with their frequencies.
import fs from 'node:fs'
import path from 'node:path'
import {fileURLToPath} from 'node:url'

const root = fileURLToPath(new URL('..', import.meta.url))
const home = path.join(root, 'node_modules/nodejieba')
const {version} = JSON.parse(fs.readFileSync(path.join(home, 'package.json'), 'utf8'))

/** Rarer words say more about the corpus behind the dictionary than about the language. */
const RAREST = 30
/** One sign for each factor of √2, from `0` for 1 (`2` is 2, `4` is 4, `:` 32). */
const grade = frequency => String.fromCharCode(48 + Math.round(2 * Math.log2(frequency)))

const byFirst = new Map()
const alone = new Map()
for (const line of fs.readFileSync(path.join(home, 'submodules/cppjieba/dict/jieba.dict.utf8'), 'utf8').split('\n')) {
  const [word, count] = line.split(' ')
  if (!word || Number(count) < RAREST || !/^[一-鿿]{1,8}$/.test(word)) continue
  if (word.length === 1) alone.set(word, Number(count))
  else byFirst.set(word[0], [...(byFirst.get(word[0]) ?? []), [word.slice(1), Number(count)]])
}
const firsts = [...new Set([...alone.keys(), ...byFirst.keys()])].sort()
const words = firsts.map(first => {
  const rest = (byFirst.get(first) ?? [])
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([tail, count]) => tail + grade(count))
  return first + grade(alone.get(first) ?? 1) + rest.join('')
})
fs.writeFileSync(
  path.join(root, 'src/repair/data/language.generated.ts'),
  `/**
 * How often words are, for judging which of several readings is Chinese. Written by scripts/generate-language.js; do not edit.
 *
 * Source: the dictionary of cppjieba in nodejieba ${version} (MIT).
 */

/**
 * One line for each first character; then the rest of each word that starts with it, and its frequency: one sign for
 * each factor of √2, from \`0\` for 1. The character's own frequency as a word comes first.
 */
export const WORDS = \`${words.join('\n')}\`
`,
)
