import type { Card } from './card.ts'
import { missingFrom } from './paragraph.ts'

/** Graphemes of a card that no font has, each once: left out, or drawn in a plainer form. */
export function missingOn({ title, statement, map, address }: Card): readonly string[] {
  return [
    ...new Set([
      ...missingFrom(title, 'serif-bold'),
      ...missingFrom(statement, 'serif'),
      ...missingFrom(map, 'sans'),
      ...missingFrom(address, 'sans'),
    ]),
  ]
}

const mostNamed = 5

/** A line on what is missing from cards, given with their ids; undefined where nothing is. */
export function missingNotice(cards: ReadonlyMap<string, Card>): string | undefined {
  const found = [...cards].map(([id, card]) => ({ id, missing: missingOn(card) }))
  const lacking = found.filter(({ missing }) => missing.length > 0)
  if (lacking.length === 0) return undefined
  const named = lacking.slice(0, mostNamed).map(({ id, missing }) => `${id} (${codesOf(missing)})`)
  const more = lacking.length > mostNamed ? ` and ${lacking.length - mostNamed} more` : ''
  return `Cards have characters that no font of theirs has: ${named.join(', ')}${more}.`
}

function codesOf(graphemes: readonly string[]): string {
  const codes = graphemes.slice(0, mostNamed).map((grapheme) =>
    Array.from(grapheme, (character) => {
      const code = (character.codePointAt(0) ?? 0).toString(16).toUpperCase()
      return `U+${code.padStart(4, '0')}`
    }).join('+'),
  )
  return [...codes, ...(graphemes.length > mostNamed ? ['…'] : [])].join(' ')
}
