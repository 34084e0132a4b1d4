// Makes policy pages of any amount, the same on every machine: our own sentences in the structures that real notices have,
// with about as many facts (10 in 1,000 characters) and with the damage that one page in seven has.
import iconv from 'iconv-lite'
import opencc from 'opencc-js/cn2t'
import {pinyin} from 'pinyin-pro'

/** A small generator of numbers, so that a corpus is the same each time. */
export function random(seed) {
  let state = seed >>> 0 || 1
  return limit => {
    state ^= state << 13
    state ^= state >>> 17
    state ^= state << 5
    return (state >>> 0) % limit
  }
}

const PLACES = ['云岭县', '清河市', '东山区', '白沙州', '南浦县', '石桥市', '金湾区', '北原旗']
const TOPICS = [
  '学前教育',
  '义务教育',
  '职业教育',
  '乡村医疗',
  '养老服务',
  '污水治理',
  '数字政务',
  '公共交通',
  '保障住房',
  '森林防火',
]
const VERBS = ['加快推进', '全面落实', '扎实开展', '统筹实施', '持续深化', '规范管理', '优化提升', '建立健全']
const OBJECTS = ['资源配置', '服务体系', '队伍建设', '经费保障', '监督评价', '设施改造', '信息平台', '工作机制']
const METRICS = ['覆盖率', '达标率', '普及率', '合格率', '入学率', '就业率', '占比', '满意率']
const BODIES = ['教育局', '财政局', '发展改革委', '人力资源社会保障局', '自然资源局', '住房城乡建设局', '卫生健康委']
const CJK = ['一', '二', '三', '四', '五', '六', '七', '八', '九', '十']

/** Sentences that promise nothing one can count, as most of a notice does. */
const PROSE = [
  p => `${p(VERBS)}${p(TOPICS)}${p(OBJECTS)}，${p(VERBS)}${p(OBJECTS)}，形成部门协同、上下联动、社会参与的工作格局。`,
  p => `各乡镇、各有关部门要把${p(TOPICS)}摆上重要位置，加强组织领导，压实工作责任，确保各项任务落到实处。`,
  p => `坚持以人民为中心的发展思想，聚焦${p(TOPICS)}领域的突出问题，${p(VERBS)}${p(OBJECTS)}。`,
  p => `鼓励社会力量参与${p(TOPICS)}，完善政府购买服务的办法，探索${p(OBJECTS)}的新路子。`,
  p => `加强${p(TOPICS)}从业人员的教育培训，严格准入条件，畅通职称评审渠道，保障合法权益。`,
  p => `建立联席会议制度，定期研究${p(TOPICS)}工作中的重大事项，及时协调解决困难和问题。`,
  p => `充分利用广播、报刊、网络等媒体，广泛宣传${p(TOPICS)}的政策措施和先进典型，营造良好氛围。`,
  () => `对工作不力、推诿扯皮、造成不良影响的单位和个人，依照有关规定追究责任。`,
]
/** Sentences with facts. */
const PROMISES = [
  (p, n) => `到${2025 + n(11)}年，${p(TOPICS)}${p(METRICS)}达到${50 + n(50)}%以上。`,
  (p, n) => `建设${1 + n(30)}所${p(TOPICS)}示范单位、${1 + n(9)}个${p(TOPICS)}基地。`,
  (_, n) => `对每个试点给予${1 + n(90)}万元补助，每人每年不低于${100 * (1 + n(30))}元。`,
  p => `（责任单位：${p(BODIES)}、${p(BODIES)}）`,
  p => `根据《${p(TOPICS)}促进条例》和《关于${p(VERBS)}${p(TOPICS)}的意见》，结合实际，${p(VERBS)}${p(OBJECTS)}。`,
  (p, n) => `“十四五”期间，${p(TOPICS)}投入年均增长${1 + n(15)}%左右，自${2024 + n(3)}年${1 + n(12)}月1日起执行。`,
]

function sentence(pick) {
  const of = list => list[pick(list.length)]
  return of(pick(6) === 0 ? PROMISES : PROSE)(of, pick)
}

const paragraph = pick => Array.from({length: 2 + pick(5)}, () => sentence(pick)).join('')

/** One notice of about `size` characters, as plain text. */
export function notice(seed, size = 6000) {
  const pick = random(seed * 2654435761)
  const place = PLACES[pick(PLACES.length)]
  const topic = TOPICS[pick(TOPICS.length)]
  const lines = [
    `${place}人民政府关于${VERBS[pick(8)]}${topic}的实施意见`,
    `云政发〔${2018 + pick(8)}〕${1 + pick(90)}号`,
    '各乡镇人民政府，各有关部门：',
    paragraph(pick),
  ]
  let length = 0
  let running = 0
  for (let i = 0; length < size && i < 10; i++) {
    lines.push(`${CJK[i]}、${VERBS[pick(8)]}${OBJECTS[pick(8)]}`)
    for (let j = 0; length < size && j < 10; j++) {
      lines.push(`（${CJK[j]}）${VERBS[pick(8)]}${TOPICS[pick(10)]}。${paragraph(pick)}`)
      for (let k = pick(4); k > 0; k--)
        lines.push(`${++running}.${VERBS[pick(8)]}${OBJECTS[pick(8)]}。${paragraph(pick)}`)
      length = lines.reduce((sum, line) => sum + line.length, 0)
    }
  }
  lines.push(`${place}人民政府`, `${2018 + pick(8)}年${1 + pick(12)}月${1 + pick(28)}日`)
  return `${lines.join('\n')}\n`
}

/** The same notice as a page of a portal. */
export function page(seed, size) {
  const [title, ...lines] = notice(seed, size).trim().split('\n')
  const menu = Array.from({length: 40}, (_, i) => `<li><a href="/c${i}/index.html">栏目${i}</a></li>`).join('\n')
  return `<!DOCTYPE html>
<html><head><meta charset="utf-8"><title>${title}</title><style>body{margin:0}</style><script>var a = 1</script></head>
<body><div class="nav"><ul>${menu}</ul></div>
<div class="article"><h1>${title}</h1>
<table><tr><td>索引号</td><td>0001/${seed}</td><td>发文机构</td><td>云岭县人民政府</td></tr></table>
<div class="content">${lines.map(line => `<p style="text-indent:2em">${line}</p>`).join('\n')}</div></div>
<div class="footer">网站地图 联系我们</div></body></html>
`
}

const traditional = opencc.Converter({from: 'cn', to: 'tw'})

/** 发展 → 发(fā)展, one character in sixty. */
const glossed = (text, pick) =>
  text.replace(/[一-龥]/g, c => (pick(60) === 0 ? `${c}(${pinyin(c, {toneType: 'symbol'})})` : c))

/** （一）加强 → 。ㄒ唬┘忧: lines of GBK that lost a byte before them, up to their first ASCII character. */
function shifted(text) {
  const line = whole => {
    const end = /[\x00-\x7f]|$/.exec(whole).index
    const bytes = Buffer.concat([Buffer.of(0xa1), iconv.encode(whole.slice(0, end), 'gbk')])
    return ` ${iconv.decode(bytes.subarray(0, bytes.length & ~1), 'gbk')}${whole.slice(end)}`
  }
  return text.replace(/^（[一二三四五六七八九十]）.*$/gm, line)
}

/** The bytes of page number `i` of a mixed folder, of about `size` characters: text, portal pages, GBK, damage. */
export function mixed(i, size = 2000 + (i % 7) * 1500) {
  const text = () => notice(i + 1, size)
  const kind = i % 20
  if (kind < 10) return {name: `${i}.txt`, bytes: Buffer.from(text())}
  if (kind < 14) return {name: `${i}.html`, bytes: Buffer.from(page(i + 1, size))}
  if (kind < 17) return {name: `${i}.txt`, bytes: iconv.encode(text(), 'gbk')}
  if (kind < 18) return {name: `${i}.txt`, bytes: Buffer.from(traditional(text()))}
  if (kind < 19) return {name: `${i}.txt`, bytes: Buffer.from(glossed(text(), random(i + 1)))}
  return {name: `${i}.txt`, bytes: Buffer.from(shifted(text()))}
}
