import marks from '../styles/marks.css?raw'
import tokens from '../styles/tokens.css?raw'
import card from './card.css?raw'

/**
 * The style sheet of a card, small enough to stand in it: its own rules, the marks of the classes
 * that it has, and the tokens that these take, colours in light and dark. A `data-theme` of the
 * root element, `light` or `dark`, prevails over what the reader prefers. A browser that knows no
 * `light-dark()` shows the card in colours of its own.
 */
export function cardStyle(classes: readonly string[]): string {
  const rules = card + marksOf(new Set(classes))
  const [light, dark] = tokens.split('@media').map(tokensOf)
  const names = new Set([...rules.matchAll(/var\((--[\w-]+)\)/g)].map(([, name = '']) => name))
  const taken = [...names].flatMap((name) => {
    const [day, night] = [light?.get(name), dark?.get(name)]
    if (day === undefined) return []
    return `${name}:${night === undefined ? day : `light-dark(${day},${night})`};`
  })
  return withoutSpace(`:root{color-scheme:light dark;${taken.join('')}}${rules}`)
}

function tokensOf(css: string): ReadonlyMap<string, string> {
  const found = css.matchAll(/(--[\w-]+): ([^;]+);/g)
  return new Map([...found].map(([, name = '', value = '']) => [name, value]))
}

/** The rules of the site's marks in which no other class is meant. */
function marksOf(classes: ReadonlySet<string>): string {
  const isMeant = (selector: string) =>
    [...selector.matchAll(/\.([\w-]+)/g)].every(([, name = '']) => classes.has(name))
  return [...marks.matchAll(/([^{}]+)(\{[^{}]*\})/g)]
    .map(([, selectors = '', body = '']) => ({ meant: selectors.split(',').filter(isMeant), body }))
    .map(({ meant, body }) => (meant.length === 0 ? '' : meant.join(',') + body))
    .join('')
}

function withoutSpace(css: string): string {
  return css
    .replace(/\s+/g, ' ')
    .replace(/ ?([{};,]) ?/g, '$1')
    .replaceAll(': ', ':')
    .replaceAll(';}', '}')
    .trim()
}
