import type { Fragment, Hit } from './engine.ts'
import type { Fields } from './fields.ts'
import { countFound, markedRuns, passage, type Run } from './passage.ts'
import { readText } from './record-text.ts'

/** Something that was found, with what the index keeps of it. */
export interface Shown {
  readonly hit: Hit
  readonly fragment: Fragment
}

/**
 * An entry of the list: marks, title, statement and, where the words stand further down, the passage.
 * All of it is text of strangers and made of text alone.
 */
export function resultItem({ hit, fragment }: Shown, fields: Fields, words: number): HTMLElement {
  const found = new Set(hit.words)
  const spelt = fragment.meta['spelt'] ?? ''
  const [title = [], statement = [], body = []] = readText({ content: fragment.content, spelt })
  const link = element('a', '', ...drawn(markedRuns(title, found)))
  link.href = fragment.url
  const isCovered = countFound([...title, ...statement], found) >= Math.max(1, words)
  const below = isCovered ? [] : passage(body, found)
  const texts = [
    { name: 'because', runs: markedRuns(statement, found) },
    { name: 'passage', runs: below },
  ]
  return element(
    'li',
    'relation',
    element('p', 'meta', ...marksOf(fragment, fields)),
    oriented(element('h2', 'name', link)),
    ...texts
      .filter(({ runs }) => runs.length > 0)
      .map(({ name, runs }) => oriented(element('p', name, ...drawn(runs)))),
  )
}

/** The kind, how it stands and the part, in the words and marks of the filters. */
function marksOf({ filters }: Fragment, fields: Fields): readonly Node[] {
  // A caveat is an objection, too, and shown as what is said last of it.
  const values = [
    ['kind', filters['kind']?.at(-1)],
    ['label', filters['label']?.[0]],
    ['part', filters['part']?.[0]],
  ] as const
  return values.flatMap(([facet, value]) => {
    const box = value === undefined ? undefined : fields.boxOf(facet, value)
    const words = box?.parentElement?.querySelector('[data-words]')
    return words ? [element('span', words.className, words.textContent)] : []
  })
}

function drawn(runs: readonly Run[]): readonly (Node | string)[] {
  return runs.map(({ text, isFound }) => (isFound ? element('mark', '', text) : text))
}

/** Has the direction of its own first letters, and so none that reaches beyond it. */
function oriented<Part extends HTMLElement>(part: Part): Part {
  part.dir = 'auto'
  return part
}

/** An element with a class and what is in it; text stays text. */
export function element<Name extends keyof HTMLElementTagNameMap>(
  name: Name,
  className: string,
  ...children: readonly (Node | string)[]
): HTMLElementTagNameMap[Name] {
  const made = document.createElement(name)
  if (className !== '') made.className = className
  made.append(...children)
  return made
}
