/** Stands where a term of a text fragment cannot reach across: a formula, a picture, a line break. */
export const gap = '\uFFFC'

/** The text of a page as a browser searches it, and what of it is selected. */
export interface PageText {
  /** White space is one space; between blocks are line ends. */
  readonly text: string
  /** Where the selected part begins and ends; both 0 if nothing is selected. */
  readonly from: number
  readonly to: number
}

const unseen = 'script,style,template,noscript,svg,[hidden]'
const formulas = 'math,img,br,[data-script-only]'

/**
 * Reads the text of a page in which the part of a range that is within `roots` counts as selected.
 * What only a script shows is not read, since it may not be there when a link is followed.
 */
export function readPage(body: Element, range: Range, roots: readonly Element[]): PageText {
  let text = ''
  let selected: { readonly from: number; readonly to: number } | undefined
  const add = (written: string, isSelected = false): void => {
    if (written === '') return
    const start = text.length
    const more = written.replace(/\s+/g, ' ')
    text += /[ \n]$/.test(text) && written !== '\n' ? more.trimStart() : more
    if (isSelected) selected = { from: selected?.from ?? start, to: text.length }
  }
  const read = (node: Node, isQuotable: boolean): void => {
    const isIn = isQuotable && range.intersectsNode(node)
    if (node instanceof Text) {
      const { startContainer, startOffset, endContainer, endOffset } = range
      const all = node.data.length
      const start = !isIn ? all : node === startContainer ? startOffset : 0
      const end = isIn && node === endContainer ? endOffset : all
      add(node.data.slice(0, start))
      add(node.data.slice(start, end), true)
      add(node.data.slice(end))
    } else if (node instanceof Element && !node.matches(unseen)) {
      if (node.matches(formulas)) return add(gap, isIn)
      const edge = edgeOf(node)
      if (edge === undefined) return
      text += edge
      for (const child of node.childNodes) {
        read(child, edge !== gap && (isQuotable || roots.includes(node)))
      }
      text += edge
    }
  }
  read(body, false)
  return { text, from: 0, to: 0, ...selected }
}

/** What parts the text of an element from that around it; undefined where it is not shown. */
function edgeOf(element: Element): string | undefined {
  const { display, position } = getComputedStyle(element)
  if (display === 'none') return undefined
  if (display === 'inline' || display === 'contents') return ''
  return position === 'absolute' || display.startsWith('inline') ? gap : '\n'
}
