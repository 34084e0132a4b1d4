// Writes src/repair/data/script.generated.ts: the tables of opencc-js (OpenCC), folded into the few that one pass needs.
import fs from 'node:fs'
import path from 'node:path'
import {fileURLToPath, pathToFileURL} from 'node:url'

const root = fileURLToPath(new URL('..', import.meta.url))
const home = path.join(root, 'node_modules/opencc-js')
const {version} = JSON.parse(fs.readFileSync(path.join(home, 'package.json'), 'utf8'))
const library = await import(pathToFileURL(path.join(home, 'dist/esm/t2cn.js')).href)

async function dictionary(name) {
  const {default: packed} = await import(pathToFileURL(path.join(home, `dist/esm-lib/dict/${name}.js`)).href)
  return new Map(packed.split('|').map(pair => pair.split(' ')))
}

const characters = await dictionary('TSCharacters')
const taiwan = await dictionary('TWVariantsRev')
const hongKong = await dictionary('HKVariantsRev')
const back = await dictionary('STCharacters')

/** The characters of GB 2312: what a simplified page may hold. */
const gb2312 = new Set()
for (let lead = 0xb0; lead <= 0xf7; lead++)
  for (let trail = 0xa1; trail <= 0xfe; trail++)
    gb2312.add(new TextDecoder('gb18030').decode(new Uint8Array([lead, trail])))

// Also standard in simplified text, mostly in names (通用规范汉字表 2013 restored them), or with a second meaning.
const ALSO_SIMPLIFIED = new Set('昇陞甯祕脩釐鉅逕氾剋濛甦蒐劄谿鉏迺堃龢祇喦澂絜頫勠鍊薰祐砦椀')
// No traditional page needs these; 後 is in GB 2312 for no other use than the traditional one.
const NEVER = new Set('么幺')
const ALWAYS = new Set('後')

const simplified = new Map()
for (const c of new Set([...characters.keys(), ...taiwan.keys(), ...hongKong.keys()])) {
  const to =
    characters.get(c) ??
    characters.get(taiwan.get(c)) ??
    characters.get(hongKong.get(c)) ??
    taiwan.get(c) ??
    hongKong.get(c)
  if (to && to !== c && !NEVER.has(c) && [...to].length === 1) simplified.set(c, to)
}
const conditional = c => !ALWAYS.has(c) && (gb2312.has(c) || ALSO_SIMPLIFIED.has(c))
const each = word => [...word].map(c => simplified.get(c) ?? c).join('')

// Left out: 坏 is 壞 in a mixed page; the other words stand by chance in official prose (限於單位, 轉變徵收方式, 以上逕行).
const unwanted = word =>
  /坏|么$|^於|逕|^著[式志白於]|^乾[斷象圖造宅州]/.test(word) ||
  (/徵/.test(word) && !/角徵|徵羽|魏徵/.test(word)) ||
  word.length > 4
const words = new Map()
for (const [name, from] of [
  ['TSPhrases', 't'],
  ['TWVariantsRevPhrases', 'tw'],
]) {
  const convert = library.Converter({from, to: 'cn'})
  for (const word of (await dictionary(name)).keys()) {
    const to = convert(word)
    if (to !== each(word) && !unwanted(word) && to.length === word.length) words.set(word, to)
  }
}
// What the dictionaries do not know: 著 in mixed lines, 藉 and 畫 in official prose.
const KEEP =
  '显著 专著 顯著 專著 编著 編著 原著 论著 論著 译著 譯著 卓著 土著 遗著 遺著 拙著 撰著 知著 所著 新著 著有 著译 著譯 著录 奏摺 狼藉 慰藉 蕴藉 蘊藉 枕藉 瞭望 瞭哨'
for (const word of KEEP.split(' '))
  words.set(word, each(word).replace(/着/g, '著').replace(/折/g, '摺').replace(/了/g, '瞭'))
const MORE =
  '隨著 随着 跟著 跟着 沿著 沿着 接著 接着 意味著 意味着 規畫 规划 企畫 企划 策畫 策划 區畫 区划 謀畫 谋划 憑藉 凭借 藉著 借着 甚麼 什么 陜西 陕西 陜甘 陕甘 陜北 陕北 陜南 陕南 川陜 川陕 祇有 只有 祇能 只能 祇是 只是 祇要 只要'.split(
    ' ',
  )
for (let i = 0; i < MORE.length; i += 2) words.set(MORE[i], MORE[i + 1])
// A word that a shorter one already decides needs no entry.
for (const [word, to] of [...words].sort((a, b) => b[0].length - a[0].length)) {
  for (let start = 0; start < word.length; start++)
    for (let end = start + 1; end <= word.length; end++) {
      const part = word.slice(start, end)
      if (
        part.length < word.length &&
        words.get(part) === to.slice(start, end) &&
        each(word.slice(0, start)) + words.get(part) + each(word.slice(end)) === to
      )
        words.delete(word)
    }
}

const onlySimplified = [...back]
  .filter(
    ([c, list]) => c.length === 1 && gb2312.has(c) && ![...list].includes(c) && !hongKong.has(c) && !taiwan.has(c),
  )
  .map(([c]) => c)
const pairs = keep =>
  [...simplified]
    .filter(([c]) => keep(c))
    .sort(([a], [b]) => a.codePointAt(0) - b.codePointAt(0))
    .map(p => p.join(''))
    .join('')
const line = (doc, name, value) => `/** ${doc} */\nexport const ${name} =\n  '${value}'\n`

fs.writeFileSync(
  path.join(root, 'src/repair/data/script.generated.ts'),
  `/**
 * Traditional → simplified, for one pass over a text. Written by scripts/generate-script.js; do not edit.
 *
 * Source: opencc-js ${version} (MIT), tables of OpenCC (Apache-2.0): TSCharacters, TSPhrases, TWVariantsRev,
 * TWVariantsRevPhrases, HKVariantsRev, STCharacters.
 */

${line(
  'Characters of traditional text alone, each followed by its simplified one.',
  'TRADITIONAL',
  pairs(c => !conditional(c)),
)}
${line('Characters that simplified text has too (乾 於 著 昇): converted only in a traditional line.', 'EITHER', pairs(conditional))}
${line('Words that go another way than their characters: `from to`, one after another.', 'WORDS', [...words].map(p => p.join(' ')).join(' '))}
${line('Characters of simplified text alone; they only count as evidence.', 'SIMPLIFIED', onlySimplified.join(''))}`,
)
console.log(`${simplified.size} characters, ${words.size} words, ${onlySimplified.length} simplified only`)
