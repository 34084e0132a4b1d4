// Writes a PDF for the tests: rows of text at places, a page each list.

const SIZE = 12

export type Row = [text: string, x: number, y: number]

/** A PDF of rows of text, drawn in a font whose codes are UTF-16. */
export function pdf(
  pages: readonly (readonly Row[])[],
  extra = '',
  named?: {map: string; encode: (text: string) => string},
): Uint8Array {
  const objects: string[] = []
  const add = (body: string): number => objects.push(body)
  const stream = (content: string): string => `<</Length ${content.length}>>\nstream\n${content}\nendstream`
  add('<</Type/Catalog/Pages 2 0 R>>')
  add(`<</Type/Pages/Count ${pages.length}/Kids[${pages.map((_, i) => `${7 + 2 * i} 0 R`).join(' ')}]>>`)
  const encoding = named ? `/Encoding/${named.map}` : '/Encoding/Identity-H/ToUnicode 6 0 R'
  add(`<</Type/Font/Subtype/Type0/BaseFont/F${encoding}/DescendantFonts[4 0 R]>>`)
  const ordering = named ? (/B5|CNS/.test(named.map) ? 'CNS1' : 'GB1') : 'Identity'
  const system = `/CIDSystemInfo<</Registry(Adobe)/Ordering(${ordering})/Supplement 0>>`
  add(`<</Type/Font/Subtype/CIDFontType2/BaseFont/F${system}/DW 1000/FontDescriptor 5 0 R>>`)
  add(
    '<</Type/FontDescriptor/FontName/F/Flags 4/FontBBox[0 0 1000 1000]/ItalicAngle 0/Ascent 800/Descent -200/CapHeight 700/StemV 80>>',
  )
  add(
    stream(
      '/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /U def\n1 begincodespacerange <0000> <FFFF> endcodespacerange\n1 beginbfrange <0000> <FFFF> <0000> endbfrange\nendcmap end end',
    ),
  )
  for (const rows of pages) {
    const shown = rows.map(([text, x, y]) => `1 0 0 1 ${x} ${y} Tm <${(named?.encode ?? hex)(text)}> Tj`).join('\n')
    add(
      `<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Resources<</Font<</F 3 0 R>>>>/Contents ${objects.length + 2} 0 R>>`,
    )
    add(stream(`BT /F ${SIZE} Tf\n${shown}\nET`))
  }
  const bodies = objects.map((body, i) => `${i + 1} 0 obj\n${body}\nendobj\n`)
  let at = '%PDF-1.4\n'.length
  const starts = bodies.map(body => {
    at += body.length
    return at - body.length
  })
  const table = starts.map(start => `${String(start).padStart(10, '0')} 00000 n \n`).join('')
  return Buffer.from(
    `%PDF-1.4\n${bodies.join('')}xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${table}trailer\n<</Size ${objects.length + 1}/Root 1 0 R${extra}>>\nstartxref\n${at}\n%%EOF\n`,
    'latin1',
  )
}
export const hex = (text: string): string =>
  Array.from({length: text.length}, (_, i) => text.charCodeAt(i).toString(16).padStart(4, '0')).join('')
