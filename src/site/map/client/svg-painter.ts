import type { Scene } from '../drawing.ts'
import { labelNames, strengthStep, type MapData, type MapEdges } from '../map-data.ts'
import { edgesAt, endsOfEdge } from './edges.ts'

const classes = ['is-out', 'is-faint', 'is-near', 'is-focus', 'is-current', 'is-found'] as const
/** A bit a class. */
const [out, faint, near, focused, current, found] = [1, 2, 4, 8, 16, 32]

/** Elements by number, and how each looks now, as bits. */
interface Painted {
  readonly elements: readonly (SVGElement | undefined)[]
  readonly looks: Uint8Array
}

/** Paints scenes by classes and data of the elements, touching those alone that look otherwise. */
export function svgPainter(svg: SVGSVGElement, { nodes, edges }: MapData): (scene: Scene) => void {
  const ofNodes = paintedIn(svg, 'node', nodes.id.length)
  const ofEdges = paintedIn(svg, 'edge', edges.from.length)
  let { label, strength }: Pick<Scene, 'label' | 'strength'> = nodes
  return (scene) => {
    repaint(ofNodes, nodeLooks(scene))
    repaint(ofEdges, edgeLooks(scene, edges))
    if (scene.label === label && scene.strength === strength) return
    ;({ label, strength } = scene)
    for (const [node, element] of ofNodes.elements.entries()) {
      mark(element, 'label', labelNames[scene.label[node]!])
      mark(element, 'strength', strengthStep(scene.strength[node]!)?.toString())
    }
  }
}

function paintedIn(svg: SVGSVGElement, name: string, count: number): Painted {
  const elements: (SVGElement | undefined)[] = Array.from({ length: count }, () => undefined)
  for (const element of svg.querySelectorAll<SVGElement>(`[data-${name}]`)) {
    elements[Number(element.dataset[name])] = element
  }
  return { elements, looks: new Uint8Array(count) }
}

function nodeLooks(scene: Scene): Uint8Array {
  return Uint8Array.from(scene.nodes, (shown, node) => {
    if (shown === 0) return out
    const isFaint = scene.focus === undefined ? scene.found !== undefined : shown === 1
    return (
      (isFaint && !scene.found?.has(node) ? faint : 0) |
      (shown === 2 ? near : 0) |
      (scene.focus === node ? focused : 0) |
      (scene.current === node ? current : 0) |
      (scene.found?.has(node) ? found : 0)
    )
  })
}

function edgeLooks(scene: Scene, edges: MapEdges): Uint8Array {
  const marked = scene.current ?? scene.focus
  const lit = marked === undefined ? undefined : edgesAt(edges, marked)
  return Uint8Array.from(edges.from, (_, edge) => {
    const shown = Math.min(...endsOfEdge(edges, edge).map((node) => scene.nodes[node]!))
    if (shown === 0) return out
    const isFaint = scene.focus === undefined ? scene.found !== undefined : shown === 1
    const isLit = lit?.has(edge)
    return (isFaint && !isLit ? faint : 0) | (shown === 2 ? near : 0) | (isLit ? current : 0)
  })
}

function repaint({ elements, looks }: Painted, next: Uint8Array): void {
  for (const [number, element] of elements.entries()) {
    const changed = looks[number]! ^ next[number]!
    if (changed === 0 || element === undefined) continue
    for (const [bit, name] of classes.entries()) {
      if (changed & (1 << bit)) element.classList.toggle(name, (next[number]! & (1 << bit)) !== 0)
    }
  }
  looks.set(next)
}

function mark(element: SVGElement | undefined, name: string, value: string | undefined): void {
  if (element === undefined || element.dataset[name] === value) return
  if (value === undefined) delete element.dataset[name]
  else element.dataset[name] = value
}
