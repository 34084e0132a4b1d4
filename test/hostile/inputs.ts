/** Inputs that nobody writes and every parser meets, each of about `size` characters (or bytes). */

/** A text of `size` characters made of one unit again and again. */
const run = (unit: string, size: number): string => unit.repeat(Math.ceil(size / unit.length)).slice(0, size)

/** The same unit on a line of its own, again and again. */
const lines = (unit: string, size: number): string => run(`${unit}\n`, size)

const UNITS: Readonly<Record<string, string>> = {
  'full-width opening brackets': '（',
  'opening brackets': '(',
  'opening title marks': '《',
  'closing title marks': '》',
  'opening quotes': '“',
  'ASCII quotes': '"',
  'digit 1': '1',
  'digits and dots': '1.',
  'digits and commas': '1,',
  'numeral 一': '一',
  'numeral 万': '万',
  'numeral 亿十': '亿十',
  spaces: ' ',
  'ideographic spaces': '\u3000',
  'no-break spaces': '\u00a0',
  tabs: '\t',
  newlines: '\n',
  pipes: '|',
  'per cent': '%',
  'numbers with per cent': '5%',
  'percentage list': '80%、',
  dashes: '—',
  years: '到2025年',
  'years in a row': '2025年、',
  money: '每年5万元',
  quantities: '建设3所',
  'article words': '第一条',
  circled: '①',
  'circled with text': '①教育',
  'is-lists': '一是教育；',
  'ideographic description': '⿻',
  'private use': '\ue3db',
  'mixed private use': '\ue3db学',
  'combining marks': '\u0301',
  'zero width': '\u200b',
  'bidi marks': '\u202e',
  nul: '\0',
  replacement: '\ufffd',
  glosses: '学(xué)',
  'open glosses': '学(xué',
  'cut glosses': '?xué)',
  ampersands: '&',
  entities: '&amp;',
  'nested entities': '&amp;amp;lt;',
  lead: '鍥藉姟',
  'mojibake latin': 'å›½',
  traditional: '學校體係',
  'kangxi radicals': '⼀⼆',
  'sentence ends': '。',
  commas: '，',
  colons: '：',
  'run-in': '加强领导。',
  bodies: '教育局、',
  responsible: '（责任单位：教育局）',
  labels: '索引号：',
  'and then': '达到',
  'metric words': '覆盖率',
  titles: '《关于教育的意见》',
  'document numbers': '国发〔2021〕1号',
}

const LINE_UNITS: Readonly<Record<string, string>> = {
  'cjk markers': '一、',
  'cjk markers with text': '一、加强领导',
  'arabic markers': '1.',
  'arabic markers with text': '1.加强领导。',
  'paren markers': '（一）',
  'article lines': '第一条 为了',
  'chapter lines': '第一章 总则',
  'alternating levels': '一、\n（一）\n1.\n（1）\n①',
  'alternating back': '①\n（1）\n1.\n（一）\n一、',
  'pipe rows': '| a | b |',
  'label rows': '索引号 | 1 | 发文字号 | 号 |',
  'short cells': '教体局',
  'table header': '工作项目\n重点工作\n责任部门',
  annexes: '附件1',
  dates: '2024年1月1日',
  'plan titles': '某某实施方案 1',
  dashes: '——加强领导。',
  headings: '# 总则',
  'no words': '-',
}

/** Growing numbers, so that every marker continues the one before it. */
function counting(size: number, marker: (n: number) => string): string {
  const parts: string[] = []
  for (let n = 1, length = 0; length < size; n++) {
    parts.push(marker(n))
    length += parts.at(-1)!.length
  }
  return parts.join('')
}

/** Bytes that look random and are the same on every machine. */
function noise(size: number): Uint8Array {
  const bytes = new Uint8Array(size)
  let state = 0x2545f491
  for (let i = 0; i < size; i++) {
    state ^= state << 13
    state ^= state >>> 17
    state ^= state << 5
    bytes[i] = state & 0xff
  }
  return bytes
}

/** Hostile texts by name. */
export function texts(size: number): Map<string, string> {
  const all = new Map<string, string>()
  for (const [name, unit] of Object.entries(UNITS)) all.set(`run of ${name}`, run(unit, size))
  for (const [name, unit] of Object.entries(LINE_UNITS)) all.set(`lines of ${name}`, lines(unit, size))
  all.set('lone surrogates', run('\ud800', size))
  all.set(
    'counting lines',
    counting(size, n => `${n}.加强领导\n`),
  )
  all.set(
    'counting in one line',
    counting(size, n => `${n}.加强领导。`),
  )
  all.set(
    'counting articles in one line',
    counting(size, n => `第${n}条 为了。`),
  )
  all.set('one line', run('为深入贯彻落实教育现代化的要求到2025年入学率达到95%以上', size))
  all.set('one sentence of commas', run('建设示范园12所，', size))
  return all
}

/** Hostile pages by name. */
export function pages(size: number): Map<string, string> {
  return new Map([
    ['nested divs', `<html><body>${'<div>'.repeat(5000)}一、总则${'</div>'.repeat(5000)}`],
    ['a run of <div>', `<html>${run('<div>', size)}`],
    ['an unclosed comment', `<html><body>一、总则<!--${run('a', size)}`],
    ['runs of <', `<html>${run('<', size)}`],
    ['runs of <a', `<html>${run('<a ', size)}`],
    ['runs of &', `<html><body>${run('&', size)}`],
    ['runs of &#', `<html><body>${run('&#', size)}`],
    ['a large table', `<html><body><table>${run('<tr><td>教体局</td><td>1</td></tr>', size)}</table>`],
    ['nested tables', `<html><body>${run('<table><tr><td>', size)}`],
    ['open attributes', `<html><body><p class="${run('a', size)}`],
    ['many scripts', `<html>${run('<script>x</script>', size)}`],
  ])
}

/** Hostile bytes by name. */
export function bytes(size: number): Map<string, Uint8Array> {
  const rar = noise(size)
  rar.set([0x52, 0x61, 0x72, 0x21, 0x1a, 0x07, 0x01, 0x00])
  const zip = noise(size)
  zip.set([0x50, 0x4b, 0x03, 0x04])
  const pdf = noise(size)
  pdf.set(new TextEncoder().encode('%PDF-1.7\n'))
  return new Map([
    ['random bytes', noise(size)],
    ['lead bytes only', new Uint8Array(size).fill(0x81)],
    ['0xff', new Uint8Array(size).fill(0xff)],
    ['a RAR', rar],
    ['a broken zip', zip],
    ['a broken PDF', pdf],
    ['nothing', new Uint8Array(0)],
    ['a BOM alone', Uint8Array.of(0xef, 0xbb, 0xbf)],
  ])
}
