// The page of `policy report` in the system's Chromium; skipped, saying so, where there is none.
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import {pathToFileURL} from 'node:url'
import {type Browser, chromium, type Page} from 'playwright-core'
import {afterAll, beforeAll, describe, expect, test} from 'vitest'
import {parse} from '../../src/pipeline.ts'
import {report} from '../../src/report/report.ts'
import {HOSTILE, TARGETS, TARGETS_TOO} from './pages.ts'

const BROWSER = ['chromium', 'chromium-browser', 'google-chrome']
  .flatMap(name => (process.env['PATH'] ?? '').split(path.delimiter).map(folder => path.join(folder, name)))
  .find(file => fs.existsSync(file))
if (!BROWSER) console.warn('test/report/browser.test.ts is skipped: no Chromium on the PATH')

describe.skipIf(!BROWSER)('in the browser', () => {
  let browser: Browser
  let dir: string
  beforeAll(async () => {
    dir = fs.mkdtempSync(path.join(os.tmpdir(), 'policy-report-'))
    browser = await chromium.launch({executablePath: BROWSER!, args: ['--no-sandbox', '--disable-gpu']})
  })
  afterAll(async () => {
    await browser?.close()
    fs.rmSync(dir, {recursive: true, force: true})
  })

  /** Opens a report as a file; `heard` is every error, refusal and request that the page makes. */
  async function opened(...texts: string[]): Promise<{page: Page; heard: string[]}> {
    const results = await Promise.all(texts.map((text, i) => parse(Buffer.from(text), {path: `${'ab'[i]}.txt`})))
    const file = path.join(dir, 'report.html')
    fs.writeFileSync(file, report(results))
    const page = await browser.newPage({viewport: {width: 1400, height: 500}})
    const url = pathToFileURL(file).href
    const heard: string[] = []
    page.on('console', message => heard.push(message.text()))
    page.on('pageerror', error => heard.push(String(error)))
    page.on('request', request => request.url() !== url && heard.push(request.url()))
    await page.goto(url)
    return {page, heard}
  }

  const LONG = TARGETS.replace(
    '二、保障措施',
    `${'为了进一步办好学前教育，各地要因地制宜。\n\n'.repeat(60)}二、保障措施`,
  )

  test('a link of the outline brings its clause into view', async () => {
    const {page, heard} = await opened(LONG)
    const clause = page.locator('.text h3', {hasText: '保障措施'})
    const inView = () => clause.evaluate(e => e.getBoundingClientRect().top).then(top => top >= 0 && top < 500)
    expect(await inView()).toBe(false)
    await page.locator('.outline a', {hasText: '保障措施'}).click()
    await expect.poll(inView).toBe(true)
    expect(heard).toEqual([])
  })

  test('a row selects its words, and words select their row', async () => {
    const {page, heard} = await opened(LONG)
    await page.locator('tr[data-kind=target]', {hasText: '毛入园率'}).locator('a').click()
    expect((await page.locator('.text .selected').allTextContents()).join('')).toBe('学前三年毛入园率达到95%以上')
    expect(await page.locator('#detail').textContent()).toMatch(/^target: 学前三年毛入园率 ≥ 95 %/)
    await page.locator('.text .k-money').click()
    expect(await page.locator('tr.selected').getAttribute('data-kind')).toBe('money')
    await page.locator('[role=tab]', {hasText: 'Time line'}).click()
    await page.locator('.time-line a').first().click()
    expect((await page.locator('.text .selected').allTextContents()).join('')).toContain('95%')
    expect(heard).toEqual([])
  })

  test('facts are filtered by words and by kind, and sorted', async () => {
    const {page, heard} = await opened(TARGETS)
    const rows = page.locator('[role=tabpanel]:not([hidden]) tbody tr:not([hidden])')
    const all = await rows.count()
    await page.locator('[data-filter]').first().fill('覆盖率')
    expect(await rows.count()).toBe(1)
    await page.locator('[data-filter]').first().fill('')
    expect(await rows.count()).toBe(all)
    await page.locator('input[data-kind=target]').uncheck()
    expect(await page.locator('tr[data-kind=target]:not([hidden])').count()).toBe(0)
    expect(await rows.count()).toBeGreaterThan(0)
    await page.locator('input[data-kind=target]').check()
    const value = page.locator('th button', {hasText: 'value'}).first()
    await value.click()
    await value.click()
    expect(await rows.first().textContent()).toContain('30000000')
    expect(heard).toEqual([])
  })

  test('search finds words across marks, and the source is shown beside the text', async () => {
    const {page, heard} = await opened(TARGETS.replaceAll('覆盖率', '覆蓋率'))
    await page.locator('#search').fill('覆盖率达到90%')
    expect(await page.locator('#found').textContent()).toBe('1 / 1')
    await page.locator('#search').fill('没有这样的话')
    expect(await page.locator('#found').textContent()).toBe('not found')
    const source = page.locator('.read', {hasText: '覆蓋率'})
    expect(await source.isVisible()).toBe(false)
    await page.locator('input[value=both]').check()
    expect(await source.isVisible()).toBe(true)
    expect(heard).toEqual([])
  })

  test('keys go through the rows as they are filtered, and show each in the text', async () => {
    const {page, heard} = await opened(TARGETS)
    await page.locator('[data-filter]').first().fill('%')
    await page.locator('[data-filter]').first().blur()
    const chosen = async () => (await page.locator('.text .selected').allTextContents()).join('')
    await page.keyboard.press('j')
    const first = await chosen()
    await page.keyboard.press('j')
    expect(first).toContain('%')
    expect(await chosen()).not.toBe(first)
    await page.keyboard.press('k')
    expect(await chosen()).toBe(first)
    expect(await page.evaluate('document.activeElement.className')).toContain('m')
    await page.locator('#search').fill('j')
    expect(await chosen()).toBe(first)
    expect(heard).toEqual([])
  })

  test('a row of the comparison leads to its file', async () => {
    const {page, heard} = await opened(TARGETS, TARGETS_TOO)
    await page.locator('#choose').selectOption('compare')
    await page.locator('figure', {hasText: '毛入园率'}).locator('a').nth(1).click()
    expect(await page.locator('#choose').inputValue()).toBe('s2')
    expect((await page.locator('#s2 .text .selected').allTextContents()).join('')).toContain('毛入园率达到90%')
    expect(heard).toEqual([])
  })

  test('no script of a document runs, nothing is asked of the network', async () => {
    const {page, heard} = await opened(HOSTILE)
    expect(await page.evaluate('window.hacked')).toBeUndefined()
    expect(await page.locator('.text').textContent()).toContain('<img src=x onerror="window.hacked=2">')
    expect(await page.locator('script').count()).toBe(1)
    expect(await page.locator('iframe, img').count()).toBe(0)
    expect(heard).toEqual([])
    // The policy holds even for what stands inside the page: this handler is refused, and the refusal is heard.
    await page.evaluate(`document.body.insertAdjacentHTML('beforeend', '<img src="data:," onerror="window.hacked=8">')`)
    await expect.poll(() => heard.length).toBeGreaterThan(0)
    expect(await page.evaluate('window.hacked')).toBeUndefined()
  })
})
