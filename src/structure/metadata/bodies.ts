/** Text → the public bodies it names, where it names nothing else (财政部 教育部 → two names). */
import {charset, firstOf, WHITE_SPACE} from '../../text/charset.ts'
import {lexicon} from '../../text/lexicon.ts'
import type {Span} from '../../text/span.ts'
import {BODY_ENDINGS, OFFICES} from '../data/bodies.ts'

/** A name, and where it stands in the text it was read from. */
export interface Name extends Span {
  readonly text: string
}

const ENDINGS = lexicon(BODY_ENDINGS)
/** × stands for a name that a model text leaves open. */
const FORM = /^[\u3400-\u9fffA-Za-z0-9“”"·（）()×-]{2,60}$/
/** What no name of a body holds: verbs and particles of running text. */
const RUNNING = /关于|印发|的|了|和各|根据|按照|通过|负责|牵头|以及|是|为|应当/
/** Verbs that only the names of groups and their offices hold: 推进…领导小组办公室. */
const PURPOSE = /加强|推进|落实|建立|完善|开展|实施|参加/
const GROUP = /(?:小组|委员会|指挥部|联席会议|专班)(?:办公室)?$/
const OFFICE_FIRST = charset(OFFICES.map(office => office[0]).join(''))
/** Names are written with rare characters too. */
const NAMED = '\\u3400-\\u9fff\\u{20000}-\\u{323af}'
const PERSON = new RegExp(
  `^(?:${OFFICES.join('|')})[\\s\\u3000：:]{1,12}[${NAMED}·]{1,3}[\\s\\u3000]{0,3}[${NAMED}·]{0,8}$`,
  'u',
)

function endsAsBody(text: string): boolean {
  const name = /[)）]$/.test(text) ? text.replace(/[（(][\u3400-\u9fff]{1,10}[)）]$/, '') : text
  return ENDINGS.before(name, name.length) !== ''
}

/** Whether a text is the name of one public body. */
export function isBody(text: string): boolean {
  if (text.length > 60 || !endsAsBody(text) || !FORM.test(text)) return false
  const unquoted = text.replace(/[“"][^”"]{0,30}[”"]/g, '')
  return !RUNNING.test(unquoted) && (!PURPOSE.test(unquoted) || GROUP.test(text))
}

/** Whether a line is a person's office and name: 总理　李克强. */
export const isPerson = (text: string): boolean =>
  text.length <= 40 && OFFICE_FIRST(text.charCodeAt(0)) && PERSON.test(text)

/** The words of a text, as names (企业联合会/企业家协会 are two); spans are in the text given. */
export function namesIn(text: string): Name[] {
  const names: Name[] = []
  for (let start = 0; start < text.length; start++) {
    if (parts(text.charCodeAt(start))) continue
    const stop = firstOf(parts, text, start, text.length)
    const end = stop < 0 ? text.length : stop
    names.push({text: text.slice(start, end), start, end})
    start = end
  }
  return names
}
const parts = charset('、，,/／', WHITE_SPACE)

/** What a list of bodies can end with. */
const MAY_END = charset(`${BODY_ENDINGS.map(ending => ending.at(-1)).join('')})）、，,${WHITE_SPACE}`)

/** 中共某市委办公室某市人民政府办公室, 中共中央办公厅国务院办公厅: two names without a space between them. */
const GLUED =
  /^(中共([\u3400-\u9fff]{1,10}?)[省市县区州盟旗乡镇]?委(?:员会)?(?:办公[室厅])?)(?=\2[\u3400-\u9fff]{0,2}人民政府)|^(中共中央(?:办公厅)?)(?=国务院)/
function unglued(name: Name): Name[] {
  const first = name.text.startsWith('中共') ? GLUED.exec(name.text)?.[0] : undefined
  if (!first) return [name]
  const middle = name.start + first.length
  return [
    {text: first, start: name.start, end: middle},
    {text: name.text.slice(first.length), start: middle, end: name.end},
  ]
}

/** The bodies a text names, set apart by white space, 、 or ，; undefined when anything in it is no name. */
export function readBodies(text: string): Name[] | undefined {
  if (text.length > 400 || !MAY_END(text.charCodeAt(text.length - 1))) return undefined
  const names: Name[] = []
  for (const one of namesIn(text))
    for (const name of unglued(one)) {
      if (!isBody(name.text)) return undefined
      names.push(name)
    }
  return names.length > 0 ? names : undefined
}

/** Whether a cell lists bodies: short names set apart by 、 or white space, at least half of them known by their ending. */
export function isBodyList(text: string): boolean {
  if (text.length > 200 || /[。；;:：]/.test(text)) return false
  const names = text.split(/[\s\u3000、，,]+/).filter(name => name !== '')
  const known = names.filter(name => isBody(name) || /^(?:各|相关|有关)[\u3400-\u9fff]{1,10}$/.test(name)).length
  return names.length > 0 && names.every(name => name.length <= 24) && known * 2 >= names.length
}

const VERB = /关于|印发|转发|批转|公布|发布|颁布|对(?!外|口|接)|令|公告|通告|文件$/g

/**
 * The issuers a title opens with: 中共聊城市委 聊城市人民政府关于… → two names.
 * Spans are in the title; none when it opens with its subject.
 */
export function issuersOf(title: string): Name[] {
  let tried = 0
  for (const verb of title.slice(0, 200).matchAll(VERB)) {
    if (tried++ >= 6) break
    const names = readBodies(title.slice(0, verb.index))
    if (names) return names
  }
  return []
}
