/** Zero-width and bidirectional marks, soft hyphens and control characters → nothing. */
import type {RepairEdit, RepairRule} from '../repair.ts'

const TRACES =
  '\0-\x08\x0e-\x1f\x7f\xad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufe00-\ufe0f\ufeff\ufff9-\ufffb'
/** Forms of a character that a font is asked for, in two units; and the mark of byte order, read as Latin letters or, at the head of a line, as GBK. */
const FORMS = '\udb40ï锘'
const INVISIBLE = new RegExp(
  `[${TRACES}]|\\udb40[\\udd00-\\uddef]|(?<=[\\u3400-\\u9fff])\\udb40[\\udc20-\\udc7f]|ï»¿|(?<=^|\\n)锘(?=[（《“〔【0-9\\u3400-\\u9fff])(?![元、，是的等])`,
  'g',
)

/** A joiner between two pictographs is part of them, and so is the form that is asked for them; a Chinese character has none. */
const isOfPictograph = (text: string, at: number): boolean =>
  text[at] === '\u200d'
    ? /[\ud800-\udfff\ufe0f]/.test(text[at - 1] ?? '')
    : /[\ufe00-\ufe0f]/.test(text[at]!) && /[\u2000-\u2bff\ud800-\udfff0-9#*]/.test(text[at - 1] ?? '')

/** A table, so a fold: each such character goes, but those inside a pictograph. */
export const invisible: RepairRule = {
  id: 'invisible',
  why: 'character that shows nothing and means nothing here',
  fold: true,
  traces: TRACES + FORMS,
  *find(text): Generator<RepairEdit> {
    for (const {0: found, index: start} of text.matchAll(INVISIBLE))
      if (!isOfPictograph(text, start)) yield {start, end: start + found.length, insert: ''}
  },
}
