/** Lines → which of them begin inside a quotation that spans lines, as an amendment quotes the articles it changes. */

/** A quotation longer than this many lines is a lost closing mark rather than a quotation. */
const LONGEST = 200

/**
 * For each line, whether its head stands in a quotation. One that nothing closes, or that another opening mark
 * interrupts within a line, is none; a paragraph inside a quotation may open with a mark of its own.
 */
export function quotedLines(lines: readonly string[]): boolean[] {
  if (!lines.some(line => line.includes('“'))) return new Array<boolean>(lines.length).fill(false)
  const closes = closedLater(lines)
  const out = new Array<boolean>(lines.length).fill(false)
  let open = false
  for (const [i, line] of lines.entries()) {
    out[i] = open && closes[i]!
    const last = Math.max(line.lastIndexOf('“'), line.lastIndexOf('”'))
    if (last >= 0) open = line[last] === '“'
  }
  return out
}

/** For each line, whether the next mark that counts, from its head on, is a closing one. */
function closedLater(lines: readonly string[]): boolean[] {
  const out = new Array<boolean>(lines.length).fill(false)
  let closing = false
  let far = 0
  for (let i = lines.length - 1; i >= 0; i--) {
    const line = lines[i]!
    const first = firstMark(line)
    if (first < 0) closing &&= ++far < LONGEST
    else {
      const endsOpen = line.lastIndexOf('“') > line.lastIndexOf('”')
      closing = line[first] === '”' || (first === 0 && endsOpen && closing)
      far = 0
      if (first === 0 && !endsOpen) closing = line[0] === '”' || line.indexOf('“', 1) < 0
    }
    out[i] = closing
  }
  return out
}

function firstMark(line: string): number {
  const open = line.indexOf('“')
  const close = line.indexOf('”')
  return open < 0 ? close : close < 0 ? open : Math.min(open, close)
}
