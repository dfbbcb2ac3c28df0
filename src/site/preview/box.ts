import type { NodeLink } from './node-link.ts'
import { placeBox, type Point } from './place.ts'
import type { PreviewFile } from './preview-file.ts'

const described = 'aria-describedby'

/** The one box of a page in which previews are shown. */
export const box = document.createElement('div')
box.className = box.id = 'node-preview'
box.popover = 'manual'
// What quotes a page is not to take it for a part of the text.
box.dataset['scriptOnly'] = ''

/**
 * Shows a preview beside a link, which it describes until the function that is given back takes it
 * away; `byTouch` with a link of its own, since a finger that is lifted follows none.
 */
export function showPreview(
  file: PreviewFile,
  link: NodeLink,
  point: Point | undefined,
  byTouch: boolean,
): () => void {
  const isNamed = bare(link.textContent) === bare(file.title)
  box.replaceChildren(
    line('meta', mark('kind', file.kind, file.kindWords), ...standing(file)),
    ...(isNamed ? [] : [line('name', file.title)]),
    line('said', file.statement),
    ...(file.note ? [line('note', file.note)] : []),
    ...(file.lines ? [spare(line('note', file.lines))] : []),
    line('meta', ...[file.part, file.counts].filter((text) => text !== undefined).map(span)),
    ...(byTouch ? [line('acts', opener(link))] : []),
  )
  box.role = byTouch ? null : 'tooltip'
  document.querySelector('main')?.append(box)
  // Without a top layer it stands above the page all the same.
  box.showPopover?.()
  const place = (): void => placeBox(box, link, point)
  place()
  addEventListener('resize', place)
  const before = link.getAttribute(described)
  link.setAttribute(described, before ? `${before} ${box.id}` : box.id)
  return () => {
    removeEventListener('resize', place)
    if (before === null) link.removeAttribute(described)
    else link.setAttribute(described, before)
    box.remove()
  }
}

function standing({ label, labelWords, strength }: PreviewFile): readonly Node[] {
  return [
    ...(label && labelWords ? [mark('label', label, labelWords)] : []),
    ...(strength === undefined ? [] : [span(`Strength ${strength.toFixed(2)}`)]),
  ]
}

/** Letters alone: a drawing breaks its lines without spaces. */
function bare(text: string | null): string {
  return (text ?? '').replace(/\s/g, '')
}

function line(name: string, ...parts: readonly (Node | string)[]): HTMLElement {
  const p = document.createElement('p')
  p.className = name
  p.dir = 'auto'
  p.append(...parts)
  return p
}

function spare(element: HTMLElement): HTMLElement {
  element.dataset['spare'] = ''
  return element
}

function mark(name: string, code: string, words: string): HTMLElement {
  const element = span(words)
  element.className = `${name} ${name}-${code}`
  return element
}

function span(words: string): HTMLElement {
  const element = document.createElement('span')
  element.textContent = words
  return element
}

function opener({ href }: NodeLink): HTMLElement {
  const a = document.createElement('a')
  a.href = typeof href === 'string' ? href : href.baseVal
  a.textContent = 'Open'
  return a
}
