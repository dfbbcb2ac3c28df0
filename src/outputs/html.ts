import type { Element, ElementContent, Nodes, Parents, Root as HastRoot } from 'hast'
import { sanitize } from 'hast-util-sanitize'
import { toHtml as serialise } from 'hast-util-to-html'
import type { Root } from 'mdast'
import { toHast } from 'mdast-util-to-hast'
import rehypeKatex from 'rehype-katex'
import { unified } from 'unified'
import { SKIP, visit } from 'unist-util-visit'
import { bodySchema } from './html-schema.ts'

/** What a body needs to know of the page it is put on. */
export interface HtmlOptions {
  /** Stands before every id, so that several bodies fit on one page. */
  readonly idPrefix?: string
  /** The address of a content file, or undefined where there is no page for it. */
  readonly resolve: (path: string, fragment: string) => string | undefined
  /** Words to stand after a link to a content file, such as that it was withdrawn. */
  readonly aside?: (path: string) => string | undefined
  /** Path of the file the body was read from, relative to the repository. */
  readonly from: string
}

/**
 * KaTeX writes MathML alone: its HTML needs `style` attributes, which the site's
 * Content-Security-Policy (`style-src 'self'`) forbids, and all current browsers draw MathML Core.
 */
const math = unified().use(rehypeKatex, {
  output: 'mathml',
  trust: false,
  strict: 'ignore',
  maxSize: 20,
  maxExpand: 500,
})

/**
 * A body as safe HTML: no raw HTML, scripts, styles, forms or remote images, whatever it says.
 * Links to content files go through `resolve`; those it does not know become plain text. Headings
 * start at `h3`, so that the page keeps its own `h1` and `h2`. Equal bodies give equal bytes.
 */
export function toHtml(body: Root, options: HtmlOptions): string {
  const prefix = options.idPrefix ?? ''
  const tree = toHast(numberFootnotes(body), {
    clobberPrefix: prefix,
    footnoteLabel: 'Notes',
    // Level one like a heading of the body: both are shifted below.
    footnoteLabelTagName: 'h1',
    footnoteLabelProperties: {},
  }) as HastRoot
  const drawn = math.runSync(tree) as HastRoot
  adapt(drawn, options, prefix)
  // `bodySchema` does not prefix ids again: both doing so would cut footnotes from their notes.
  const safe = sanitize(drawn, bodySchema) as HastRoot
  return serialise(safe, { allowDangerousCharacters: false, closeSelfClosing: false })
}

/**
 * Footnotes named by their order. Names as written may clash once made into ids (the second
 * reference to `[^1]` and the first to `[^1-2]`).
 */
function numberFootnotes(body: Root): Root {
  const copy = structuredClone(body)
  const numbers = new Map<string, string>()
  visit(copy, (node) => {
    if (node.type !== 'footnoteReference' && node.type !== 'footnoteDefinition') return
    const name = node.identifier
    const number = numbers.get(name) ?? String(numbers.size + 1)
    numbers.set(name, number)
    node.identifier = number
  })
  return copy
}

function adapt(tree: HastRoot, options: HtmlOptions, prefix: string): void {
  let tables = 0
  visit(tree, 'element', (element, index, parent) => {
    if (parent === undefined || index === undefined) return undefined
    const level = /^h([1-6])$/.exec(element.tagName)?.[1]
    if (level !== undefined) element.tagName = `h${Math.min(Number(level) + 2, 6)}`
    if (element.properties['id'] === 'footnote-label') element.properties['id'] = `${prefix}notes`
    if (element.properties['dataFootnoteRef'] !== undefined) {
      element.properties['ariaDescribedBy'] = [`${prefix}notes`]
    } else if (element.tagName === 'a') return adaptLink(element, index, parent, options)
    if (element.tagName === 'img') return adaptImage(element, index, parent, options)
    if (element.tagName === 'input') return replace(parent, index, [checkMark(element)])
    if (element.tagName === 'table') {
      tables += 1
      parent.children[index] = wrapTable(element, tables)
      markHeaders(element)
    }
    const classes = element.properties['className']
    if (Array.isArray(classes)) return adaptMath(element, index, parent, classes)
    return undefined
  })
}

function adaptLink(link: Element, index: number, parent: Parents, options: HtmlOptions) {
  if (link.properties['dataFootnoteBackref'] !== undefined) return undefined
  const href = String(link.properties['href'] ?? '')
  if (/^https?:\/\//i.test(href)) {
    link.properties['rel'] = ['external', 'noopener']
    return undefined
  }
  if (/^mailto:/i.test(href)) return undefined
  const target = contentTarget(href, options.from)
  const address = target && options.resolve(target.path, target.fragment)
  if (address === undefined) return replace(parent, index, link.children)
  link.properties['href'] = address
  const words = target && options.aside?.(target.path)
  if (words !== undefined) parent.children.splice(index + 1, 0, text(` (${words})`))
  return undefined
}

function adaptImage(image: Element, index: number, parent: Parents, options: HtmlOptions) {
  const target = contentTarget(String(image.properties['src'] ?? ''), options.from)
  const address = target && options.resolve(target.path, target.fragment)
  if (address === undefined) {
    return replace(parent, index, [text(String(image.properties['alt'] ?? ''))])
  }
  image.properties['src'] = address
  return undefined
}

/** A formula may be wider than a phone, and is then scrolled. */
const displayed = { className: ['math-display'], tabIndex: 0, role: 'group', ariaLabel: 'Formula' }

function adaptMath(
  element: Element,
  index: number,
  parent: Parents,
  classes: readonly (string | number)[],
) {
  if (classes.includes('katex-error')) {
    element.tagName = 'code'
    element.properties = { className: ['math-error'] }
    return SKIP
  }
  if (!classes.includes('katex')) return undefined
  const formula = element.children.find((child) => child.type === 'element')
  if (formula?.type !== 'element') return undefined
  if (formula.properties['display'] !== 'block') parent.children[index] = formula
  else Object.assign(element, { tagName: 'div', properties: { ...displayed } })
  return SKIP
}

/** The content file that a relative link means, and the place in it. */
function contentTarget(
  href: string,
  from: string,
): { readonly path: string; readonly fragment: string } | undefined {
  if (/^([a-z][a-z0-9+.-]*:|[/\\])/i.test(href)) return undefined
  const [written = '', ...rest] = href.split('#')
  const path = decode(written)
  const fragment = decode(rest.join('#'))
  if (path === undefined || fragment === undefined || /[\\\p{Cc}]/u.test(path)) return undefined
  const target = path === '' ? from : join(from, path)
  return target === undefined ? undefined : { path: target, fragment }
}

function decode(text: string): string | undefined {
  try {
    return decodeURIComponent(text)
  } catch {
    return undefined
  }
}

/** The path of a file named relative to another; undefined where it leaves the repository. */
function join(from: string, relative: string): string | undefined {
  const parts = from.split('/').slice(0, -1)
  for (const part of relative.split('/')) {
    if (part === '' || part === '.') continue
    if (part !== '..') parts.push(part)
    else if (parts.pop() === undefined) return undefined
  }
  return parts.join('/')
}

function wrapTable(table: Element, number: number): Element {
  return {
    type: 'element',
    tagName: 'div',
    properties: {
      className: ['table-wrap'],
      tabIndex: 0,
      role: 'region',
      ariaLabel: `Table ${number}`,
    },
    children: [table],
  }
}

function markHeaders(table: Element): void {
  visit(table, { tagName: 'th' }, (cell: Element) => {
    cell.properties['scope'] = 'col'
  })
}

function checkMark(input: Element): ElementContent {
  return text(input.properties['checked'] === true ? '☑' : '☐')
}

function text(value: string): ElementContent {
  return { type: 'text', value }
}

function replace(parent: Parents, index: number, children: readonly ElementContent[]) {
  ;(parent.children as Nodes[]).splice(index, 1, ...children)
  return [SKIP, index] as [typeof SKIP, number]
}
