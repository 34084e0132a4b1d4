/** The repairs, in the order they run; each sees the text that the ones above it left. */
import type {RepairRule} from '../repair.ts'
import {bopomofoGloss} from './bopomofo-gloss.ts'
import {decimalPoint} from './decimal-point.ts'
import {doubleDecoding} from './double-decoding.ts'
import {doubledGlyphs} from './doubled-glyphs.ts'
import {doubledQuotes} from './doubled-quotes.ts'
import {entities} from './entities.ts'
import {escapes} from './escapes.ts'
import {hardWrap} from './hard-wrap.ts'
import {invisible} from './invisible.ts'
import {layeredDecoding} from './layered-decoding.ts'
import {lineEnds} from './line-ends.ts'
import {lostBracket} from './lost-bracket.ts'
import {lostBytes} from './lost-bytes.ts'
import {lostCharacter} from './lost-character.ts'
import {lostDash} from './lost-dash.ts'
import {lostDigit} from './lost-digit.ts'
import {lostDot} from './lost-dot.ts'
import {lostGlyphs} from './lost-glyphs.ts'
import {lostHalves} from './lost-halves.ts'
import {misreadDigits} from './misread-digits.ts'
import {pinyinGloss} from './pinyin-gloss.ts'
import {punctuation} from './punctuation.ts'
import {quotes} from './quotes.ts'
import {radicals} from './radicals.ts'
import {script} from './script.ts'
import {shiftedGbk} from './shifted-gbk.ts'
import {singleByte} from './single-byte.ts'
import {slippedGbk} from './slipped-gbk.ts'
import {spaces} from './spaces.ts'
import {strayMarks} from './stray-marks.ts'
import {tags} from './tags.ts'
import {tornLines} from './torn-lines.ts'
import {width} from './width.ts'

export const rules: readonly RepairRule[] = [
  escapes,
  entities,
  tags,
  singleByte,
  layeredDecoding,
  shiftedGbk,
  doubleDecoding,
  slippedGbk,
  lostBytes,
  lostHalves,
  lostGlyphs,
  lineEnds,
  invisible,
  doubledGlyphs,
  radicals,
  pinyinGloss,
  bopomofoGloss,
  script,
  width,
  misreadDigits,
  decimalPoint,
  strayMarks,
  tornLines,
  hardWrap,
  punctuation,
  quotes,
  doubledQuotes,
  spaces,
  lostDash,
  lostDigit,
  lostBracket,
  lostDot,
  lostCharacter,
]
