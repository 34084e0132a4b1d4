// Makes policy pages of any amount, the same on every machine: our own sentences in the structures that real notices have.
import iconv from 'iconv-lite'

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

function sentence(pick) {
  const topic = TOPICS[pick(TOPICS.length)]
  switch (pick(9)) {
    case 0:
      return `到${2025 + pick(11)}年，${topic}${METRICS[pick(METRICS.length)]}达到${50 + pick(50)}%以上。`
    case 1:
      return `建设${1 + pick(30)}所${topic}示范单位、${1 + pick(9)}个${topic}基地。`
    case 2:
      return `对每个试点给予${1 + pick(90)}万元补助，每人每年不低于${100 * (1 + pick(30))}元。`
    case 3:
      return `（责任单位：${BODIES[pick(7)]}、${BODIES[pick(7)]}）`
    case 4:
      return `根据《${topic}促进条例》和《关于${VERBS[pick(8)]}${topic}的意见》，结合实际，${VERBS[pick(8)]}${OBJECTS[pick(8)]}。`
    case 5:
      return `“十四五”期间，${topic}投入年均增长${1 + pick(15)}%左右，自${2024 + pick(3)}年${1 + pick(12)}月1日起执行。`
    default:
      return `${VERBS[pick(8)]}${topic}${OBJECTS[pick(8)]}，${VERBS[pick(8)]}${OBJECTS[pick(8)]}，形成部门协同、上下联动、社会参与的工作格局。`
  }
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

/** The bytes of page number `i` of a mixed folder, of about `size` characters: text, portal pages, GBK. */
export function mixed(i, size = 2000 + (i % 7) * 1500) {
  if (i % 10 < 6) return {name: `${i}.txt`, bytes: Buffer.from(notice(i + 1, size))}
  if (i % 10 < 8) return {name: `${i}.html`, bytes: Buffer.from(page(i + 1, size))}
  return {name: `${i}.txt`, bytes: iconv.encode(notice(i + 1, size), 'gbk')}
}
