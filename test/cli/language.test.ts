// The language of messages: how it is chosen, that every phrase of ours has its Chinese, and that data never change with it.
import fs from 'node:fs'
import path from 'node:path'
import {afterAll, beforeAll, describe, expect, test} from 'vitest'
import {chinese} from '../../src/cli/chinese.ts'
import {COMMANDS, COMMON} from '../../src/cli/commands.ts'
import {HELP} from '../../src/cli/data/chinese-help.ts'
import {LABELS} from '../../src/cli/data/chinese-labels.ts'
import {MESSAGES} from '../../src/cli/data/chinese-messages.ts'
import {PROBLEMS} from '../../src/cli/data/chinese-problems.ts'
import {languageOf} from '../../src/cli/language.ts'
import {FURNITURE_REASONS} from '../../src/model/document.ts'
import {DIRECTIONS, FACT_KINDS, RELATIONS} from '../../src/model/fact.ts'
import {CERTAINTIES} from '../../src/model/repair.ts'
import {parse} from '../../src/pipeline.ts'
import {rules} from '../../src/repair/rules/index.ts'
import {folder, gone, NOTICE, policy} from './policy.ts'

const HAN = /\p{Script=Han}/u
const WHERE = 'phrases without Chinese: give it in src/cli/data/chinese-*.ts'

describe('the language', () => {
  test.each([
    [[], {}, 'en'],
    [[], {LANG: 'zh_CN.UTF-8'}, 'zh'],
    [[], {LANG: 'zh_TW'}, 'zh'],
    [[], {LANG: 'zha_XX'}, 'en'],
    [[], {LANG: 'zh_CN.UTF-8', LC_ALL: 'C'}, 'en'],
    [[], {LANG: 'de_DE', LC_MESSAGES: 'zh_CN'}, 'zh'],
    [['parse', '--lang', 'zh'], {}, 'zh'],
    [['--lang=zh', 'parse'], {LANG: 'de_DE'}, 'zh'],
    [['parse', '--lang', 'en'], {LANG: 'zh_CN.UTF-8'}, 'en'],
    [['parse', '--', '--lang', 'zh'], {}, 'en'],
  ])('%j with %j is %s', (argv, env, wanted) => expect(languageOf(argv, env as NodeJS.ProcessEnv)).toBe(wanted))
})

describe('a phrase', () => {
  test.each([
    ['no such file or folder', '没有这个文件或文件夹'],
    ['+12 clauses', '+12 个条款'],
    ['Unexpected 五、, expected 四、', '遇到 五、，应为 四、'],
    ['Unexpected 三、 again, expected 四、 after 三、', '三、 再次出现，三、 之后应为 四、'],
    [
      'Unexpected PNG image, expected a text: run text recognition over it and pass the text',
      '遇到 PNG 图片，应为文本：请先做文字识别，再给出文字',
    ],
    [
      'the whole Result, or flat rows (choices: result, clauses, facts)',
      '输出完整的 Result，还是扁平的行（可选：result, clauses, facts）',
    ],
    ['a phrase that nobody wrote', 'a phrase that nobody wrote'],
  ])('%s', (english, wanted) => expect(chinese(english)).toBe(wanted))
  test('takes no time to speak of, whatever stands in it', () => {
    const start = performance.now()
    chinese(`Unexpected ${', expected '.repeat(100_000)}`)
    expect(performance.now() - start).toBeLessThan(1000)
  })
})

describe('every phrase has its Chinese', () => {
  test('of the table of commands', () => {
    const phrases = [
      ...COMMANDS.flatMap(c => [c.says, c.example.says, ...c.options.map(o => o.says)]),
      ...COMMON.map(o => o.says),
    ]
    expect(
      phrases.filter(phrase => !HAN.test(chinese(phrase))),
      WHERE,
    ).toEqual([])
  })
  test('of the words for a vocabulary, and of the reasons of the rules', () => {
    const words = [
      ...FURNITURE_REASONS,
      ...FACT_KINDS,
      ...RELATIONS,
      ...DIRECTIONS,
      ...CERTAINTIES,
      ...rules.map(rule => rule.why),
    ]
    expect(words.filter(word => !HAN.test(chinese(word)))).toEqual([])
  })
  test.each(sources())('of %s', (_, text) => {
    const phrases = phrasesIn(text).filter(phrase => /[a-z]{2}/.test(phrase.replaceAll('7', '')))
    expect(
      phrases.filter(phrase => !HAN.test(chinese(phrase))),
      WHERE,
    ).toEqual([])
  })
  test('and none has a Chinese that nothing says', () => {
    const code = [
      ...sources().map(([, text]) => text),
      ...['bin/script.js', 'src/text/shard.ts', 'src/text/refused.ts'].map(f => fs.readFileSync(f, 'utf8')),
    ].join('\n')
    const said = (english: string): boolean =>
      english.split(/\{\d\}/).every(part => code.includes(part) || code.includes(part.replaceAll("'", "\\'")))
    // What the argument parser says is not in our code.
    const ours = Object.keys({...MESSAGES, ...LABELS, ...PROBLEMS}).filter(e => !/^error: |^\(Did you/.test(e))
    expect(ours.filter(english => !said(english))).toEqual([])
  })
  test('with the same values', () => {
    for (const [english, said] of Object.entries({...MESSAGES, ...LABELS, ...PROBLEMS, ...HELP}))
      expect([...said.matchAll(/\{\d\}/g)].map(String).sort(), english).toEqual(
        [...english.matchAll(/\{\d\}/g)].map(String).sort(),
      )
  })
})

/** Every file of ours that could say something, without its comments. */
function sources(): [string, string][] {
  return (fs.readdirSync('src', {recursive: true}) as string[])
    .filter(file => file.endsWith('.ts') && !file.includes(`data${path.sep}`) && !/^text\b/.test(file))
    .map(file => [file, fs.readFileSync(path.join('src', file), 'utf8').replace(/^ *(?:\/\/|\/\*\*|\*).*$/gm, '')])
}

/** What a file says: the literals that are given to `say`, to a failure or to a message; a value in them reads 7. */
function phrasesIn(text: string): string[] {
  const out: string[] = []
  for (const {index, 0: head} of text.matchAll(
    /\bsay\(|\bfail\(|new (?:Usage|Read|Store)Error\(|\bmessage(?::| =) (?=['`])/g,
  )) {
    const open = head.endsWith('(')
    const said = open ? inside(text, index + head.length) : text.slice(index + head.length).split('\n', 1)[0]!
    for (const [, plain, template] of said.matchAll(
      /'((?:[^'\\\n]|\\.){1,300})'|`((?:[^`$]|\$\{(?:[^{}`]|`[^`]*`){1,200}\}){1,400})`/g,
    ))
      if (plain === undefined || !/^[a-z-]+(?:\/[a-z-]+)?$/.test(plain))
        out.push((plain ?? template!).replace(/\$\{(?:[^{}`]|`[^`]*`){1,200}\}/g, '7').replaceAll("\\'", "'"))
  }
  return out
}

/** What stands between the brackets that open before a place. */
function inside(text: string, start: number): string {
  let depth = 1
  let end = start
  for (; depth > 0 && end < text.length; end++) depth += text[end] === '(' ? 1 : text[end] === ')' ? -1 : 0
  return text.slice(start, end - 1)
}

test('what the parser finds in our own documents is told in Chinese', async () => {
  const files = fs.readdirSync('fixtures/documents').flatMap(name => {
    const dir = path.join('fixtures/documents', name)
    return fs.statSync(dir).isDirectory()
      ? fs
          .readdirSync(dir)
          .filter(f => f.startsWith('input.'))
          .map(f => path.join(dir, f))
      : []
  })
  const told = (await Promise.all(files.map(file => parse(fs.readFileSync(file))))).flatMap(r =>
    r.diagnostics.map(d => d.message),
  )
  expect(told.length).toBeGreaterThan(3)
  expect(told.filter(message => !HAN.test(chinese(message)) || /Unexpected|expected/.test(chinese(message)))).toEqual(
    [],
  )
})

/** What stays as it is in Chinese: names of formats and of options. */
const NAMES =
  /\.?[A-Za-z]*[A-Z][A-Za-z]*(?:\+[A-Z]+)?|\.(?:docx?|html|txt|pdf)|zip|cab|gzip|bzip|xz|"id", "text"|--[a-z]+(?:-[a-z]+)*/g

test.each([
  ['Rar!\x1a\x07', '遇到 RAR 压缩包'],
  ['7z\xbc\xaf\x27\x1c', '遇到 7-Zip 压缩包'],
  ['PK\x03\x04', '遇到 zip 压缩包'],
  ['PK\x03\x04 xl/workbook.xml', '遇到 Excel 表格'],
  ['\x89PNG\r\n', '遇到 PNG 图片'],
  ['{\\rtf1}', '遇到 RTF 文档'],
  ['\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1', '遇到 旧格式 Office 文件'],
  ['MZ\x90\0', '遇到 程序'],
  ['{"a": 1}', '遇到 JSON'],
  ['%PDF-1.4 nothing', 'PDF 已损坏'],
])('what is refused (%j) is told in Chinese to the last word', async (bytes, wanted) => {
  const error = await parse(Buffer.from(bytes, 'latin1')).then(
    () => undefined,
    (error: Error) => error,
  )
  const told = chinese(error!.message)
  expect(told).toContain(wanted)
  expect(told.replace(/（[^）]{0,99}）/g, '').replace(NAMES, '')).not.toMatch(/[a-z]{2}/)
})
test('bytes that are no text of their encoding, and a fragment, are told in Chinese to the last word', () => {
  for (const message of [
    'Unexpected bytes that are not gb18030, expected a character; kept as U+FFFD, 3 times',
    'Unexpected half of a surrogate pair, expected a character; kept as U+FFFD, 1 in all',
    'Unexpected page 3 of 4 of a document, expected the whole',
    'Unexpected 3 documents, expected 4 as announced',
    'Unexpected documentDate 2021-05-18 (page), expected 2021-05-20 (signature)',
  ])
    expect(chinese(message).replace(/gb18030|U\+FFFD/g, '')).not.toMatch(/[a-z]{2}/)
})

describe('on the command line', () => {
  let dir: string
  beforeAll(() => {
    dir = folder({'notice.txt': NOTICE})
  })
  afterAll(() => gone(dir))
  const zh = (args: readonly string[]) => policy(dir, [...args, '--lang', 'zh'])

  test.each([
    [['--help'], 0, /用法：[\s\S]*命令：[\s\S]*从这里开始：/],
    [['parse', '--help'], 0, /选项：[\s\S]*可选：[\s\S]*例：/],
    [['parse'], 2, /^error: 没有输入/],
    [['nonsense'], 2, /^error: 没有命令 nonsense/],
    [
      ['parse', 'notice.txt', '--format', 'xml'],
      2,
      /^error: 选项 --format <format> 不能取 xml，可取 json, ndjson, csv/,
    ],
    [['parse', 'nothing.txt'], 1, /^nothing\.txt:1:1: error: 没有这个文件或文件夹/],
    [['facts', 'notice.txt'], 0, /目标/],
    [['tree', 'notice.txt'], 0, /个事实/],
    [['explain', 'notice.txt', '--at', '7'], 0, /^正文 {7}/m],
  ])('%j speaks Chinese', async (args, code, wanted) => {
    const ran = await zh(args)
    expect(ran.code).toBe(code)
    expect(ran.out + ran.err).toMatch(wanted)
  })
  test('what check finds is told in Chinese, in one line each, whatever is quoted', async () => {
    const sound = (await policy(dir, ['parse', 'notice.txt'])).out
    const broken = JSON.parse(sound)
    broken.facts[0].text = 'x'
    broken.facts[0].id = 'f\u001b[31m\n1'
    broken.text += '余'
    fs.writeFileSync(path.join(dir, 'broken.json'), JSON.stringify(broken))
    fs.writeFileSync(path.join(dir, 'shape.json'), JSON.stringify({...JSON.parse(sound), text: 1}))
    const {code, out, err} = await zh(['check', 'broken.json', 'shape.json'])
    expect([code, err]).toEqual([1, '检查了 2 个，2 个有问题\n'])
    expect(out).toMatch(/error: f�\[31m�1: 其 span 处是 "[^\n]*"，应为 "x" \(slice\)\n/)
    expect(out).toMatch(/"余" 不在任何叶中/)
    expect(out).toMatch(/shape\.json:1:1: error: \/text: 应为 string，却是 number \(schema\)\n/)
    expect(out).not.toMatch(/Unexpected|Invalid|expected/)
    const rows = await zh(['check', 'shape.json', '--format', 'ndjson'])
    expect(JSON.parse(rows.out).message).toMatch(/^Invalid input/)
  })
  test('LANG is heeded, and data are the same in every language', async () => {
    const english = await policy(dir, ['parse', 'notice.txt'])
    const inChinese = await policy(dir, ['parse', 'notice.txt'], '', {LC_ALL: '', LANG: 'zh_CN.UTF-8'})
    expect(inChinese.out).toBe(english.out)
    for (const format of ['csv', 'ndjson'])
      expect((await zh(['facts', 'notice.txt', '--format', format])).out).toBe(
        (await policy(dir, ['facts', 'notice.txt', '--format', format])).out,
      )
    const failed = await policy(dir, ['parse', 'nothing.txt'], '', {LC_ALL: '', LANG: 'zh_CN.UTF-8'})
    expect(failed.err).toContain('没有这个文件或文件夹')
  })
  test('another language is refused', async () => {
    expect((await policy(dir, ['parse', 'notice.txt', '--lang', 'fr'])).code).toBe(2)
  })
})
