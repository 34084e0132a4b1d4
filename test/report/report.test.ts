// The page of `policy report` as a string: nothing of a document is more than text, nothing of its text is lost.
import {hash} from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'
import {describe, expect, test} from 'vitest'
import {page} from '../../scripts/page.js'
import {chinese} from '../../src/cli/chinese.ts'
import type {Result} from '../../src/model/result.ts'
import {parse} from '../../src/pipeline.ts'
import {blocksOf} from '../../src/report/blocks.ts'
import {html, type Markup, markupOf} from '../../src/report/markup.ts'
import {report} from '../../src/report/report.ts'
import {undo} from '../../src/text/undo.ts'
import {HOSTILE, TARGETS, TARGETS_TOO} from './pages.ts'

const parsed = (text: string, name = 'notice.txt'): Promise<Result> => parse(Buffer.from(text), {path: name})

/** The tags of a page without its own script and style; what is left of `<` outside of them would be an error. */
function tagsOf(page: string): string[] {
  const outside = page.replace(/<(script|style)>[\s\S]*?<\/\1>/g, '')
  return [...outside.matchAll(/<[^>]{0,200000}>/g)].map(m => m[0])
}
const attributesOf = (tag: string): string[] => [...tag.matchAll(/\s([a-z-]+)="[^"]*"/g)].map(m => m[0].trim())

const TEXTS = fs.readdirSync('fixtures/documents').flatMap(name => {
  const folder = path.join('fixtures/documents', name)
  if (!fs.statSync(folder).isDirectory()) return []
  return fs.readdirSync(folder).flatMap(file => (file.startsWith('input.') ? [path.join(folder, file)] : []))
})

test('values are escaped, in text and in attributes; markup passes, and nothing else can pass for it', () => {
  const evil = `<b a="1" b='2'>&amp;`
  expect(markupOf(html`<p title="${evil}">${evil}</p>`)).toBe(
    `<p title="${'&lt;b a=&quot;1&quot; b=&#39;2&#39;&gt;&amp;amp;'}">&lt;b a=&quot;1&quot; b=&#39;2&#39;&gt;&amp;amp;</p>`,
  )
  expect(markupOf(html`${[html`<b>${1}</b>`, null, false, 'x']}`)).toBe('<b>1</b>x')
  const forged = JSON.parse('{"markup": "<script>", "Symbol(markup)": "<script>"}') as Markup
  expect(markupOf(html`${forged}`)).toBe('[object Object]')
})

test('marks of direction and controls are shown, not obeyed', () => {
  expect(markupOf(html`${'a\u202eb\u2066c\x1b\x00'}`)).toBe('a⟦U+202E⟧b⟦U+2066⟧c��')
})

describe('a hostile document', async () => {
  const page = report([await parsed(HOSTILE, '"><script>alert(1)</script>.txt'), await parsed(HOSTILE)])
  const tags = tagsOf(page)
  test('brings no tag, no handler and no address of its own', () => {
    expect(page.match(/<script/g)).toHaveLength(1)
    expect(page.match(/<style/g)).toHaveLength(1)
    const names = new Set(tags.map(tag => /^<[/!]?([a-z0-9]*)/.exec(tag)![1]))
    for (const name of ['img', 'iframe', 'object', 'embed', 'base', 'form', 'link', 'use', 'foreignobject'])
      expect(names).not.toContain(name)
    const attributes = tags.flatMap(attributesOf)
    expect(attributes.filter(a => /^(?:on|style|src|srcdoc|action|formaction|xlink)/.test(a))).toEqual([])
    expect(attributes.filter(a => a.startsWith('href') && !a.startsWith('href="#s'))).toEqual([])
  })
  test('is there to be read', () => {
    expect(page).toContain('&lt;img src=x onerror=')
    expect(page).toContain('⟦U+202E⟧')
    expect(page).not.toMatch(/[\u202a-\u202e\u2066-\u2069]/)
  })
})

test('the policy of the page allows its own script and style by their hashes, and nothing else', async () => {
  const page = report([await parsed(TARGETS)])
  const policy = /http-equiv="Content-Security-Policy" content="([^"]*)"/.exec(page)![1]!
  const hashOf = (tag: string) => hash('sha256', new RegExp(`<${tag}>([\\s\\S]*?)</${tag}>`).exec(page)![1]!, 'base64')
  expect(policy.split('; ')).toEqual([
    "default-src 'none'",
    `script-src 'sha256-${hashOf('script')}'`,
    `style-src 'sha256-${hashOf('style')}'`,
    "base-uri 'none'",
    "form-action 'none'",
  ])
  expect(page).not.toMatch(/https?:/)
})

test('ids are unique and every link leads to one', async () => {
  const page = report([await parsed(TARGETS), await parsed(TARGETS_TOO)])
  const ids = [...page.matchAll(/ id="([^"]*)"/g)].map(m => m[1]!)
  expect(ids.filter((id, i) => ids.indexOf(id) !== i)).toEqual([])
  const targets = [...page.matchAll(/ (?:href="#|aria-controls="|aria-labelledby=")([^"]*)"/g)].map(m => m[1]!)
  expect(targets.length).toBeGreaterThan(20)
  expect(targets.filter(id => !ids.includes(id))).toEqual([])
})

describe.each(TEXTS)('%s', file => {
  test('its blocks are all of the text and all of the read text, in order', async () => {
    const result = await parse(fs.readFileSync(file), {path: file})
    const undone = undo(result)
    const blocks = blocksOf(result, undone)
    expect(blocks.map(b => result.text.slice(b.span.start, b.span.end)).join('')).toBe(result.text)
    expect(blocks.map(b => undone.read.slice(b.read.start, b.read.end)).join('')).toBe(undone.read)
  })
  test('the page shows every character of the text, and every fact and repair in a table', async () => {
    const result = await parse(fs.readFileSync(file), {path: file})
    const page = report([result])
    // Lines between the cells of a table are drawn, not written, and its cells may stand in another order than in the text.
    const ink = (text: string): string => [...text.replace(/[\s|:：｜-]+/g, '')].sort().join('')
    expect(ink(shownText(page))).toBe(ink(result.text))
    for (const {id} of [...result.facts, ...result.repairs]) expect(page).toContain(`<tr data-f="${id}"`)
  })
})

/** The words of the middle pane, without the source beside them and our own notes. */
function shownText(page: string): string {
  const article = /<article[^>]*>([\s\S]*?)<\/article>/.exec(page)![1]!
  return article
    .replace(/<p class="read"[\s\S]*?<\/p>/g, '')
    .replace(/<span class="note">[\s\S]*?<\/span>/g, '')
    .replace(/<[^>]*>/g, '')
    .replace(/&(?:lt|gt|quot|#39|amp);/g, e => ({'&lt;': '<', '&gt;': '>', '&quot;': '"', '&#39;': "'"})[e] ?? '&')
}

test('a fact is marked where it stands, with its kind, and a repair with what was there', async () => {
  const result = await parsed(TARGETS)
  const page = report([result])
  const target = result.facts.find(f => f.kind === 'target')!
  expect(page).toMatch(new RegExp(`<span class="m in-target[^"]*" data-f="${target.id}[ "]`))
  const glossed = await parse(fs.readFileSync('fixtures/documents/glosses/input.txt'))
  expect(report([glossed])).toMatch(/<span class="m r gone" data-f="r1" title="「[^"]+」 → nothing · pinyin-gloss/)
})

test('targets stand on the time line by year; without a date they are counted', async () => {
  const page = report([await parsed(TARGETS)])
  const svg = /<svg class="time-line"[\s\S]*?<\/svg>/.exec(page)![0]
  expect(svg).toContain('>2025</text>')
  expect(svg.match(/<circle/g)!.length).toBeGreaterThan(1)
  expect(svg).not.toContain('NaN')
})

test('several files are compared: a figure a shared metric, a row a file, a bar a value', async () => {
  const page = report([await parsed(TARGETS, 'a.txt'), await parsed(TARGETS_TOO, 'b.txt')])
  const figure = [...page.matchAll(/<figure>[\s\S]*?<\/figure>/g)].map(m => m[0]).find(f => f.includes('毛入园率'))!
  expect(figure).toContain('>a.txt<')
  expect(figure).toContain('>b.txt<')
  expect([...figure.matchAll(/<rect width="(\d+)"/g)].map(m => Number(m[1]))).toEqual([209, 198])
  expect(figure).toMatch(/href="#s1-b\d+"[\s\S]*href="#s2-b\d+"/)
  expect(report([await parsed(TARGETS)])).not.toContain('id="compare"')
})

test('the strings of the page are the files of the page', () => {
  expect(fs.readFileSync('src/report/data/page.generated.ts', 'utf8')).toBe(page())
})

test('folded characters are underlined with what stood there, alone and inside a fact', async () => {
  const page = report([await parsed(TARGETS.replace('加强组织领导', '加強組織領導').replace('毛入园率', '毛入園率'))])
  expect(page).toContain('<u title="強組織領導">强组织领导</u>')
  expect(page).toMatch(/<span class="m in-target k-target u"[^>]*「園」 → 「园」[^>]*>园<\/span>/)
})

test('labels are in the language of the reader, the text is not touched', async () => {
  const result = await parsed(TARGETS)
  const page = report([result, await parsed(TARGETS_TOO, 'b.txt')], {language: 'zh-Hans', say: chinese})
  expect(page).toContain('<html lang="zh-Hans">')
  const labels = shownLabels(page)
  expect(labels.filter(label => /[a-z]{3}/.test(label) && !/\.txt|^[jk/]|Esc|Enter/.test(label))).toEqual([])
  expect(shownText(page)).toBe(shownText(report([result])))
})

/** The words of the page outside of the text: heads, buttons, labels, legends. */
const shownLabels = (page: string): string[] =>
  [...page.matchAll(/<(button|label|legend|th|summary|dd|h1|figcaption|h3)\b[^>]*>([\s\S]*?)<\/\1>/g)].map(m =>
    m[2]!.replace(/<[^>]*>/g, '').trim(),
  )

test('a page of one sentence repeated stays a page: its lists and marks are bounded, its text is whole', async () => {
  const line = '到2025年，學前教育毛入園率達到95%以上，投入資金300万元；'
  const result = await parsed(`关于印发方案的通知\n\n${line.repeat(20_000)}`)
  const start = performance.now()
  const page = report([result])
  expect(performance.now() - start).toBeLessThan(20_000)
  expect(page.length).toBeLessThan(2 * result.text.length + 4_000_000)
  expect(page).toMatch(/<p class="none">and \d+ more<\/p>/)
  const ink = (text: string): string => text.replace(/\s+/g, '')
  expect(ink(shownText(page))).toBe(ink(result.text))
}, 120_000)

test('one line with thousands of marks takes no time to speak of', async () => {
  const line = '到2025年，学前教育毛入园率达到95%以上，投入资金300万元；'
  const result = await parsed(`关于印发方案的通知\n\n${line.repeat(600)}`)
  const start = performance.now()
  expect(report([result]).length).toBeGreaterThan(400_000)
  expect(performance.now() - start).toBeLessThan(5000)
})
