// What an input is, by its content; and the one line that refuses what holds no text.
import iconv from 'iconv-lite'
import {describe, expect, test} from 'vitest'
import {read} from '../../src/read/read.ts'

const latin1 = (text: string): Uint8Array => Buffer.from(text, 'latin1')
const typeOf = async (text: string): Promise<string> => (await read(Buffer.from(text))).info.mediaType

describe('types', () => {
  const cases: [label: string, text: string, type: string][] = [
    ['a notice', '关于开展安全检查的通知\n\n各镇人民政府：\n一、目标', 'text/plain'],
    ['a notice with pipes', '索引号 | 123 | 发布机构 | 县政府\n正文', 'text/plain'],
    ['a notice that names tags', '网页标题写在<title>与</title>之间，正文写在<p>里。', 'text/plain'],
    ['brackets', '[1] 见附件。\n[2] 见附表。', 'text/plain'],
    ['rules between parts', '通知\n------\n一、目标', 'text/plain'],
    ['commas', '甲,乙,丙\n三个单位要认真落实,按期完成。', 'text/plain'],
    ['a page', '<!DOCTYPE html>\n<html><p>通知', 'text/html'],
    ['XHTML', '<?xml version="1.0"?>\n<!DOCTYPE html PUBLIC "x">\n<html>', 'text/html'],
    ['a piece of a page', '\n <div class="con"><p>通知</p></div>', 'text/html'],
    [
      'words before paragraphs in tags',
      '发文机关：某市人民政府\n文号：某政发〔2026〕3号\n<p>各县：</p><p style="text-align: right;">2026年3月1日</p><p><br/></p>',
      'text/html',
    ],
    [
      'a text under tags that were left over',
      '<dd id="q9"><font id="q9"></font></dd>\n1. <strong id="q9"></strong>\n某县教育局\n关于做好招生工作的通知\n各学校：\n现将有关事项通知如下。\n一、报名\n二、录取\n三、注册\n四、收费\n五、监督',
      'text/plain',
    ],
    ['tags and other brackets', '依据<<某办法>>，写在<p>与</p>、<td>与</td>、<b>与</b>之间。', 'text/plain'],
    ['Markdown headings', '说明\n\n## 一、目标\n\n正文', 'text/markdown'],
    ['Markdown tables', '表\n\n| 序号 | 任务 |\n|---|---|\n| 1 | 植树 |', 'text/markdown'],
    ['front matter', '---\ntitle: 通知\n---\n正文', 'text/markdown'],
    [
      'a saved page',
      'MIME-Version: 1.0\nContent-Type: multipart/related; boundary=b\n\n--b\nContent-Type: text/html\n\n<p>x\n--b--',
      'multipart/related',
    ],
  ]
  for (const [label, text, type] of cases) test(label, async () => expect(await typeOf(text)).toBe(type))
  test('an option decides over the content', async () =>
    expect((await read(Buffer.from('<p>通知</p>'), {mediaType: 'text/plain'})).text).toBe('<p>通知</p>'))
  test('an unknown type is refused', async () =>
    await expect(read(Buffer.from('a'), {mediaType: 'image/png'})).rejects.toMatchObject({
      code: 'read/unknown-media-type',
    }))
})

describe('refused', () => {
  const cases: [label: string, bytes: Uint8Array, code: string, message: RegExp][] = [
    ['RAR', latin1('Rar!\x1a\x07\x00……'), 'read/unsupported', /RAR archive.*unpack/],
    ['PNG', latin1('\x89PNG\r\n\x1a\n'), 'read/unsupported', /PNG image.*text recognition/],
    ['JPEG', latin1('\xff\xd8\xff\xe0\x00\x10JFIF'), 'read/unsupported', /JPEG/],
    [
      'legacy .doc',
      Buffer.concat([latin1('\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1'), Buffer.from('WordDocument', 'utf16le')]),
      'read/unsupported',
      /\.doc.*save it as \.docx/,
    ],
    [
      'encrypted .docx',
      Buffer.concat([latin1('\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1'), Buffer.from('EncryptedPackage', 'utf16le')]),
      'read/encrypted',
      /password/,
    ],
    ['zip', latin1('PK\x03\x04……a.txt'), 'read/unsupported', /zip archive/],
    ['workbook', latin1('PK\x03\x04……xl/workbook.xml'), 'read/unsupported', /Excel/],
    ['broken .docx', latin1('PK\x03\x04……word/document.xml'), 'read/broken', /\.docx/],
    ['broken PDF', latin1('%PDF-1.7\n……'), 'read/broken', /PDF/],
    ['JSON', Buffer.from('{\n  "标题": "通知"\n}\n'), 'read/unsupported', /JSON.*--ndjson/],
    ['NDJSON', Buffer.from('{"id": 1, "text": "通知"}\n{"id": 2, "text": "意见"}\n'), 'read/unsupported', /JSON/],
    ['CSV', Buffer.from('编号,标题,正文\n1,通知,"各镇,各村"\n2,意见,正文\n'), 'read/unsupported', /CSV/],
    ['a Result', Buffer.from('{"schema": "policy/1", "text": ""}'), 'read/unsupported', /Result/],
  ]
  for (const [label, bytes, code, message] of cases)
    test(label, async () => {
      const error = await read(bytes).catch((e: unknown) => e)
      expect(error).toMatchObject({name: 'ReadError', code})
      expect((error as Error).message).toMatch(message)
      expect((error as Error).message).not.toContain('\n')
    })
})

describe('plain text', () => {
  test('line ends become LF, and places are counted in the source', async () => {
    const source = await read(iconv.encode('通知\r\n一、目标\r二、任务', 'gb18030'))
    expect(source.text).toBe('通知\n一、目标\n二、任务')
    const start = source.text.indexOf('二')
    expect(source.locate({start, end: start + 4})).toEqual({start: 9, end: 13, line: 3, column: 1})
  })
  test('no text is told', async () => {
    for (const text of ['', ' \n\u3000'])
      expect((await read(text)).diagnostics.map(d => d.code)).toEqual(['read/empty'])
  })
  test('a text beyond the limit is refused, in any form', async () => {
    const limit = {maxBytes: 60}
    const refused = {code: 'read/too-large', message: expect.stringMatching(/61 bytes.*maxBytes/)}
    for (const opening of ['', '# ', '<p>']) {
      await expect(read(Buffer.from(opening.padEnd(61, 'a')), limit)).rejects.toMatchObject(refused)
      expect((await read(opening.padEnd(60, 'a'), limit)).info.bytes).toBe(60)
    }
  })
  test('half a surrogate pair in a string is told', async () => {
    const source = await read('甲\ud800乙')
    expect([source.text, source.diagnostics.map(d => d.code)]).toEqual(['甲\uFFFD乙', ['read/lone-surrogate']])
  })
})
