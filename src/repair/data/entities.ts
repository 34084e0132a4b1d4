/** The named character references that Chinese pages use (HTML standard, section 13.5), each before its character. */
const NAMES =
  'amp & lt < gt > quot " apos \' nbsp \u00a0 ensp \u2002 emsp \u2003 thinsp \u2009 shy \u00ad zwnj \u200c zwj \u200d ' +
  'ldquo “ rdquo ” lsquo ‘ rsquo ’ sbquo ‚ bdquo „ laquo « raquo » lsaquo ‹ rsaquo › ' +
  'mdash — ndash – horbar ― hellip … middot · bull • sect § para ¶ copy © reg ® trade ™ deg ° permil ‰ ' +
  'times × divide ÷ plusmn ± minus − le ≤ ge ≥ ne ≠ asymp ≈ infin ∞ radic √ sum ∑ frac12 ½ frac14 ¼ frac34 ¾ ' +
  'sup1 ¹ sup2 ² sup3 ³ micro µ yen ¥ euro € pound £ cent ¢ curren ¤ ' +
  'alpha α beta β gamma γ delta δ Delta Δ lambda λ mu μ pi π Sigma Σ sigma σ Omega Ω omega ω ' +
  'larr ← uarr ↑ rarr → darr ↓ harr ↔ rArr ⇒ sim ∼ loz ◊ spades ♠ hearts ♥ ordm º ordf ª acute ´ uml ¨ cedil ¸ macr ¯ brvbar ¦ not ¬ iexcl ¡ iquest ¿'

/** Name → character. */
export const ENTITIES: ReadonlyMap<string, string> = new Map(
  NAMES.split(/ (?=[A-Za-z]+[0-9]{0,2} )/).map(pair => {
    const space = pair.indexOf(' ')
    return [pair.slice(0, space), pair.slice(space + 1)]
  }),
)
