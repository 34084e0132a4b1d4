// Writes src/repair/data/readings.generated.ts: the characters that each Mandarin syllable can be the reading of.
import fs from 'node:fs'
import path from 'node:path'
import {fileURLToPath, pathToFileURL} from 'node:url'
import {pinyin} from 'pinyin-pro'

const root = fileURLToPath(new URL('..', import.meta.url))
const installed = name => path.join(root, 'node_modules', name)
const versionOf = name => JSON.parse(fs.readFileSync(path.join(installed(name), 'package.json'), 'utf8')).version
const {default: packed} = await import(
  pathToFileURL(path.join(installed('opencc-js'), 'dist/esm-lib/dict/STCharacters.js')).href
)
const traditional = new Map(packed.split('|').map(pair => [[...pair][0], [...pair.slice(pair.indexOf(' ') + 1)]]))

const readings = new Map()
for (let lead = 0xb0; lead <= 0xf7; lead++)
  for (let trail = 0xa1; trail <= 0xfe; trail++) {
    const c = new TextDecoder('gb18030').decode(new Uint8Array([lead, trail]))
    if (!/\p{Script=Han}/u.test(c)) continue
    const forms = new Set([c, ...(traditional.get(c) ?? [])].filter(form => form.length === 1))
    for (const form of forms)
      for (const reading of pinyin(form, {toneType: 'none', multiple: true, type: 'array', v: true}))
        if (/^[a-z]+$/.test(reading)) add(reading, form, lead <= 0xd7)
  }
// Readings that the dictionary lists for another form of the character only.
add('zhe', '著', true)
add('r', '儿', true)
add('r', '兒', true)

function add(reading, form, common) {
  const entry = readings.get(reading) ?? {common: new Set(), rare: new Set()}
  readings.set(reading, entry)
  entry[common ? 'common' : 'rare'].add(form)
}

const lines = [...readings]
  .sort(([a], [b]) => (a < b ? -1 : 1))
  .map(([reading, {common, rare}]) => `${reading}${[...common].join('')}.${[...rare].join('')}`)
fs.writeFileSync(
  path.join(root, 'src/repair/data/readings.generated.ts'),
  `/**
 * Syllable → characters that are read so, tones left out, ü as v: those of GB 2312 level 1, a dot, those of level 2, each
 * with its traditional forms.
 * Written by scripts/generate-readings.js; do not edit.
 *
 * Source: pinyin-pro ${versionOf('pinyin-pro')} (MIT); traditional forms from opencc-js ${versionOf('opencc-js')} (MIT), OpenCC (Apache-2.0).
 */
export const READINGS =
  '${lines.join(' ')}'
`,
)
console.log(`${readings.size} syllables, ${lines.join('').length} characters`)
