// Word documents, made here part by part: numbers that come back, tables, revisions, stand-in files, limits.
import {strToU8, zipSync} from 'fflate'
import {describe, expect, test} from 'vitest'
import {formatNumber} from '../../src/read/docx/formats.ts'
import {read} from '../../src/read/read.ts'

const XMLNS = 'xmlns:w="urn:w" xmlns:r="urn:r" xmlns:mc="urn:mc"'
const wrap = (name: string, content: string): string =>
  `<?xml version="1.0"?><w:${name} ${XMLNS}>${content}</w:${name}>`
const docx = (body: string, parts: Record<string, string> = {}): Uint8Array =>
  zipSync({
    '[Content_Types].xml': strToU8('<Types/>'),
    'word/document.xml': strToU8(wrap('document', `<w:body>${body}</w:body>`)),
    ...Object.fromEntries(Object.entries(parts).map(([name, text]) => [name, strToU8(text)])),
  })
const p = (text: string, properties = ''): string =>
  `<w:p><w:pPr>${properties}</w:pPr><w:r><w:t>${text}</w:t></w:r></w:p>`
const listed = (text: string, ilvl: number, numId = 1): string =>
  p(text, `<w:numPr><w:ilvl w:val="${ilvl}"/><w:numId w:val="${numId}"/></w:numPr>`)

const level = (ilvl: number, format: string, text: string): string =>
  `<w:lvl w:ilvl="${ilvl}"><w:start w:val="1"/><w:numFmt w:val="${format}"/><w:lvlText w:val="${text}"/></w:lvl>`
const NUMBERING = wrap(
  'numbering',
  `<w:abstractNum w:abstractNumId="7">${level(0, 'chineseCounting', '%1、')}${level(1, 'chineseCounting', '（%2）')}${level(2, 'decimal', '%3.')}${level(3, 'bullet', '\uf0b7')}</w:abstractNum>` +
    '<w:num w:numId="1"><w:abstractNumId w:val="7"/></w:num>' +
    '<w:num w:numId="2"><w:abstractNumId w:val="7"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="5"/></w:lvlOverride></w:num>',
)

test('automatic numbers come back, and start anew under each parent', async () => {
  const body = [
    listed('目标', 0),
    listed('近期', 1),
    listed('甲', 2),
    listed('乙', 2),
    listed('远期', 1),
    listed('丙', 2),
    listed('丁', 3),
    listed('措施', 0),
    listed('组织', 1),
    listed('附则', 0, 2),
  ]
  const {text} = await read(docx(body.join(''), {'word/numbering.xml': NUMBERING}))
  expect(text.split('\n')).toEqual([
    '一、目标',
    '（一）近期',
    '1. 甲',
    '2. 乙',
    '（二）远期',
    '1. 丙',
    '• 丁',
    '二、措施',
    '（一）组织',
    '五、附则',
  ])
})

test('a list and an outline level that come with a style', async () => {
  const styles = wrap(
    'styles',
    '<w:style w:type="paragraph" w:styleId="a"><w:pPr><w:outlineLvl w:val="0"/></w:pPr></w:style>' +
      '<w:style w:type="paragraph" w:styleId="b"><w:basedOn w:val="a"/><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>',
  )
  const source = await read(
    docx(
      p('总则', '<w:pStyle w:val="b"/>') + p('附则', '<w:pStyle w:val="b"/><w:numPr><w:numId w:val="0"/></w:numPr>'),
      {
        'word/numbering.xml': NUMBERING,
        'word/styles.xml': styles,
      },
    ),
  )
  expect(source.text).toBe('一、总则\n附则')
  expect(source.hints).toEqual([
    {kind: 'heading', level: 1, span: {start: 0, end: 4}},
    {kind: 'heading', level: 1, span: {start: 5, end: 7}},
  ])
})

describe('numbers', () => {
  const cases: [number, string, string][] = [
    [10, 'chineseCounting', '十'],
    [21, 'chineseCountingThousand', '二十一'],
    [105, 'taiwaneseCountingThousand', '一百零五'],
    [12, 'chineseLegalSimplified', '壹拾贰'],
    [20, 'ideographDigital', '二〇'],
    [3, 'decimalEnclosedCircle', '③'],
    [4, 'upperRoman', 'IV'],
    [28, 'lowerLetter', 'bb'],
    [7, 'decimalFullWidth', '７'],
    [7, 'bullet', ''],
    [7, 'no such format', '7'],
  ]
  for (const [value, format, text] of cases)
    test(`${value} ${format}`, () => expect(formatNumber(value, format)).toBe(text))
})

test('tables: cells, header rows, spans; a table in a cell is lines of it', async () => {
  const cell = (content: string, properties = ''): string => `<w:tc><w:tcPr>${properties}</w:tcPr>${content}</w:tc>`
  const row = (cells: string, header = false): string =>
    `<w:tr><w:trPr>${header ? '<w:tblHeader/>' : ''}</w:trPr>${cells}</w:tr>`
  const inner = `<w:tbl>${row(cell(p('丁')))}</w:tbl>`
  const body =
    p('表') +
    `<w:tbl>${row(cell(p('项目')) + cell(p('目标'), '<w:gridSpan w:val="2"/>'), true)}` +
    `${row(cell(p('绿化'), '<w:vMerge w:val="restart"/>') + cell(p('甲') + p('乙')) + cell(p('')))}` +
    `${row(cell(p(''), '<w:vMerge/>') + cell(inner + p('丙')) + cell(p('戊')))}</w:tbl>${p('完')}`
  const {text, hints} = await read(docx(body))
  expect(text).toBe('表\n项目\t目标\n绿化\t甲\n乙\n丁\n丙\t戊\n完')
  expect(hints).toMatchObject([
    {
      kind: 'table',
      rows: [
        [
          {header: true, colSpan: 1},
          {header: true, colSpan: 2},
        ],
        [
          {rowSpan: 2, header: false},
          {
            parts: [
              {start: 11, end: 12},
              {start: 13, end: 14},
            ],
          },
          {parts: []},
        ],
        [
          {
            parts: [
              {start: 15, end: 16},
              {start: 17, end: 18},
            ],
          },
          {},
        ],
      ],
    },
  ])
})

test('what was deleted, hidden or repeated for old programs is left out and told', async () => {
  const run = (text: string, properties = ''): string => `<w:r><w:rPr>${properties}</w:rPr><w:t>${text}</w:t></w:r>`
  const source = await read(
    docx(
      `<w:p>${run('甲')}<w:del>${run('乙乙')}</w:del><w:ins>${run('丙')}</w:ins>${run('丁', '<w:vanish/>')}<mc:AlternateContent><mc:Choice>${run('戊')}</mc:Choice><mc:Fallback>${run('戊')}</mc:Fallback></mc:AlternateContent><w:r><w:instrText>PAGE</w:instrText><w:tab/><w:t>己&amp;</w:t><w:br/><w:t>庚</w:t></w:r></w:p>`,
    ),
  )
  expect(source.text).toBe('甲丙戊\t己&\n庚')
  expect(source.info.omitted.map(o => [o.reason, o.characters])).toEqual([
    ['deleted', 2],
    ['hidden', 1],
  ])
})

test('headers, footers and page numbers are furniture behind the text', async () => {
  const {text, hints, locate} = await read(
    docx(p('通知'), {
      'word/header1.xml': wrap('hdr', p('清河县文件')),
      'word/header2.xml': wrap('hdr', p('清河县文件')),
      'word/footer1.xml': wrap('ftr', p('— 3 —')),
    }),
  )
  expect(text).toBe('通知\n— 3 —\n清河县文件')
  expect(hints).toMatchObject([{reason: 'page-number'}, {reason: 'page-header'}])
  expect(locate({start: 0, end: 2})).toEqual({part: 'word/document.xml', paragraph: 1})
  expect(locate({start: 9, end: 12})).toEqual({part: 'word/header1.xml', paragraph: 1})
})

test('a file that stands in for the text (altChunk)', async () => {
  const mht =
    'MIME-Version: 1.0\r\nContent-Type: multipart/related;\r\n boundary="b"\r\n\r\n--b\r\nContent-Type: text/html; charset="utf-8"\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n' +
    '<style>p{}</style><h1>=E9=80=9A=E7=9F=\r\n=A5</h1><p class=3D"x">正文</p>\r\n--b--'
  const source = await read(
    docx(`${p('前言')}<w:altChunk r:id="c1"/>${p('后记')}`, {
      'word/_rels/document.xml.rels':
        '<Relationships><Relationship Id="c1" Type="http://x/aFChunk" Target="/word/part.mht"/></Relationships>',
      'word/part.mht': mht,
    }),
  )
  expect(source.text).toBe('前言\n通知\n正文\n后记')
  expect(source.hints).toEqual([{kind: 'heading', level: 1, span: {start: 3, end: 5}}])
  expect(source.locate({start: 6, end: 8})).toEqual({part: 'word/part.mht', paragraph: 2})
})

describe('limits', () => {
  const long = docx(p('长'.repeat(2_000_000)))
  test('a package that unfolds to too much', async () => {
    await expect(read(long, {maxBytes: 1_000_000})).rejects.toMatchObject({
      code: 'read/too-large',
      message: expect.stringMatching(/maxBytes/),
    })
    await expect(read(long)).rejects.toMatchObject({code: 'read/too-large'})
  })
  test('a package that ends in the middle', async () =>
    await expect(read(docx(p('通知')).subarray(0, 300))).rejects.toMatchObject({name: 'ReadError'}))
})
