import type { Asked } from './address.ts'
import type { Engine } from './engine.ts'
import { element } from './results.ts'

const mostWords = 6

/** What is near something that was not found: the same without filters, or one word of several. */
export async function findWays(
  { text, chosen }: Asked,
  engine: Engine,
  take: (asked: Asked) => void,
): Promise<readonly HTMLElement[]> {
  const none = new Map()
  const words = [...new Set(text.replace(/["“”„«»]/g, ' ').split(/\s+/))].filter((word) => word !== '')
  const tried: readonly (readonly [string, Asked])[] = [
    ...(chosen.size > 0 && text !== '' ? [['Without the filters', { text, chosen: none }] as const] : []),
    ...(words.join(' ') === text ? [] : [['Without quotation marks', { text: words.join(' '), chosen }] as const]),
    ...(words.length < 2
      ? []
      : words.slice(0, mostWords).map((word) => [`Only “${word}”`, { text: word, chosen }] as const)),
  ]
  const counts = await Promise.all(tried.map(async ([, asked]) => (await engine.find(asked)).length))
  return tried.flatMap(([name, asked], i) => {
    const count = counts[i] ?? 0
    if (count === 0) return []
    const button = element('button', 'quiet', `${name}: ${count === 1 ? '1 result' : `${count} results`}`)
    button.type = 'button'
    button.onclick = () => take(asked)
    return [button]
  })
}
