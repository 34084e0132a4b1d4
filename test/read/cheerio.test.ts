// What a page shows, as another reader of HTML sees it: cheerio's text without what a browser hides is our read text.
import fs from 'node:fs'
import path from 'node:path'
import {load} from 'cheerio'
import {describe, expect, test} from 'vitest'
import {read} from '../../src/read/read.ts'

const pagesIn = (dir: string): string[] =>
  fs.existsSync(dir)
    ? (fs.readdirSync(dir, {recursive: true}) as string[])
        .filter(file => /\.html?$/.test(file))
        .map(file => path.join(dir, file))
    : []
const own = pagesIn('fixtures')
const shared = pagesIn('../shared/corpus')

const UNSEEN = 'script,style,noscript,template,head,iframe,object,select,textarea,rt,rp,[hidden]'
const squeezed = (text: string): string => text.replace(/[\s\u200b\ufeff]+/g, '')

function shown(html: string): string {
  const $ = load(html)
  $(UNSEEN).remove()
  $('[style]').each((_, element) => {
    if (/display\s*:\s*none|visibility\s*:\s*hidden/i.test($(element).attr('style')!)) $(element).remove()
  })
  return squeezed($('body').text())
}

async function compare(file: string): Promise<void> {
  const bytes = fs.readFileSync(file)
  const {text, info} = await read(bytes)
  const html = new TextDecoder(info.encoding.startsWith('big5') ? 'big5' : info.encoding).decode(bytes)
  // A browser numbers the items of <ol> and raises digits; cheerio does neither.
  if (/<(?:ol|sup)\b/i.test(html)) return
  expect(squeezed(text)).toBe(shown(html))
}

describe('pages of our own', () => {
  test('stand here', () => expect(own.length).toBeGreaterThan(0))
  for (const file of own) test(file, () => compare(file))
})

describe.skipIf(shared.length === 0)('shared pages (skipped where they do not stand beside the checkout)', () => {
  for (const file of shared) test(path.basename(file), () => compare(file))
})
