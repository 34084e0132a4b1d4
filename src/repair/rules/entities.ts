/** `&amp;amp;lt;5%` → `<5%`, `&#x56fd;务院` → 国务院: character references that were escaped again, up to three times. */
import {ENTITIES} from '../data/entities.ts'
import type {RepairEdit, RepairRule} from '../repair.ts'

/**
 * Each `amp;` is one escaping more. Without its semicolon a name is left alone (`?a=1&lt=2` is an address), and a number
 * that is too small for Chinese text. All of these characters have five digits, so that what follows them is text (&#2011020小时).
 * Spaces, quotes and dashes are known without it, and without their &, for no word ends so. A copy may have dropped each & (通知#xff1a;): a colour (#fff123) has no x, and a heading no number behind its #.
 */
const REFERENCE =
  /&(?:amp;){0,3}(?:(?:#([0-9]{1,7})|#[xX]([0-9a-fA-F]{1,6})|([A-Za-z]{2,8}[0-9]{0,2}));|#([1-9][0-9]{4})(?![0-9;])|#[xX]([2-9a-fA-F][0-9a-fA-F]{3})(?![0-9a-fA-F;])|#(1(?:228[89]|2290|230[0-5])|19(?:96[89]|9[7-9][0-9])|2[0-9]{4}|3[0-9]{4}|40[0-7][0-9]{2}|65(?:2[89]|3[0-6])[0-9])(?=[0-9])(?![0-9]{1,8};))|#x([2-9a-fA-F][0-9a-fA-F]{3});|&(?:amp;){0,3}(nbsp|e[nm]sp|[lr][sd]quo|[mn]dash|hellip|middot)(?![A-Za-z;=])|(?<![A-Za-z&])(nbsp|e[nm]sp|[lr][sd]quo|[mn]dash|hellip|middot);/g

/** Only references that a page shows as text; those of markup were read with it. */
export const entities: RepairRule = {
  id: 'entities',
  why: 'character reference that was escaped again',
  traces: '&#;',
  *find(text): Generator<RepairEdit> {
    for (const match of text.matchAll(REFERENCE)) {
      const [whole, decimal = match[4] ?? match[6], hexadecimal = match[5] ?? match[7], name = match[8] ?? match[9]] =
        match
      const insert = name === undefined ? byNumber(decimal, hexadecimal) : ENTITIES.get(name)
      if (insert === undefined) continue
      const edit = {start: match.index, end: match.index + whole.length, insert}
      yield match[6] === undefined ? edit : {...edit, certainty: 'inferred', confidence: 0.95}
    }
  },
}

/** The character of a numeric reference; undefined for controls (but tab and line feed), surrogates and what is no code point. */
function byNumber(decimal: string | undefined, hexadecimal: string | undefined): string | undefined {
  const code = decimal === undefined ? Number.parseInt(hexadecimal!, 16) : Number.parseInt(decimal, 10)
  if (code === 9 || code === 10) return String.fromCharCode(code)
  if (code < 0x20 || (code >= 0x7f && code < 0xa0) || (code >= 0xd800 && code < 0xe000) || code > 0x10ffff)
    return undefined
  return String.fromCodePoint(code)
}
