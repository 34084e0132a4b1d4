/** A list as it is printed → the bodies in it: 区委编办和区教体局、财政局等部门 → 区委编办, 区教体局, 财政局. */
import {charset, holdsAny, WHITE_SPACE} from '../text/charset.ts'
import {lexicon} from '../text/lexicon.ts'
import {BODY_ENDS} from './data/bodies.ts'

const ENDS = lexicon(BODY_ENDS)
const NOT_BODY: ReadonlySet<string> = new Set('等 及 和 各自 分别 其他 其它'.split(' '))
/** Nobody by themselves; behind others they say that the list is not whole. */
const SOME: ReadonlySet<string> = new Set('部门 单位 有关部门 有关单位 相关部门 相关单位'.split(' '))
const LONGEST = 30

/** 各县（市、区）政府: what stands in such brackets belongs to the name; any other remark does not. */
const REMARK = /[（(](?![市区县旗州乡镇街道办园校、]{1,10}[）)])[^（）()]{0,20}[）)]/g
const opensRemark = charset('（(')
const PARTS = /[、，,；;\n/](?![^（）()]{0,10}[）)])|\s{1,8}(?=\S)/
const COMMA = /、(?![^（）()]{0,10}[）)])/
/** 和 及 与 part two bodies only after a whole name: 发展和改革委员会 is one. */
const JOINT = lexicon(['和', '与', '及', '以及', '会同', '或者', '或'])
const opensJoint = charset('和与及以会或')
const TAIL = /(?:等)?(?:有关|相关)?(?:部门|单位)?(?:按(?:照)?(?:各自)?职责(?:分工)?|分工|分别|共同|负责|落实)*$/
/** 区级相关部门, 市直有关单位: those of a level are a body of the list, where 等有关部门 only ends it. */
const GROUP =
  /(?:[省市区县州旗镇乡]{1,2}[级直属]|(?<=^|[、，,；;和及与])(?:各|本)?[省市区县州旗镇乡]{1,2})(?:各)?(?:有关|相关)(?:职能)?(?:部门|单位)(?:按(?:照)?(?:各自)?职责(?:分工)?|分工|分别|共同|负责|落实)*$/
const SHARING = /(?:按(?:照)?(?:各自)?职责(?:分工)?|分工|分别|共同|负责|落实)*$/
const OTHERS =
  /等(?!(?:有关|相关)(?:[区县镇乡市省]|街道)(?:人民)?(?:政府|办事处|管委会)?)(?:(?:\d{1,2}|[一二三四五六七八九十]{1,2})个?)?(?:有关|相关|市直|县直|区直)?(?:职能)?(?:部门|单位|机构)?/
/** What a list of bodies ends with: a name, a remark, a stop, or what `TAIL` does. */
const endsList = charset(
  ...BODY_ENDS.map(word => word.at(-1)!),
  '等关门位责工别同实直能个0123456789一二三四五六七八九十）)。：:、，,；;/',
  WHITE_SPACE,
)

/** The bodies of a list that is known to be one (after 责任单位：, in a column of bodies), in order, white space dropped. */
export function splitBodies(text: string): string[] {
  const bodies: string[] = []
  const names = holdsAny(opensRemark, text) ? text.replace(REMARK, '') : text
  const whole = holdsAny(isEach, names) ? names.replace(LEVELS, level => level.replaceAll('、', JOINER)) : names
  for (const part of whole.split(PARTS))
    for (const piece of pieces(part.trim())) for (const name of apart(piece)) add(bodies, name.replaceAll(JOINER, '、'))
  return bodies
}

/** 各县、市、区政府: the governments of the levels named, in one. */
const LEVELS = /各[县市区旗州盟乡镇](?:、[县市区旗州盟乡镇]){1,3}(?:人民)?政府/g
const JOINER = '\u2060'
const isEach = charset('各')

/** 教育局等部门民政局 → 教育局, 民政局. */
function pieces(part: string): readonly string[] {
  const plain = part.includes('等') ? part.replace(OTHERS, '、') : part
  return plain.includes('、') ? plain.split(COMMA) : [plain]
}

/** 教育局和财政局 → 教育局, 财政局. */
function apart(names: string): string[] {
  const bodies: string[] = []
  let start = 0
  for (let at = 1; at < names.length; at++) {
    if (!opensJoint(names.charCodeAt(at)) || ENDS.before(names, at) === '') continue
    const joint = JOINT.at(names, at)
    if (joint === '') continue
    bodies.push(names.slice(start, at))
    start = at + joint.length
    at = start - 1
  }
  bodies.push(names.slice(start))
  return bodies
}

const isWhite = charset(WHITE_SPACE)
const isAnd = charset('和及与')
const isStop = charset('。：:')

function add(bodies: string[], piece: string): void {
  const solid = holdsAny(isWhite, piece) ? piece.replace(/\s/g, '') : piece
  const start = isAnd(solid.charCodeAt(0)) ? 1 : 0
  const name = solid.slice(start, isStop(solid.charCodeAt(solid.length - 1)) ? -1 : undefined)
  if (name.length < 2 || name.length > LONGEST || NOT_BODY.has(name)) return
  if (SOME.has(name) && bodies.length > 0) return
  if (!bodies.includes(name)) bodies.push(name)
}

/** The bodies of a phrase, where every part of it is one; empty where anything else stands in it. */
export function onlyBodies(phrase: string): string[] {
  const text = phrase.trim()
  if (text.length < 2 || text.length > 120 || !endsList(text.charCodeAt(text.length - 1))) return []
  const kept = text.includes('关') ? (GROUP.exec(text)?.[0] ?? '') : ''
  const bodies = splitBodies(
    kept !== '' ? text.slice(0, text.length - kept.length) + kept.replace(SHARING, '') : withoutTail(text),
  )
  return bodies.length > 0 && bodies.every(isBody) ? bodies : []
}

/** A look at the last character spares most lists the pattern. */
const withoutTail = (list: string): string =>
  endsTail(list.charCodeAt(list.length - 1))
    ? list.replace(TAIL, end => (end.includes('等') ? '等' : end.startsWith('部门') ? '部门' : ''))
    : list
const endsTail = charset('等关门位责工别同实')

const isBody = (name: string): boolean =>
  name.length <= 24 &&
  ENDS.before(name, name.length) !== '' &&
  !/[的了在为要将把被按从]|(?:加强|推进|落实|组织(?!部|人事)|完善|建立|开展|做好|协调(?!局|办|小组)|通过|指导(?!中心|站)|发挥|鼓励|支持|引导)/.test(
    name,
  )
