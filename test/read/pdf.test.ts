// PDF: lines, paragraphs and margins from the places of text, and whole files written here.
import iconv from 'iconv-lite'
import {describe, expect, test} from 'vitest'
import {linesOf, type Piece} from '../../src/read/pdf/lines.ts'
import {read} from '../../src/read/read.ts'
import {hex, pdf, type Row} from './pdf-file.ts'

const SIZE = 12
const piece = (text: string, x: number, y: number, size = SIZE): Piece => ({
  text,
  x,
  y,
  size,
  width: text.length * size,
})

describe('lines', () => {
  const text = (pieces: Piece[]): string[] => linesOf([pieces])[0]!.map(line => line.text)
  test('from top to bottom, from left to right', () =>
    expect(text([piece('丙', 50, 600), piece('乙', 62, 700), piece('甲', 50, 700)])).toEqual(['甲乙', '丙']))
  test('a gap is a space', () => expect(text([piece('甲', 50, 700), piece('乙', 90, 700)])).toEqual(['甲 乙']))
  test('a raised small character stays on its line', () =>
    expect(text([piece('面积', 50, 700), piece('2', 74, 704, 6)])).toEqual(['面积2']))
  test('what is drawn twice to look bold is one', () =>
    expect(text([piece('通知', 50, 700), piece('通知', 50.4, 700)])).toEqual(['通知']))
  test('two columns: the left one first, a title and a page number over both', () => {
    const line = (side: string, i: number): string => `${side}${i}${'行'.repeat(side === '左' ? 18 : 17)}`
    const body = Array.from({length: 10}, (_, i) => [
      piece(line('左', i), 50, 600 - 20 * i),
      piece(line('右', i), 320, 600 - 20 * i),
    ]).flat()
    const read = text([piece('某某条例'.repeat(10), 60, 640), ...body, piece('— 3 —', 520, 340)])
    expect(read[0]).toMatch(/^某某条例/)
    expect(read.slice(1, 21).map(row => row.slice(0, 2))).toEqual(
      [...'左右'].flatMap(side => Array.from({length: 10}, (_, i) => `${side}${i}`)),
    )
    expect(read.at(-1)).toBe('— 3 —')
  })
  test('a table of short cells is no page of two columns', () => {
    const rows = Array.from({length: 12}, (_, i) => [
      piece(`${i}项`, 50, 600 - 20 * i),
      piece('县教育局', 320, 600 - 20 * i),
    ]).flat()
    expect(text(rows)[0]).toBe('0项 县教育局')
  })
  test('a short page of a document in two columns has them too', () => {
    const full = Array.from({length: 10}, (_, i) => [
      piece('甲'.repeat(19), 50, 600 - 20 * i),
      piece('乙'.repeat(19), 320, 600 - 20 * i),
    ]).flat()
    const short = [piece('丙'.repeat(19), 50, 600), piece('丁'.repeat(19), 320, 600)]
    const last = [...short, ...short.map(p => ({...p, y: 580}))]
    expect(linesOf([full, last])[1]!.map(row => row.text[0])).toEqual(['丙', '丙', '丁', '丁'])
    expect(linesOf([last])[0]!.map(row => row.text[0])).toEqual(['丙', '丙'])
  })
  test('a repeated word is two', () => expect(text([piece('常', 50, 700), piece('常', 62, 700)])).toEqual(['常常']))
})

describe('documents', () => {
  const full = '各镇人民政府要按照职责分工加强协调配合抓好贯彻落实并及时报告工作情况'
  const turned = (n: number): string => full.slice(n) + full.slice(0, n)
  const page = (n: number): Row[] => [
    ['清河县停车管理办法', 240, 770],
    [`　　第${'一二三'[n - 1]}条　${full.slice(0, 29)}`, 60, 720],
    [full, 60, 700],
    ['有关情况。', 60, 680],
    [`第${'四五六'[n - 1]}条　${full.slice(0, 29)}`, 84, 660],
    [turned(n), 60, 640],
    [`— ${n} —`, 280, 40],
  ]

  test('lines become paragraphs over the ends of pages; heads and numbers are furniture', async () => {
    const source = await read(pdf([page(1), [...page(2), ['前款规定。', 60, 740] as Row], page(3)]))
    const furniture = source.hints.map(h => source.text.slice(h.span.start, h.span.end))
    expect(furniture.filter(text => text === '清河县停车管理办法')).toHaveLength(3)
    expect(furniture.filter(text => /^— \d —$/.test(text))).toHaveLength(3)
    const lines = source.text.split('\n').filter(line => !furniture.includes(line))
    expect(lines[0]).toBe(`第一条 ${full.slice(0, 29)}${full}有关情况。`)
    expect(lines[1]).toBe(`第四条 ${full.slice(0, 29)}${turned(1)}前款规定。`)
    const start = source.text.indexOf('前款')
    expect(source.locate({start, end: start + 2})).toMatchObject({page: 2})
  })
  const inBytes = (encoding: string) => (text: string) => iconv.encode(text, encoding).toString('hex')
  for (const [map, encode, text] of [
    ['GBK-EUC-H', inBytes('gbk'), '第一条　停车收费3元/小时。'],
    ['GBKp-EUC-H', inBytes('gbk'), '囍字與镕字'],
    ['UniGB-UCS2-H', hex, '第二条　清河县人民政府'],
    ['UniGB-UTF16-V', hex, '附件：收费标准'],
    ['ETen-B5-H', inBytes('big5'), '第三條　罰鍰新臺幣'],
  ] as const)
    test(`a font that leaves ${map} to the reader`, async () =>
      expect((await read(pdf([[[text, 60, 700]]], '', {map, encode}))).text).toBe(text.replace('\u3000', ' ')))
  test.each([
    ['云岭县教育局关于开学工作的通知', '云岭县教育局关于开学工作的通知'],
    ['Microsoft Word - 关于开学工作的通知.doc', '关于开学工作的通知'],
    ['Microsoft Word - 1.doc', undefined],
    ['page.html', undefined],
    ['通知.pdf', undefined],
  ])('the title in the properties (%s) is one only where it is no name of a file', async (title, wanted) => {
    const source = await read(pdf([page(1)], `/Info<</Title<FEFF${hex(title)}>>>`))
    expect(source.properties.find(p => p.name === 'title')?.value).toBe(wanted)
  })
  test('too many pages', async () =>
    await expect(read(pdf([page(1), page(2)]), {maxPages: 1})).rejects.toMatchObject({code: 'read/too-large'}))
  test('a scan holds no text', async () =>
    await expect(read(pdf([[]]))).rejects.toMatchObject({
      code: 'read/unsupported',
      message: expect.stringMatching(/text recognition/),
    }))
  test('an encrypted file', async () => {
    const lock = `/ID[<00112233445566778899aabbccddeeff><00112233445566778899aabbccddeeff>]/Encrypt<</Filter/Standard/V 1/R 2/P -4/O<${'11'.repeat(32)}>/U<${'22'.repeat(32)}>>>`
    await expect(read(pdf([page(1)], lock))).rejects.toMatchObject({code: 'read/encrypted'})
  })
})
