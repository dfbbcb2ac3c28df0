import type { RootContent } from 'mdast'
import { toHtml } from '../../outputs/html.ts'

/** A formula of a body. */
export type Formula = Extract<RootContent, { type: 'math' | 'inlineMath' }>

/** An element of MathML, or text, whose name is empty; `stack` is a fraction without its line. */
interface Part {
  readonly name: string
  readonly text: string
  readonly children: Part[]
}

/**
 * A formula in plain text, to be read in passing: `d = √(KL(π ∥ π_init))` for what pages set in
 * MathML. One that cannot be set stays as it is written.
 */
export function formulaText(formula: Formula): string {
  const html = toHtml({ type: 'root', children: [formula] }, { resolve: () => undefined, from: '' })
  // U+2061 stands unseen between a function and what it is applied to.
  return rowText(partsOf(html))
    .replace(/\s*\u2061\s*(?=[\p{Ps}_^])/gu, '')
    .replaceAll('\u2061', ' ')
    .replace(/\s+/g, ' ')
    .trim()
}

/** The tree of well-formed mark-up as `toHtml` writes it. */
function partsOf(html: string): readonly Part[] {
  const open: Part[] = [{ name: '', text: '', children: [] }]
  for (const [tag, end, name = '', text = ''] of html.matchAll(/<(\/?)(\w+)[^>]*>|([^<]+)/g)) {
    const isStack = tag.includes('linethickness="0')
    const part = { name: isStack ? 'stack' : name, text: unescaped(text).normalize(), children: [] }
    if (end) open.pop()
    else open.at(-1)?.children.push(part)
    if (!end && name) open.push(part)
  }
  return open[0]?.children ?? []
}

function unescaped(text: string): string {
  return text.replace(/&#x(\w+);/g, (_, code: string) => String.fromCodePoint(parseInt(code, 16)))
}

const accents: Readonly<Record<string, string>> = {
  '^': '\u0302',
  '~': '\u0303',
  '‾': '\u0305',
  ˉ: '\u0304',
  '˙': '\u0307',
  '¨': '\u0308',
  '⃗': '\u20d7',
}

function textOf({ name, text, children }: Part): string {
  if (name === '') return text
  const [first = '', second = '', third = ''] = children.map(textOf)
  switch (name) {
    case 'annotation':
    case 'mphantom':
      return ''
    case 'mspace':
      return ' '
    case 'mfrac':
      return `${atom(first)}/${atom(second)}`
    case 'stack':
      return `${first} over ${second}`
    case 'msqrt':
      return `√${atom(rowText(children))}`
    case 'mroot':
      return `${script('^', second)}√${atom(first)}`
    case 'msub':
    case 'munder':
      return first + script('_', second)
    case 'msup':
      return first + script('^', second)
    case 'mover':
      return second in accents ? first + accents[second] : first + script('^', second)
    case 'msubsup':
    case 'munderover':
      return first + script('_', second) + script('^', third)
    case 'mtr':
      return children.map(textOf).join(', ')
    case 'mtable':
      return children.map(textOf).join('; ')
    default:
      return rowText(children)
  }
}

const relation = /^[=≠<>≤≥≪≫≈≡≅∼∝→←↦⇒⇔∈∉⊂⊆∣]$/
const operation = /^[+−±×·∪∩∧∨]$/

/** The end of a text to which more letters would seem to belong. */
const runsOn = /[_^][\p{L}\p{N}]+$/u

/** Parts side by side: with spaces around relations, and around operations between two things. */
function rowText(parts: readonly Part[]): string {
  let row = ''
  let follows = false
  for (const part of parts) {
    const text = textOf(part)
    const isSign = part.name === 'mo' && !/^[)\]}|!′]$/.test(text)
    const isSpaced = isSign && (relation.test(text) || (follows && operation.test(text)))
    if (runsOn.test(row) && /^[\p{L}\p{N}]/u.test(text)) row += ' '
    else if (/[\p{L}\p{N}]$/u.test(row) && /^\p{L}{2}/u.test(text)) row += ' '
    row += isSpaced ? ` ${text} ` : text === ',' ? ', ' : text
    follows = !isSign
  }
  return row
}

/** A text that something else can be put beside: in brackets, unless it is one thing. */
function atom(text: string): string {
  return /^(?:[\p{L}\p{M}\p{N}.]+|\([^()]*\))$/u.test(text.trim()) ? text.trim() : `(${text.trim()})`
}

const small: Readonly<Record<string, string>> = {
  '^': '⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻',
  _: '₀₁₂₃₄₅₆₇₈₉₊₋',
}

/** What stands above (`^`) or below (`_`): small digits and signs, else after its mark. */
function script(mark: '^' | '_', text: string): string {
  const tight = text.replace(/\s+/g, '')
  if (/^[\d+−]+$/.test(tight)) {
    return tight.replace(/./g, (sign) => [...(small[mark] ?? '')]['0123456789+−'.indexOf(sign)] ?? '')
  }
  if (mark === '^' && /^[′″*∗]+$/.test(tight)) return tight.replaceAll('∗', '*')
  return tight === '' ? '' : mark + atom(tight)
}
