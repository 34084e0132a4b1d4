/** （牵头单位：教育局；配合单位：财政局）· 【责任单位】A、B · 由教育局牵头，财政局配合 · 由A会同B组织 · a table column of bodies. */
import {charset, firstOf, holdsAny, lastOf} from '../../text/charset.ts'
import {endAt, matchAt} from '../../text/match.ts'
import {type Block, type FactRule, type FindingOf, NONE} from '../block.ts'
import {onlyBodies, splitBodies} from '../bodies.ts'
import {LEADS, OWNERS, ROLE, SUPPORTS} from '../data/bodies.ts'

type Responsibility = FindingOf<'responsibility'>

const LABEL = new RegExp(`(?<=${ROLE})`, 'y')
const COLUMN = new RegExp(`${ROLE}|^(?:责任人)$`)
const LIST =
  /[：:】]{1,2}\s?([^。；;：:）)】\]\n（(]{2,160}(?:[（(][^（）()]{0,20}[）)][^。；;：:）)】\]\n（(]{0,80}){0,3})/y
const SHARING = '按(?:照)?(?:各自)?职责(?:分工)?'
const HELPED = new RegExp(
  `(?:${LEADS}|负责)[^，。；、（）]{0,12}[，,、]([^，。；（）]{2,80}?)(?:(${SUPPORTS})|(?:${SHARING}|分别|共同)(?:做好)?(?:${OWNERS}))`,
  'y',
)
/** 市民政局、市财政局按职责分工负责: the words tell a task by themselves. */
const SHARED = new RegExp(`${SHARING}$`)
const DUTY = new RegExp(`^(.{2,120}?)(?:(${LEADS})|(${SUPPORTS})|(?:${SHARING}|分别|共同)?(${OWNERS}))[^，；]{0,6}$`)
const TASK =
  /等(?:有关|相关)?(?:职能)?(?:部门|单位|机构)(?:[及和与](?:各|有关|相关)[^，。；、要应须]{1,10})?(?=要|应|须|按照?(?:各自)?职责|根据各自|在各自|负责|共同|密切)/y

/** Bodies in the order in which they stand: and who of them leads (牵头) and helps (配合). */
export const responsibility: FactRule = {
  id: 'responsibility',
  find(block) {
    if (block.table && COLUMN.test(block.table.label)) {
      const whole = column(block)
      return whole ? [whole] : NONE
    }
    const last = closing(block.text)
    if (block.tokens.cues.length === 0) return last ? [last] : NONE
    const found: Responsibility[] = []
    let read = 0
    for (const cue of block.tokens.cues) {
      if (cue < read) continue
      const one = READER.get(block.text.charCodeAt(cue))?.(block.text, cue)
      if (!one) continue
      read = one.span.end
      addOnce(found, one)
    }
    if (last && read <= last.span.start) found.push(last)
    return found
  },
}

/** 市水利局、市住建局等部门按职责负责 is told by 等 and by 负责: the longer has it, save where the other says who leads. */
function addOnce(found: Responsibility[], one: Responsibility): void {
  const last = found.at(-1)
  if (!last || last.span.start < one.span.start) found.push(one)
  else if (last.lead.length <= one.lead.length) found[found.length - 1] = one
}

const READERS: readonly (readonly [cues: string, read: (text: string, cue: number) => Responsibility | undefined])[] = [
  ['：:】', labelled],
  ['牵负', (text, cue) => bracketed(text, cue) ?? spoken(text, cue)],
  ['由', joined],
  ['等', tasked],
]
const READER = new Map(READERS.flatMap(([cues, read]) => [...cues].map(cue => [cue.charCodeAt(0), read])))

/** Who leads, who helps, and all of them in order. */
interface Roles {
  readonly bodies: string[]
  readonly lead: string[]
  readonly support: string[]
}
const noRoles = (): Roles => ({bodies: [], lead: [], support: []})

function addRole(roles: Roles, list: readonly string[], lead: unknown, support: unknown): void {
  for (const body of list) if (!roles.bodies.includes(body)) roles.bodies.push(body)
  if (lead) roles.lead.push(...list)
  else if (support) roles.support.push(...list)
}

const fact = (roles: Roles, start: number, end: number): Responsibility | undefined =>
  roles.bodies.length === 0 ? undefined : {kind: 'responsibility', span: {start, end}, ...roles}

/** The whole cell of a column that is headed 责任单位, or the two cells of who leads and who helps. */
function column({text, table}: Block): Responsibility | undefined {
  if (table!.helped) {
    const {from, to, supports} = table!.helped
    const both = noRoles()
    addRole(both, splitBodies(text.slice(0, to)), true, false)
    addRole(both, splitBodies(text.slice(from)), false, supports)
    return fact(both, 0, text.length)
  }
  const role = COLUMN.exec(table!.label)!
  const roles = noRoles()
  addRole(roles, splitBodies(text), role[1], role[2])
  return fact(roles, 0, text.length)
}

/** 牵头单位：A；配合单位：B、C: labels that follow each other are one statement. */
function labelled(text: string, colon: number): Responsibility | undefined {
  const roles = noRoles()
  let start = -1
  let end = colon
  let led = false
  for (let at = colon; at >= 0; at = nextColon(text, end)) {
    const label = endsLabel(text.charCodeAt(at - 1)) ? matchAt(LABEL, text, at) : null
    const list = label && matchAt(LIST, text, at)
    if (!label || !list || (label[3] && start >= 0 && !led)) break
    const bodies = bodiesOnly(withoutLabel(list[1]!, text[at + list[0].length]))
    if (start < 0) start = labelStart(text, at, label)
    led = label[1] !== undefined
    addRole(roles, splitBodies(bodies), label[1], label[2])
    end = at + list[0].indexOf(list[1]!) + bodies.trimEnd().length
  }
  return start < 0 ? undefined : fact(roles, start, end)
}

const endsLabel = charset('位门构室体局')

/** 牵头单位：市发改委 责任单位：…, 牵头单位：市教育局，配合单位：…: a label that only a space or a comma parts from the list before it. */
const withoutLabel = (list: string, next: string | undefined): string =>
  next === '：' || next === ':' ? list.replace(/(?:\s{1,8}\S{2,8}|[，,]\s?[^，,、\s]{2,8})$/, '') : list

const labelStart = (text: string, colon: number, label: RegExpExecArray): number =>
  text.lastIndexOf((label[1] ?? label[2] ?? label[3])!, colon)

const NEXT_LABEL = /[；;，,。\s]{1,3}[^，。；：:（）]{4,8}?(?=[：:])/y
const NEXT_BRACKET = /[；;，,。\s]{0,3}【[^，。；：:（）【】]{4,8}(?=】)/y
const nextColon = (text: string, end: number): number =>
  Math.max(endAt(NEXT_LABEL, text, end), endAt(NEXT_BRACKET, text, end))

/** 民航局，适用范围：…: what the next label names is no body. */
const bodiesOnly = (list: string): string =>
  list.replace(/[，,。](?:[^，,。、]{2,8})$/, tail => (/范围|时限|时间|期限/.test(tail) ? '' : tail))

const LONGEST_BRACKET = 160
const isOpening = charset('（(［【')
const isClosing = charset('）)］】')

/** （教育部牵头，财政部参与）, （发展改革委、财政部按职责分工负责）. */
function bracketed(text: string, cue: number): Responsibility | undefined {
  const open = lastOf(isOpening, text, cue - LONGEST_BRACKET, cue)
  const close = open < 0 ? -1 : firstOf(isClosing, text, cue, cue + LONGEST_BRACKET)
  if (close < 0) return undefined
  const inside = text.slice(open + 1, text[close - 1] === '。' ? close - 1 : close)
  if (inside === '' || /[）)］】。：:]/.test(inside)) return undefined
  const roles = noRoles()
  let end = open + 1
  for (const part of inside.split(/[，,；;]/)) {
    if (roles.bodies.length > 0 && WHEN.test(part)) break
    const duty = DUTY.exec(part)
    const list = onlyBodies((duty?.[1] ?? part).replace(/^(?:[^，。；]{0,12}[内中])?由/, ''))
    if (list.length === 0) return undefined
    addRole(roles, list, duty?.[2], duty?.[3])
    end = text.indexOf(part, end) + part.length
  }
  return fact(roles, open + 1, end)
}

/** …提高利用率。（市科委、市数据局）: bodies and nothing else in the bracket that closes a clause. */
function closing(text: string): Responsibility | undefined {
  const end = text.trimEnd().length
  const open = isClosing(text.charCodeAt(end - 1)) ? lastOf(isOpening, text, end - LONGEST_BRACKET, end) : -1
  if (open < 1 || text[open - 1] !== '。') return undefined
  const list = onlyBodies(text.slice(open + 1, end - 1))
  if (!list.some(body => !PLACE.test(body))) return undefined
  const roles = noRoles()
  addRole(roles, list, false, false)
  return fact(roles, open + 1, end - 1)
}
const PLACE = /[省市区县州盟旗镇乡村师园]$/

/** （市林业局负责；2025年底前完成）: until when, and what comes after it. */
const WHEN = /完成|时限|期限|持续|长期|坚持|常态|\d{4}年|[月年]底/

/** 由省水利厅会同省财政厅、省发展改革委组织实施: who leads, and with whom. */
const JOINED =
  /由([^，。；：（）由]{2,60}?)会同([^，。；：（）]{2,80}?)(?:负责|组织|制定|制订|研究|提出|编制|实施|落实|牵头|开展|做好|加强|推进|建立|完善|按|另行|具体|统筹|予以|进行|审核|审定|确定|下达|备案)/y

const isTogether = charset('同')

function joined(text: string, cue: number): Responsibility | undefined {
  const said = holdsAny(isTogether, text, cue, cue + 64) ? matchAt(JOINED, text, cue) : null
  if (!said) return undefined
  const [lead, support] = [onlyBodies(said[1]!), onlyBodies(said[2]!)]
  if (lead.length === 0 || (support.length === 0 && !/(?:部门|单位|地方)$/.test(said[2]!))) return undefined
  const roles = noRoles()
  addRole(roles, lead, true, false)
  addRole(roles, support, false, true)
  return fact(roles, cue, cue + 3 + said[1]!.length + said[2]!.length)
}

/** 由A、B牵头，C配合: the words between 由 and 牵头 name bodies and nothing else. Who merely does something (教育部门负责…) is told no task here. */
function spoken(text: string, cue: number): Responsibility | undefined {
  const leads = text.startsWith('牵头', cue)
  if (!leads && (!text.startsWith('负责', cue) || /^负责(?:人|制|同志|的|解释)/.test(text.slice(cue, cue + 4))))
    return undefined
  const from = phraseStart(text, cue)
  const phrase = text.slice(from, cue)
  const both = /^由?(.{2,60}?)会同(.{2,60})$/.exec(phrase)
  if (both) return together(both[1]!, both[2]!, from, cue + 2)
  const list = onlyBodies(phrase.replace(/^由/, ''))
  const helped = matchAt(HELPED, text, cue)
  const helpers = helped ? onlyBodies(helped[1]!) : []
  if (list.length === 0 || !(phrase.startsWith('由') || helpers.length > 0 || SHARED.test(phrase))) return undefined
  const roles = noRoles()
  addRole(roles, list, leads, false)
  addRole(roles, helpers, false, helped?.[2])
  return fact(roles, from, helped && helpers.length > 0 ? cue + helped[0].length : cue + 2)
}

/** 财政局会同自然资源局负责: who leads, and with whom. */
function together(first: string, others: string, start: number, end: number): Responsibility | undefined {
  const [lead, support] = [onlyBodies(first), onlyBodies(others)]
  if (lead.length === 0 || support.length === 0) return undefined
  const roles = noRoles()
  addRole(roles, lead, true, false)
  addRole(roles, support, false, true)
  return fact(roles, start, end)
}

/** Where the clause begins: after a stop, a comma, or 由. */
function phraseStart(text: string, at: number): number {
  const from = Math.max(0, at - 120)
  const stop = lastOf(stops, text, from, at)
  // 各县（市、区）人民政府: the bracket is part of the name.
  const inName = text[stop] === '）' ? (LEVELS.exec(text.slice(Math.max(0, stop - 9), stop + 1))?.[0].length ?? 0) : 0
  const start = Math.max(from, (inName > 0 ? lastOf(stops, text, from, stop - inName + 1) : stop) + 1)
  return Math.max(start, lastOf(isBy, text, start, at))
}
const stops = charset('。；，：（）［】\n？！〔【[')
const isBy = charset('由')
const LEVELS = /（[市区县旗州盟乡镇街道、]{1,7}）$/

const opensTask = charset('有相职部单机')

/** A、B、C等部门要…: two bodies or more, and a task. */
function tasked(text: string, cue: number): Responsibility | undefined {
  const end = opensTask(text.charCodeAt(cue + 1)) ? endAt(TASK, text, cue) : -1
  if (end < 0) return undefined
  const from = phraseStart(text, cue)
  const list = onlyBodies(text.slice(from, cue))
  const others = /[及和与](.+)$/.exec(text.slice(cue, end))?.[1]
  if (list.length < 2) return undefined
  const roles = noRoles()
  addRole(roles, [...list, ...(others ? [others] : [])], false, false)
  return fact(roles, from, end)
}
