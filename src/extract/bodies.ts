/** A list as it is printed → the bodies in it: 区委编办和区教体局、财政局等部门 → 区委编办, 区教体局, 财政局. */
import {BODY_END} from './data/bodies.ts'

const ENDS = new RegExp(`${BODY_END}$`)
const NOT_BODY = /^(?:等|及|和|各自|分别|其他|其它)$/
const LONGEST = 30

/** 和 及 与 part two bodies only after a whole name: 发展和改革委员会 is one. */
const JOINT = new RegExp(`(?<=${BODY_END})(?:和|与|及|以及|会同)`)
const TAIL = /(?:等)?(?:有关|相关)?(?:部门|单位)?(?:按(?:照)?(?:各自)?职责(?:分工)?|分工|分别|共同|负责|落实)*$/
const OTHERS =
  /等(?:(?:\d{1,2}|[一二三四五六七八九十]{1,2})个?)?(?:有关|相关|市直|县直|区直)?(?:职能)?(?:部门|单位|机构)?/

/** The bodies of a list that is known to be one (after 责任单位：, in a column of bodies), in order, white space dropped. */
export function splitBodies(text: string): string[] {
  const bodies: string[] = []
  for (const part of text.replace(/[（(][^（）()]{0,20}[）)]/g, '').split(/[、，,；;\n/]|\s{1,8}(?=\S)/))
    for (const piece of part
      .trim()
      .replace(OTHERS, '、')
      .split(/[、]/)
      .flatMap(p => p.split(JOINT)))
      add(bodies, piece)
  return bodies
}

function add(bodies: string[], piece: string): void {
  const name = piece
    .replace(/\s/g, '')
    .replace(/^[和及与]/, '')
    .replace(/[。：:]$/, '')
  if (name.length < 2 || name.length > LONGEST || NOT_BODY.test(name)) return
  const whole = /^(?:有关|相关)?(?:部门|单位)$/.test(name) && bodies.length > 0 ? '' : name
  if (whole && !bodies.includes(whole)) bodies.push(whole)
}

/** The bodies of a phrase, where every part of it is one; empty where anything else stands in it. */
export function onlyBodies(phrase: string): string[] {
  const text = phrase.trim()
  if (text.length < 2 || text.length > 120) return []
  const bodies = splitBodies(
    text.replace(TAIL, end => (end.includes('等') ? '等' : end.startsWith('部门') ? '部门' : '')),
  )
  return bodies.length > 0 && bodies.every(isBody) ? bodies : []
}

const isBody = (name: string): boolean =>
  name.length <= 24 &&
  ENDS.test(name) &&
  !/[的了在为要将把被按从]|(?:加强|推进|落实|组织(?!部|人事)|完善|建立|开展|做好|协调|通过|指导|发挥|鼓励|支持|引导)/.test(
    name,
  )
