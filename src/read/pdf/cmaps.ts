/**
 * The character maps that a PDF leaves to its reader by name → those maps, made here.
 *
 * Fonts that are not in the file (宋体, 仿宋) often come with `GBK-EUC-H` or `UniGB-UCS2-H` and no map to Unicode. The
 * library turns codes into glyph numbers (CIDs) and those into Unicode, by tables it would fetch. Since only the text
 * is wanted, both steps go through numbers of our own, above all that Adobe-GB1 and Adobe-CNS1 use (30,571 at most).
 */

/** The stretches of Unicode that have a number, and the first number of each. */
const STRETCHES = numbered([
  [0x0000, 0x04ff],
  [0x2000, 0x33ff],
  [0x4e00, 0x9fff],
  [0xf900, 0xfaff],
  [0xfe00, 0xffff],
])

function numbered(stretches: readonly (readonly [number, number])[]): {from: number; to: number; number: number}[] {
  let number = 0x8000
  return stretches.map(([from, to]) => {
    const stretch = {from, to, number}
    number += to - from + 1
    return stretch
  })
}

function numberOf(unit: number): number | undefined {
  const stretch = STRETCHES.find(({from, to}) => unit >= from && unit <= to)
  return stretch && stretch.number + unit - stretch.from
}

/** What the maps by bytes decode as. */
const BYTES: readonly (readonly [name: RegExp, encoding: string])[] = [
  [/^GB(?:K|Kp|K2K|pc)?(?:-EUC)?-[HV]$/, 'gbk'],
  [/^(?:ETen|ETenms|B5pc|HKscs)(?:-B5)?-[HV]$/, 'big5'],
]

/** The class that the library makes its reader of character maps from. */
export class CharacterMaps {
  async fetch({filename}: {kind: string; filename: string}): Promise<Uint8Array> {
    const map = mapNamed(filename)
    if (map === undefined) throw new Error(`No character map ${filename}`)
    return new TextEncoder().encode(map)
  }
}

function mapNamed(name: string): string | undefined {
  if (/^Adobe-(?:GB1|CNS1)-UCS2$/.test(name)) return wrapped('', toUnicode())
  if (/^Uni(?:GB|CNS)-(?:UCS2|UTF16)-[HV]$/.test(name))
    return wrapped('1 begincodespacerange\n<0000> <FFFF>\nendcodespacerange', fromUnicode())
  const encoding = BYTES.find(([pattern]) => pattern.test(name))?.[1]
  return encoding === undefined ? undefined : byBytes(encoding)
}

const toUnicode = (): string =>
  STRETCHES.map(
    ({from, to, number}) =>
      `1 beginbfrange\n<${hex(number, 4)}> <${hex(number + to - from, 4)}> <${hex(from, 4)}>\nendbfrange`,
  ).join('\n')

const fromUnicode = (): string =>
  STRETCHES.map(
    ({from, to, number}) => `1 begincidrange\n<${hex(from, 4)}> <${hex(to, 4)}> ${number}\nendcidrange`,
  ).join('\n')

/** Every pair of bytes that an encoding has, in runs of one lead byte. */
function byBytes(encoding: string): string {
  const decoder = new TextDecoder(encoding)
  const singles = Array.from({length: 0x7f - 0x20}, (_, i) => `<${hex(0x20 + i, 2)}> ${numberOf(0x20 + i)}`)
  const pairs: string[] = []
  for (let lead = 0x81; lead <= 0xfe; lead++)
    for (let trail = 0x40; trail <= 0xfe; trail++) {
      const text = decoder.decode(Uint8Array.of(lead, trail))
      const number = text.length === 1 && text !== '\uFFFD' ? numberOf(text.charCodeAt(0)) : undefined
      if (number !== undefined) pairs.push(`<${hex(lead * 256 + trail, 4)}> ${number}`)
    }
  const space = '2 begincodespacerange\n<00> <80>\n<8140> <FEFE>\nendcodespacerange'
  return wrapped(space, `begincidchar\n${[...singles, ...pairs].join('\n')}\nendcidchar`)
}

const wrapped = (space: string, body: string): string =>
  `/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n${space}\n${body}\nendcmap\nend\nend\n`
const hex = (value: number, digits: number): string => value.toString(16).padStart(digits, '0')
