/** A clause and its ancestors → how a person cites it: 三、（二）3 · 第八条第二款第（一）项. */
import type {Clause} from '../../model/document.ts'
import type {Draft} from '../../model/stages.ts'

const DIGITS = '零一二三四五六七八九'

/** A whole number below ten thousand in Chinese. */
export function cjk(n: number): string {
  if (n < 10) return DIGITS[n]!
  if (n < 20) return `十${n % 10 ? DIGITS[n % 10] : ''}`
  if (n < 100) return `${DIGITS[Math.floor(n / 10)]}十${n % 10 ? DIGITS[n % 10] : ''}`
  const [unit, name] = n < 1000 ? [100, '百'] : [1000, '千']
  const rest = n % unit
  const zero = rest > 0 && rest < unit / 10 ? '零' : ''
  return `${DIGITS[Math.floor(n / unit)] ?? n}${name}${rest === 0 ? '' : zero + (rest >= 10 && rest < 20 ? '一' : '') + cjk(rest)}`
}

/** One clause by itself, in its canonical form. */
export function label(clause: Draft<Clause>): string {
  const {marker} = clause
  if (!marker) return `“${(clause.heading?.text ?? '').slice(0, 20)}”`
  const {style, number: n, sub} = marker
  const nth = (unit: string): string => `第${cjk(n)}${unit}${sub.map(s => `之${cjk(s)}`).join('')}`
  switch (style) {
    case 'part':
      return /部分|篇|分编/.test(marker.raw) ? nth(/部分|篇|分编/.exec(marker.raw)![0]) : nth('编')
    case 'chapter':
      return nth('章')
    case 'section':
      return nth('节')
    case 'article':
      return nth('条')
    case 'cjk':
      return `${/^[壹贰叁肆伍陆柒捌玖拾貳參陸]/.test(marker.raw) ? marker.raw.replace(/[\s、．.：:，,]/g, '') : cjk(n)}、`
    case 'cjk-paren':
      return `（${cjk(n)}）`
    case 'arabic':
      return `${n}`
    case 'decimal':
      return [n, ...sub].join('.')
    case 'arabic-paren':
      return `（${n}）`
    case 'arabic-rparen':
      return `${n}）`
    case 'dash':
      return `—${n}`
    default:
      return marker.raw.replace(/[\s、．.：:]/g, '')
  }
}

/**
 * The cite of a clause below others.
 * @param above its ancestors, outermost first
 * @param paragraph of an item of an article: the 款 it stands in, 0 when the article has one only
 */
export function cite(clause: Draft<Clause>, above: readonly Draft<Clause>[], paragraph: number): string {
  const style = clause.marker?.style
  if (style === 'article' || style === 'decimal') return label(clause)
  const article = above.findLastIndex(c => c.marker?.style === 'article')
  if (article < 0) return above.map(label).join('') + label(clause)
  const items = [...above.slice(article + 1), clause]
  const of = paragraph > 0 ? `第${cjk(paragraph)}款` : ''
  return label(above[article]!) + of + items.map(item).join('')
}

const item = (clause: Draft<Clause>): string => {
  if (clause.marker?.style === 'cjk-paren') return `第${label(clause)}项`
  if (clause.marker?.style === 'arabic') return `第${label(clause)}目`
  return label(clause)
}
