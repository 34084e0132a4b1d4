/** Whether a page holds shifted GBK at all, and in which lines: one scan, so that a sound page costs nothing. */
import type {Span} from '../../text/span.ts'

/**
 * Private use that has two bytes in GB18030 (icons and bullets of fonts mostly have four); a line that starts with 、 or 。;
 * a gloss whose first bracket was swallowed: with its tone, or it may be a word (Oh?yes); a full stop that lost its first byte
 * and took half of the mark after it (`?！翱` was 。“縣, `?！丁` 。《): it may be a question cried out, so the decoder has to be sure.
 */
const EVIDENCE =
  /[\ue000-\ue864]|(?:^|\n)[ \t\u00a0\u3000]{0,40}\??[、。][^\n]|[?？][a-zü]{0,5}[āáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜńňǹḿ][a-zɡ]{0,3} ?[)）]|[?？][!！；;][\u4e00-\u9fff]/

/** The same in a line that was searched: a sign that it starts with, private use, a gloss without its first bracket. */
export const REMAINS = /^\??[、。]|[\ue000-\ue864]|[?？][a-zü]{0,5}[āáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜńňǹḿ][a-zɡ]{0,3} ?[)）]/g

/** What such a page cannot be without: one scan for all rules looks for these. */
export const TRACES = {traces: '\ue000-\uf8ff?？', lineTraces: '、。'}

/** Worth a look on a page that has evidence. */
const DOUBTFUL =
  /[\ue000-\uf8ff\u2ff0-\u2fff\u3100-\u312f\u2500-\u2595!?;！？]|^[ \t\u00a0\u3000]{0,40}[、。]|[，,][@-~][\u4e00-\u9fff]/

/** Signs behind the mark of a half (！ where it is no cry: before the text goes on), and signs without one where a half is missing: lines begin with them, or what follows is foreign. */
const MARKED = /\?[、。]|[?？][！，；!,;](?=[\u4e00-\u9fff])/g
const UNMARKED =
  /(?:^|\n)[ \t\u00a0\u3000]{0,40}[、。][^\n]|[^?\n][、。，！？；,!?;][\ue000-\ue864\u2500-\u257f\u3105-\u3129]/g

/** Whether the decoder of this page has put `?` for the half of a character: some leave it out. */
export const marksHalves = (text: string): boolean =>
  (text.match(MARKED)?.length ?? 0) > (text.match(UNMARKED)?.length ?? 0)

const PRIVATE = /[\ue000-\ue864]/

/** Whether the program that decoded this page may have left out pairs of private use: of so many shifted ones some would be. */
export const leavesOutPrivate = (text: string): boolean => !PRIVATE.test(text)

/** Bytes that were no text at all: there is nothing to read in them. */
const BINARY = /[\u0000-\u0008\u000e-\u001f\ufffd]/g

/** Whether the page may hold shifted GBK. */
export const hasEvidence = (text: string): boolean =>
  EVIDENCE.test(text) && (text.match(BINARY)?.length ?? 0) * 200 < text.length

const GLOSSES = /[(（][a-zA-Züāáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜńňǹḿɡê]{1,7} ?[)）]/g

/** The lines worth decoding, as spans, and the others without their glosses, to learn the page's language from. */
export function damagedLines(text: string): {damaged: Span[]; sound: string[]} {
  const damaged: Span[] = []
  const sound: string[] = []
  let start = 0
  for (const line of text.split('\n')) {
    if (DOUBTFUL.test(line)) damaged.push({start, end: start + line.length})
    else if (line.length > 0) sound.push(line.trim().replace(GLOSSES, ''))
    start += line.length + 1
  }
  return {damaged, sound}
}

const ITEM = /(?:^|\n)[ \t\u00a0\u3000]{0,40}[?]?[、。][^\n]{0,2000}?([；。：，）;:,)])[ \t]{0,4}(?=\n|$)/g

/** The signs that lines end with whose marker was cut: those of lists. */
export const itemEnds = (text: string): string => Array.from(text.matchAll(ITEM), ([, sign]) => sign).join('')
