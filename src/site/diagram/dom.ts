import { JSDOM } from 'jsdom'
import { showEntities } from './entities.ts'
import { LINE_HEIGHT, textWidth } from './text-metrics.ts'

/** Font sizes of a diagram, in the units of its viewBox. `diagram.css` says the same. */
export const NODE_FONT_SIZE = 14
export const EDGE_FONT_SIZE = 12

export interface Box {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

const EMPTY: Box = { x: 0, y: 0, width: 0, height: 0 }

function attribute(element: Element, name: string): number {
  return Number.parseFloat(element.getAttribute(name) ?? '') || 0
}

/** The box around coordinates `x, y, x, y …`; empty without any. */
export function boxOfPoints(numbers: readonly number[]): Box {
  const xs = numbers.filter((_, index) => index % 2 === 0)
  const ys = numbers.filter((_, index) => index % 2 === 1)
  if (ys.length === 0) return EMPTY
  const [x, y] = [Math.min(...xs), Math.min(...ys)]
  return { x, y, width: Math.max(...xs) - x, height: Math.max(...ys) - y }
}

/** All numbers in a path, a list of points or a transform. */
export function numbersIn(text: string | null): readonly number[] {
  return (text?.match(/-?\d*\.?\d+(?:e[-+]?\d+)?/gi) ?? []).map(Number)
}

function fontSize(element: Element): number {
  return element.closest('.edgeLabels') ? EDGE_FONT_SIZE : NODE_FONT_SIZE
}

// Lines are centred on x = 0 and start at y = 0, the size that `clean-svg.ts` gives them.
function boxOfText(text: Element): Box {
  const lines = [...text.querySelectorAll('.text-outer-tspan')]
    .map((line) => showEntities(line.textContent))
    .filter((line) => line !== '')
  if (lines.length === 0) return EMPTY
  const size = fontSize(text)
  const width = Math.max(...lines.map(textWidth)) * size
  return { x: -width / 2, y: 0, width, height: lines.length * LINE_HEIGHT * size }
}

/** By how much an element's `translate` moves it. Mermaid uses no other transform. */
export function offsetOf(element: Element): { readonly x: number; readonly y: number } {
  const [x = 0, y = 0] = numbersIn(element.getAttribute('transform'))
  return { x, y }
}

function moved(box: Box, element: Element): Box {
  const { x, y } = offsetOf(element)
  return { ...box, x: box.x + x, y: box.y + y }
}

function boxOfChildren(element: Element): Box {
  const boxes = [...element.children]
    .filter((child) => !/^(defs|marker|style|title|desc)$/.test(child.localName))
    .map((child) => moved(boxOf(child), child))
    .filter((box) => box.width > 0 || box.height > 0)
  return boxOfPoints(
    boxes.flatMap(({ x, y, width, height }) => [x, y, x + width, y + height]),
  )
}

/**
 * Bounding box of a drawn element in its own coordinates, what `getBBox` gives in a browser:
 * a group's is the union of its children, each moved by its `translate`. Curves count with their
 * control points, so their box may be larger than in a browser, never smaller.
 */
export function boxOf(element: Element): Box {
  switch (element.localName) {
    case 'rect':
      return {
        x: attribute(element, 'x'),
        y: attribute(element, 'y'),
        width: attribute(element, 'width'),
        height: attribute(element, 'height'),
      }
    case 'circle': {
      const r = attribute(element, 'r')
      const [x, y] = [attribute(element, 'cx') - r, attribute(element, 'cy') - r]
      return { x, y, width: 2 * r, height: 2 * r }
    }
    case 'polygon':
      return boxOfPoints(numbersIn(element.getAttribute('points')))
    case 'path':
      return boxOfPoints(numbersIn(element.getAttribute('d')))
    case 'text':
      return boxOfText(element)
    case 'tspan':
      return { ...EMPTY, width: textWidth(showEntities(element.textContent)) * fontSize(element) }
    default:
      return boxOfChildren(element)
  }
}

/** A DOM in which SVG elements can be measured as in a browser. It fetches and runs nothing. */
export function createMeasuringDom(): JSDOM {
  const dom = new JSDOM('<!doctype html><html lang="en"><body></body></html>')
  Object.assign(dom.window.SVGElement.prototype, {
    getBBox(this: Element) {
      return boxOf(this)
    },
    getBoundingClientRect(this: Element) {
      return boxOf(this)
    },
    getComputedTextLength(this: Element) {
      return boxOf(this).width
    },
  })
  return dom
}

const GLOBALS = ['window', 'document', 'CSSStyleSheet', 'MutationObserver'] as const

/**
 * Runs `work` while `window` and `document` are those of `dom`, and puts back what was there.
 * Mermaid knows no other way to be told its document. Calls must not overlap.
 */
export async function withGlobals<Value>(dom: JSDOM, work: () => Promise<Value>): Promise<Value> {
  const before = GLOBALS.map((name) => Object.getOwnPropertyDescriptor(globalThis, name))
  for (const name of GLOBALS) {
    Object.defineProperty(globalThis, name, {
      configurable: true,
      writable: true,
      value: name === 'window' ? dom.window : dom.window[name],
    })
  }
  try {
    return await work()
  } finally {
    GLOBALS.forEach((name, index) => {
      const descriptor = before[index]
      if (descriptor) Object.defineProperty(globalThis, name, descriptor)
      else Reflect.deleteProperty(globalThis, name)
    })
  }
}
