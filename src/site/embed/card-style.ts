import marks from '../styles/marks.css?raw'
import tokens from '../styles/tokens.css?raw'
import card from './card.css?raw'

/**
 * The style sheet of a card, small enough to stand in it: its own rules, the marks of the classes
 * that it has, and the colours that they take, in light and dark. A `data-theme` of the root
 * element, `light` or `dark`, prevails over what the reader prefers.
 */
export function cardStyle(classes: readonly string[]): string {
  const rules = card + marksOf(new Set(classes))
  const [light = '', dark = ''] = tokens.matchAll(/:root \{([^}]*)\}/g).map(([, body]) => body)
  const wanted = new Set([...rules.matchAll(/var\((--[\w-]+)\)/g)].map(([, name]) => name))
  const taken = (block: string) =>
    [...block.matchAll(/(--[\w-]+): [^;]+;/g)]
      .filter(([, name]) => wanted.has(name))
      .map(([declaration]) => declaration)
      .join('')
  return small(
    `:root { color-scheme: light dark; ${taken(light)} }
    @media (prefers-color-scheme: dark) { :root:not([data-theme='light']) { ${taken(dark)} } }
    :root[data-theme='dark'] { color-scheme: dark; ${taken(dark)} }
    :root[data-theme='light'] { color-scheme: light }
    ${rules}`,
  )
}

/** The rules of the site's marks in which no other class is meant. */
function marksOf(classes: ReadonlySet<string>): string {
  return [...marks.matchAll(/([^{}]+)\{([^{}]*)\}/g)]
    .map(([, selectors = '', body = '']) => {
      const meant = selectors
        .split(',')
        .filter((selector) =>
          [...selector.matchAll(/\.([\w-]+)/g)].every(([, name = '']) => classes.has(name)),
        )
      return meant.length === 0 ? '' : `${meant.join(',')}{${body}}`
    })
    .join('')
}

/** A style sheet without the white space that only its editors need. */
function small(css: string): string {
  return css
    .replace(/\s+/g, ' ')
    .replace(/ ?([{};,]) ?/g, '$1')
    .replace(/: /g, ':')
    .replaceAll(';}', '}')
    .trim()
}
