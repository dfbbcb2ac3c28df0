import type { Explorer } from './explorer.ts'
import type { Standing } from './state.ts'
import { sentenceOf } from './map-words.ts'

/** Where the keyboard can stand in the picture: one stop for Tab, whatever the number of nodes. */
export interface Stops {
  /** Gives the focus of the page to a node. */
  focus(node: number): void
  /** Keeps the one stop at a node that is shown. */
  show(explorer: Explorer): void
}

/**
 * The links of the drawing take turns in being the stop. They stay links with names of their own, so
 * that a screen reader can list and read them as it reads any page, and whoever works it by keys
 * hears how each stands as the focus comes to it. The role `application` would take the first from
 * them, and a list box would make of links options that cannot be opened.
 */
export function svgStops(svg: SVGSVGElement): Stops {
  const links: SVGElement[] = []
  for (const link of svg.querySelectorAll<SVGElement>('a[data-node]')) {
    link.setAttribute('tabindex', '-1')
    links[Number(link.dataset['node'])] = link
  }
  let stop: SVGElement | undefined
  let named: Standing | undefined
  return {
    focus: (node) => links[node]?.focus({ preventScroll: true }),
    show(explorer) {
      const node = stopIn(explorer)
      const link = node === undefined ? undefined : links[node]
      if (explorer.standing !== named) {
        named = explorer.standing
        for (const [each, other] of links.entries()) {
          other?.setAttribute('aria-label', sentenceOf(explorer.data, each, named))
        }
      }
      if (link === stop) return
      stop?.setAttribute('tabindex', '-1')
      link?.setAttribute('tabindex', '0')
      stop = link
    },
  }
}

/**
 * A canvas has no links, so one stands in the picture for the node that is current. Another one takes
 * its place when the focus moves, since a screen reader would not read a link that changes.
 */
export function lonelyStop(stage: HTMLElement): Stops {
  let stop: HTMLAnchorElement | undefined
  return {
    focus: () => stop?.focus({ preventScroll: true }),
    show(explorer) {
      const node = stopIn(explorer)
      const name = node === undefined ? '' : sentenceOf(explorer.data, node, explorer.standing)
      if (stop !== undefined && name === stop.textContent) return
      const link = document.createElement('a')
      link.className = 'map-cursor sr-only'
      link.textContent = name
      if (node !== undefined) {
        link.href = explorer.addressOf(node)
        link.dataset['node'] = String(node)
      }
      const hadFocus = document.activeElement === stop
      if (stop === undefined) stage.prepend(link)
      else stop.replaceWith(link)
      stop = link
      if (hadFocus) link.focus({ preventScroll: true })
    },
  }
}

/** What is current, or else the first that is shown. */
function stopIn({ scene, current, state }: Explorer): number | undefined {
  for (const node of [current, state.focus]) {
    if (node !== undefined && scene.nodes[node] !== 0) return node
  }
  const first = scene.nodes.findIndex((shown) => shown !== 0)
  return first === -1 ? undefined : first
}
