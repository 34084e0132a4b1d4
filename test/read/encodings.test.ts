// Two hundred short samples in eight encodings, and what is said about bytes that cannot be read.
import iconv from 'iconv-lite'
import {describe, expect, test} from 'vitest'
import {decode} from '../../src/read/decode.ts'

const SIMPLIFIED = [
  '各乡镇人民政府、街道办事处，县直有关部门：为做好今年的防汛抗旱工作，现将有关事项通知如下。',
  '到2027年，全县新建幼儿园不少于12所，学前教育毛入园率达到95%以上。',
  '第三条　本办法所称补贴资金，是指财政预算安排的专项资金，实行专款专用。',
  '（二）加强组织领导。各单位主要负责人是第一责任人，要亲自部署、亲自过问。',
  '经研究，同意将老城区供水管网改造工程列入年度重点项目，总投资3.6亿元。',
  '教师资格认定每年春季和秋季各组织一次，申请人应当在规定时间内完成网上报名。',
]
const TRADITIONAL = [
  '各鄉鎮公所、本府所屬各機關學校：為加強防汛準備工作，請依說明辦理。',
  '第二條　本辦法所稱主管機關，在中央為內政部，在直轄市為直轄市政府。',
  '一、申請人應檢附下列文件，向戶籍所在地之區公所提出申請，逾期不予受理。',
  '本計畫自發布日施行，經費由各年度預算支應，必要時得辦理追加。',
  '違反前項規定者，處新臺幣三千元以上一萬五千元以下罰鍰，並得按次處罰。',
  '縣政府應於收到申請書之日起三十日內完成審查，並以書面通知申請人。',
]
const LENGTHS = [8, 12, 20, 40, 120]

/** A stretch of one of the texts, repeated where it is too short. */
const sample = (texts: readonly string[], i: number): string => {
  const text = texts.map((_, k) => texts[(i + k) % texts.length]!).join('')
  return text.slice(i % 5, (i % 5) + LENGTHS[i % LENGTHS.length]!)
}

const ENCODINGS: readonly [
  name: string,
  encode: (text: string) => Uint8Array,
  texts: readonly string[],
  read: string,
][] = [
  ['utf-8', text => iconv.encode(text, 'utf-8'), SIMPLIFIED, 'utf-8'],
  ['utf-8 with BOM', text => iconv.encode(text, 'utf-8', {addBOM: true}), SIMPLIFIED, 'utf-8'],
  ['utf-16le without BOM', text => iconv.encode(text, 'utf-16le'), SIMPLIFIED, 'utf-16le'],
  ['utf-16be without BOM', text => iconv.encode(text, 'utf-16be'), TRADITIONAL, 'utf-16be'],
  ['utf-16le with BOM', text => iconv.encode(text, 'utf-16le', {addBOM: true}), TRADITIONAL, 'utf-16le'],
  ['gbk', text => iconv.encode(text, 'gbk'), SIMPLIFIED, 'gb18030'],
  // 㛃 and 𠅤 have four bytes.
  ['gb18030', text => iconv.encode(`${text}㛃𠅤`, 'gb18030'), SIMPLIFIED, 'gb18030'],
  ['big5', text => iconv.encode(text, 'big5'), TRADITIONAL, 'big5'],
]

describe('200 short samples', () => {
  for (const [name, encode, texts, read] of ENCODINGS)
    test(name, async () => {
      for (let i = 0; i < 25; i++) {
        const text = sample(texts, i)
        const {text: found, encoding, diagnostics} = await decode(encode(text))
        expect([i, encoding, found.replace('㛃𠅤', ''), diagnostics]).toEqual([i, read, text, []])
      }
    })
})

const bytes = (...parts: (string | number[])[]): Uint8Array =>
  Buffer.concat(parts.map(part => (typeof part === 'string' ? Buffer.from(part) : Buffer.from(part))))
const gbk = (text: string): number[] => [...iconv.encode(text, 'gb18030')]
const big5 = (text: string): number[] => [...iconv.encode(text, 'big5')]
/** Code and slice of each diagnostic. */
const told = ({text, diagnostics}: Awaited<ReturnType<typeof decode>>): unknown[] =>
  diagnostics.map(({code, span}) => [code, span ? text.slice(span.start, span.end) : null])

describe('what cannot be read', () => {
  test('a byte that UTF-8 does not have stands as U+FFFD, with its place', async () => {
    const read = await decode(bytes('加强组织领导', [0xff, 0xfe], '，落实责任。'))
    expect(read.text).toBe('加强组织领导\uFFFD\uFFFD，落实责任。')
    expect(told(read)).toEqual([['read/invalid-bytes', '\uFFFD\uFFFD']])
  })
  test('U+FFFD that the source holds itself is no invalid byte', async () =>
    expect(told(await decode(bytes('加强组织\uFFFD领导')))).toEqual([]))
  test('the last character is cut off', async () => {
    for (const encoded of [bytes('全县教育工作会议').subarray(0, -1), bytes(gbk('全县教育工作会议')).subarray(0, -1)])
      expect(told(await decode(encoded))).toEqual([['read/truncated', '\uFFFD']])
  })
  test('many runs are bounded, and the number of the rest is told', async () => {
    const {diagnostics} = await decode(bytes('汉字', ...Array.from({length: 60}, () => [[0xff], '汉字的文本']).flat()))
    expect(diagnostics).toHaveLength(20)
    expect(diagnostics.at(-1)!.note).toMatch(/^40 /)
  })
  test('lines in GBK among lines in UTF-8', async () => {
    const read = await decode(
      bytes('各镇人民政府：\n一、总体要求\n', gbk('二、重点任务和责任分工\n'), '三、保障措施\n'),
    )
    expect(read.text).toBe('各镇人民政府：\n一、总体要求\n二、重点任务和责任分工\n三、保障措施\n')
    expect(read.encoding).toBe('utf-8')
    expect(told(read)).toEqual([['read/mixed-encodings', '二、重点任务和责任分工\n']])
  })
  test('lines in UTF-8 among lines in GBK', async () => {
    const read = await decode(
      bytes(gbk('关于开展检查的通知\n各镇人民政府：\n'), '转自县政府网站\n', gbk('请认真执行。\n')),
    )
    expect(read.text).toBe('关于开展检查的通知\n各镇人民政府：\n转自县政府网站\n请认真执行。\n')
    expect(told(read)).toEqual([['read/mixed-encodings', '转自县政府网站\n']])
  })
  test('half a surrogate pair in UTF-16', async () => {
    const read = await decode(Buffer.from('\ufeff国务院\ud83d办公厅', 'utf16le'))
    expect(read.text).toBe('国务院\uFFFD办公厅')
    expect(told(read)).toEqual([['read/lone-surrogate', '\uFFFD']])
  })
})

describe('what the page says of itself', () => {
  test('is a hint, not a judge', async () => {
    const read = await decode(bytes('<meta charset="gb2312"><p>关于加强校园安全工作的通知</p>'))
    expect([read.encoding, told(read)]).toEqual(['utf-8', [['read/encoding-conflict', null]]])
  })
  test('gb2312, gbk and gb18030 are one', async () =>
    expect(told(await decode(bytes('<meta charset=GB2312>', gbk('关于加强校园安全工作的通知'))))).toEqual([]))
})

describe('a forced encoding', () => {
  test('is used whatever the bytes look like', async () =>
    expect((await decode(bytes(big5('國民')), 'big5-hkscs')).text).toBe('國民'))
  test('has to be known', async () =>
    await expect(decode(bytes('a'), 'klingon')).rejects.toMatchObject({code: 'read/unknown-encoding'}))
  test('Hong Kong characters of Big5', async () =>
    expect(await decode(bytes([0x9d, 0xf5], big5('個，香港特別行政區政府公告')))).toMatchObject({
      encoding: 'big5',
      text: '嗰個，香港特別行政區政府公告',
    }))
})

test('the codes that versions of GB18030 dispute read the same everywhere', async () =>
  expect((await decode(bytes([0xfe, 0x59, 0xa8, 0xbc], gbk('的说明')))).text).toBe('\u9fb4\u1e3f的说明'))
test('no bytes at all', async () =>
  expect(await decode(new Uint8Array())).toEqual({text: '', encoding: 'utf-8', diagnostics: []}))

describe('bytes that are no text', () => {
  /** The same bytes every time: a linear congruence, its upper bits. */
  const noise = (length: number): Uint8Array => {
    let state = 7
    return Uint8Array.from({length}, () => {
      state = (state * 1103515245 + 12345) & 0x7fffffff
      return (state >> 16) & 255
    })
  }
  const codes = async (bytes: Uint8Array): Promise<string[]> => (await decode(bytes)).diagnostics.map(d => d.code)
  test.each([300, 3000, 40_000])('%d bytes of noise are told as such', async length =>
    expect((await codes(noise(length)))[0]).toBe('read/not-text'),
  )
  const text = '云岭县教育局关于做好2024年学前教育工作的通知。到2025年，毛入园率达到95%以上。'.repeat(9)
  test.each([
    ['UTF-16 without a mark', Buffer.from(text, 'utf16le')],
    ['UTF-8 with noise in it', Buffer.concat([Buffer.from(text), noise(60), Buffer.from(text)])],
    ['ASCII with some odd bytes', Buffer.from(`${'Notice of the county. '.repeat(30)}caf\xe9`, 'latin1')],
    ['noise of a few bytes', noise(20)],
    ['Cyrillic in UTF-8', Buffer.from('Постановление правительства области. '.repeat(9))],
  ])('%s is not', async (_, bytes) => expect(await codes(bytes)).not.toContain('read/not-text'))
})
