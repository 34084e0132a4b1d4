/** A paragraph → its lead sentence: 健全体制机制。…, short, a name rather than a statement. */
import {charset} from '../../text/charset.ts'
import type {Span} from '../../text/span.ts'

const MOST_HAN = 30
const LONGEST = 80
const OPENS = charset('“《（(')
const CLOSES = charset('”》）)')
/** Marks that no lead sentence holds outside brackets. */
const PARTS = charset('，；：！？\n')
const [STOP, COMMA, FIRST_HAN, LAST_HAN] = [0x3002, 0xff0c, 0x3400, 0x9fff] as const

/** Where the lead sentence of a paragraph ends, its 。 included; 0 when it has none. */
export function leadEnd(text: string, {start, end}: Span): number {
  let depth = 0
  let han = 0
  const limit = Math.min(end, start + LONGEST)
  for (let i = start; i < limit; i++) {
    const unit = text.charCodeAt(i)
    if (unit >= FIRST_HAN && unit <= LAST_HAN) han++
    else if (OPENS(unit)) depth++
    else if (CLOSES(unit)) depth = Math.max(0, depth - 1)
    else if (depth > 0) continue
    else if (unit === STOP) return han >= 1 && han <= MOST_HAN ? i + 1 : 0
    else if (unit === COMMA && isCouplet(text, start, end, i - start)) han--
    else if (PARTS(unit)) return 0
  }
  return 0
}

/** 指导思想　以科学发展观为指导，…: a name, a space, and a text that goes on to its full stop; not what a space only interrupts. */
const SPACED =
  /^(?![为在对由根按经各本凡如将要应可若因自从])([\u3400-\u9fff“”《》]{2,18})[ \u3000]{1,4}(?=[\u3400-\u9fff“《][^\n]{7})(?![和与及或的、等并而在对是为将]|[\u3400-\u9fff]{1,12}[ \u3000])/

/** Where a name ends that a space sets apart from the text of its paragraph; 0 where none does. */
export function nameEnd(text: string, {start, end}: Span): number {
  const name = SPACED.exec(text.slice(start, Math.min(end, start + 40)))
  if (!name || !/[。；]/.test(text.slice(start + name[0].length, end))) return 0
  return start + name[1]!.length
}

/** Whether a paragraph opens with a lead sentence and goes on after it. */
export function isLed(text: string, paragraph: Span): boolean {
  const end = leadEnd(text, paragraph)
  return end > 0 && end < paragraph.end
}

/** 立足当前，着眼长远。 : two halves of equal length are one heading. */
function isCouplet(text: string, start: number, end: number, comma: number): boolean {
  if (comma < 4 || comma > 10 || start + 2 * comma + 1 >= end || text[start + 2 * comma + 1] !== '。') return false
  const halves = text.slice(start, start + 2 * comma)
  return halves.indexOf('，') === comma && !/[、；：]/.test(halves)
}
