/** A text → how often each two characters stand side by side in it: what a word of the page is, without a dictionary. */
export function pairCounts(text: string): Map<string, number> {
  const counts = new Map<string, number>()
  for (let i = 1; i < text.length; i++) {
    const pair = text.slice(i - 1, i + 1)
    counts.set(pair, (counts.get(pair) ?? 0) + 1)
  }
  return counts
}
