/** A number and the format that a numbering level names → how Word writes it: 3 → 三, 叁, ③, c, iii. */
import {LEGAL, PLAIN, writeCjk} from '../../text/counting.ts'

const STEMS = '甲乙丙丁戊己庚辛壬癸'
const BRANCHES = '子丑寅卯辰巳午未申酉戌亥'

/** Writes a number; the name of an unknown format counts as `decimal`. Bullets and `none` are no numbers: empty. */
export function formatNumber(value: number, format: string): string {
  switch (format) {
    case 'none':
    case 'bullet':
      return ''
    case 'chineseCounting':
    case 'chineseCountingThousand':
    case 'japaneseCounting':
    case 'taiwaneseCounting':
    case 'taiwaneseCountingThousand':
      return writeCjk(value)
    case 'chineseLegalSimplified':
    case 'ideographLegalTraditional':
    case 'japaneseLegal':
      return writeCjk(value, LEGAL)
    case 'ideographDigital':
    case 'taiwaneseDigital':
    case 'japaneseDigitalTenThousand':
      return [...String(value)].map(d => (d === '0' ? '〇' : PLAIN.digits[Number(d)]!)).join('')
    case 'ideographTraditional':
      return STEMS[value - 1] ?? String(value)
    case 'ideographZodiac':
      return BRANCHES[value - 1] ?? String(value)
    case 'decimalEnclosedCircle':
    case 'decimalEnclosedCircleChinese':
      return circled(value)
    case 'decimalEnclosedParen':
      return value <= 20 ? String.fromCodePoint(0x2473 + value) : `(${value})`
    case 'decimalEnclosedFullstop':
      return value <= 20 ? String.fromCodePoint(0x2487 + value) : `${value}.`
    case 'ideographEnclosedCircle':
      return value <= 10 ? String.fromCodePoint(0x327f + value) : String(value)
    case 'decimalFullWidth':
    case 'decimalFullWidth2':
      return [...String(value)].map(d => String.fromCodePoint(0xff10 + Number(d))).join('')
    case 'decimalZero':
      return String(value).padStart(2, '0')
    case 'upperLetter':
      return lettered(value).toUpperCase()
    case 'lowerLetter':
      return lettered(value)
    case 'upperRoman':
      return roman(value)
    case 'lowerRoman':
      return roman(value).toLowerCase()
    default:
      return String(value)
  }
}

function circled(value: number): string {
  if (value >= 1 && value <= 20) return String.fromCodePoint(0x245f + value)
  if (value >= 21 && value <= 35) return String.fromCodePoint(0x323c + value)
  return value >= 36 && value <= 50 ? String.fromCodePoint(0x328d + value) : String(value)
}

/** a … z, aa, bb … as Word counts on. */
function lettered(value: number): string {
  if (value < 1 || value > 780) return String(value)
  return String.fromCharCode(97 + ((value - 1) % 26)).repeat(Math.ceil(value / 26))
}

const ROMAN: readonly (readonly [number, string])[] = [
  [1000, 'M'],
  [900, 'CM'],
  [500, 'D'],
  [400, 'CD'],
  [100, 'C'],
  [90, 'XC'],
  [50, 'L'],
  [40, 'XL'],
  [10, 'X'],
  [9, 'IX'],
  [5, 'V'],
  [4, 'IV'],
  [1, 'I'],
]
function roman(value: number): string {
  if (value < 1 || value > 3999) return String(value)
  let rest = value
  let out = ''
  for (const [worth, letters] of ROMAN)
    while (rest >= worth) {
      out += letters
      rest -= worth
    }
  return out
}
