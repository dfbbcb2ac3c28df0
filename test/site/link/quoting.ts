import type { Page } from 'playwright-core'
import sharp from 'sharp'

/** A stretch of a page's text: from the `nth` place that has `from` to the end of the next `to`. */
export interface Stretch {
  readonly within: string
  readonly from: string
  readonly nth?: number
  /** Left out, the stretch is `from` itself. */
  readonly to?: string
}

/** Selects a stretch as a reader does, and gives what the browser has of it as text. */
export function select(page: Page, stretch: Stretch): Promise<string> {
  return page.evaluate((asked) => {
    const range = globalThis.rangeOf(asked)
    getSelection()?.removeAllRanges()
    getSelection()?.addRange(range)
    return getSelection()?.toString() ?? ''
  }, stretch)
}

declare global {
  var rangeOf: (stretch: Stretch) => Range
}

/** Lets a page find stretches; to be called before it is opened. */
export async function addFinder(page: Page): Promise<void> {
  await page.addInitScript(() => {
    globalThis.rangeOf = ({ within, from, nth = 1, to }) => {
      const walker = document.createTreeWalker(document.querySelector(within) as Node, 4)
      const characters: [Text, number][] = []
      let text = ''
      for (let node = walker.nextNode() as Text | null; node; node = walker.nextNode() as Text | null) {
        if (node.parentElement?.closest('[data-script-only]')) continue
        text += node.data
        for (let i = 0; i < node.data.length; i++) characters.push([node, i])
      }
      let start = -1
      for (let i = 0; i < nth; i++) start = text.indexOf(from, start + 1)
      const last = to === undefined ? start + from.length : text.indexOf(to, start) + to.length
      const [first, final] = [characters[start], characters[last - 1]]
      if (start < 0 || !first || !final) throw new Error(`Expected ${from} … ${to} in ${within}`)
      const range = document.createRange()
      range.setStart(...first)
      range.setEnd(final[0], final[1] + 1)
      return range
    }
  })
}

/**
 * What share of a stretch the browser shows as the target of a text fragment, and how many pixels
 * elsewhere. The page has to be opened with its policy bypassed.
 */
export async function targeted(
  page: Page,
  stretch: Stretch,
): Promise<{ readonly inside: number; readonly outside: number }> {
  await page.addStyleTag({ content: '::target-text { background: #f0f; color: #f0f }' })
  const rects = await page.evaluate(
    (asked) => {
      const range = globalThis.rangeOf(asked)
      const walker = document.createTreeWalker(range.commonAncestorContainer, 4)
      const rects: DOMRect[] = []
      for (let node: Node | null = walker.currentNode; node; node = walker.nextNode()) {
        if (!(node instanceof Text) || !range.intersectsNode(node)) continue
        const part = document.createRange()
        part.selectNodeContents(node)
        if (node === range.startContainer) part.setStart(node, range.startOffset)
        if (node === range.endContainer) part.setEnd(node, range.endOffset)
        rects.push(...part.getClientRects())
      }
      return rects.map(({ left, top, right, bottom }) => ({ left, top, right, bottom }))
    },
    stretch,
  )
  const pixels = sharp(await page.screenshot()).ensureAlpha().raw()
  const { data, info } = await pixels.toBuffer({ resolveWithObject: true })
  const { width, height } = info
  let [inside, covered, outside] = [0, 0, 0]
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const at = (y * width + x) * 4
      const isMarked = data[at] === 255 && data[at + 1] === 0 && data[at + 2] === 255
      const within = (by: number) =>
        rects.some((r) => x >= r.left - by && x < r.right + by && y >= r.top - by && y < r.bottom + by)
      if (within(-1)) {
        covered += 1
        if (isMarked) inside += 1
      } else if (isMarked && !within(3)) outside += 1
    }
  }
  return { inside: inside / covered, outside }
}
