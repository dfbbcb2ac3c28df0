import type { Explorer } from './explorer.ts'
import { nameOf } from './map-words.ts'

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
 * hears each link as the focus comes to it. The role `application` would take the first from them,
 * and a list box would make of links options that cannot be opened.
 */
export function svgStops(svg: SVGSVGElement): Stops {
  const links: SVGElement[] = []
  for (const link of svg.querySelectorAll<SVGElement>('a[data-node]')) {
    link.setAttribute('tabindex', '-1')
    links[Number(link.dataset['node'])] = link
  }
  let stop: SVGElement | undefined
  const moveTo = (node: number | undefined): void => {
    const link = node === undefined ? undefined : links[node]
    if (link === stop) return
    stop?.setAttribute('tabindex', '-1')
    link?.setAttribute('tabindex', '0')
    stop = link
  }
  return {
    focus(node) {
      moveTo(node)
      links[node]?.focus({ preventScroll: true })
    },
    show: (explorer) => moveTo(stopIn(explorer)),
  }
}

/**
 * A canvas has no links, so one stands in the picture for the node that is current. Another one takes
 * its place when the focus moves, since a screen reader would not read a link that changes.
 */
export function lonelyStop(stage: HTMLElement): Stops {
  let stop: HTMLAnchorElement | undefined
  let last: Explorer | undefined
  const moveTo = (node: number | undefined): void => {
    if (last === undefined || String(node) === stop?.dataset['node']) return
    const link = document.createElement('a')
    link.className = 'map-cursor sr-only'
    if (node !== undefined) {
      link.href = last.addressOf(node)
      link.dataset['node'] = String(node)
      link.textContent = nameOf(last.data, node)
    }
    const hadFocus = stop !== undefined && document.activeElement === stop
    if (stop?.isConnected) stop.replaceWith(link)
    else stage.prepend(link)
    stop = link
    if (hadFocus) link.focus({ preventScroll: true })
  }
  return {
    focus(node) {
      moveTo(node)
      stop?.focus({ preventScroll: true })
    },
    show(explorer) {
      last = explorer
      moveTo(stopIn(explorer))
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
