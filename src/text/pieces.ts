/** A long text → slices of some length, none of which ends inside a surrogate pair. */
export function* piecesOf(text: string, length: number): Generator<string> {
  for (let start = 0; start < text.length; ) {
    const end = start + length
    const cut = isHigh(text.charCodeAt(end - 1)) ? end + 1 : end
    yield text.slice(start, cut)
    start = cut
  }
}

const isHigh = (unit: number): boolean => unit >= 0xd800 && unit <= 0xdbff
