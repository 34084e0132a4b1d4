/** Lines → annexes: 附件1 as the head of one, and 附件：1.… 2.… as the list of them (附件说明). */

import type {Block} from '../line.ts'
import {isMarked, isTitleForm} from './kinds.ts'
import {lineAt, textAt} from './part.ts'
import {isNote, signatureAt} from './signature.ts'

const HEAD =
  /^[【[（(]?附\s{0,4}(件|录)?\s{0,4}(\d{1,2}[-－]\d{1,2}|[\d一二三四五六七八九十]{0,3})\s{0,2}[】\])）]?\s{0,3}([:：.．]?)\s{0,8}(.*)$/s
const LISTED =
  /^(?:附\s{0,4}件\s{0,4})?[（(]?([\d一二三四五六七八九十]{1,3})[)）]?\s{0,2}[:：、.．]\s{0,4}(?!\d(?!\d{3}[年—–-]))(.+)$/s
const MOST_LISTED = 40

/** The head of an annex as it is written. */
export interface AnnexHead {
  readonly number: string
  readonly colon: boolean
  /** The title on the same line; empty when there is none. */
  readonly title: string
}

/** Reads a line as the head of an annex or of a list of annexes. */
export function readAnnexHead(text: string): AnnexHead | undefined {
  if (text.length > 160 || (text[0] !== '附' && text[1] !== '附')) return undefined
  const match = HEAD.exec(text)
  if (!match) return undefined
  const [, word, number, colon, title] = match
  const rest = title!.trim()
  if (word === undefined && (number === '' ? colon === '' || rest === '' : colon === '' && rest !== ''))
    return undefined
  if (
    rest !== '' &&
    (!isTitleForm(rest.replace(/^[\d一二三四五六七八九十]{1,3}[、.．]\s{0,4}/, '')) || rest.length > 120)
  )
    return undefined
  if (rest !== '' && colon === '' && number === '') return undefined
  return {number: number!, colon: colon !== '', title: rest}
}

/** 附： alone, over 某某计划表. */
export const isBareHead = (text: string): boolean => text.length <= 6 && /^附\s{0,4}[:：]$/.test(text)
export const isNameOfAnnex = (text: string): boolean =>
  text.length >= 6 && isTitleForm(text) && /(?:表|名单|图|目录|清单|办法|方案|细则|标准)$/.test(text)

/** 附表： over the list of them. */
const isTablesHead = (text: string): boolean => text.length <= 8 && /^附\s{0,4}[表图]\s{0,2}[:：]$/.test(text)
const TABLES: AnnexHead = {number: '', colon: true, title: ''}

/**
 * How many lines from an index on are a list of annexes, with the first title on the line of 附件 or below it;
 * 0 when the line is none, or heads an annex itself.
 */
export function annexListAt(blocks: readonly Block[], index: number, to: number): number {
  const head = isTablesHead(textAt(blocks, index)) ? TABLES : readAnnexHead(textAt(blocks, index))
  if (!head || (!head.colon && head.title === '')) return 0
  let at = index + 1
  while (at < to && at - index < MOST_LISTED && isListed(textAt(blocks, at), head.title === '' && at === index + 1))
    at++
  if (at - index === 1 && head.title === '') return 0
  return isListEnd(blocks, at, to) ? at - index : 0
}

function isListed(text: string, first: boolean): boolean {
  if (text === '' || text.length > 120) return false
  const listed = LISTED.exec(text)
  if (listed) return isTitleForm(listed[2]!.replace(/[。；;]$/, ''))
  return first && isTitleForm(text)
}

const FILE = /^\S.{0,100}\.(?:docx?|pdf|xlsx?|wps|zip|rar)$/i
/** A list of annexes closes the text: the signature, a note, the annexes themselves or nothing follows. */
function isListEnd(blocks: readonly Block[], at: number, to: number): boolean {
  if (at >= to || !lineAt(blocks, at)) return true
  const text = textAt(blocks, at)
  if (FILE.test(text)) return isListEnd(blocks, at + 1, to)
  return signatureAt(blocks, at, to) > 0 || isNote(text) || (readAnnexHead(text) !== undefined && !isMarked(text))
}
