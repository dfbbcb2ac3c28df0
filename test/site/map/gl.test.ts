import { describe, expect, it } from 'vitest'
import { breakTitle } from '../../../src/site/map/gl/break-title.ts'
import { chooseLabels } from '../../../src/site/map/gl/choose-labels.ts'
import { findNode } from '../../../src/site/map/gl/find-node.ts'
import { byImportance, linesByImportance } from '../../../src/site/map/gl/importance.ts'
import { linesOf } from '../../../src/site/map/gl/lines.ts'
import { lookOf } from '../../../src/site/map/gl/look.ts'
import { standings } from '../../../src/site/map/gl/marks.ts'
import { parseColour, unpack, type Palette } from '../../../src/site/map/gl/palette.ts'
import { pickLines } from '../../../src/site/map/gl/pick-lines.ts'
import { onStage, windowOf, type View } from '../../../src/site/map/gl/view.ts'
import type { Scene } from '../../../src/site/map/drawing.ts'
import type { MapData } from '../../../src/site/map/map-data.ts'

/** A head (0), what supports it (1), evidence for that (2), and two objections, to 0 and to a step. */
const data: MapData = {
  version: 1,
  parts: [{ map: 'm', id: 'all', title: 'All', label: 'Argument 1' }],
  nodes: {
    id: ['head', 'reason', 'finding', 'objection', 'doubt'],
    title: ['The head', 'A reason', 'A finding', 'An objection', 'A doubt'],
    kind: [0, 0, 1, 2, 2],
    part: [0, 0, 0, 0, 0],
    label: [2, 0, 0, 1, -1],
    strength: [50, 100, -1, 0, 20],
    depth: [0, 1, 2, 1, 1],
    x: [100, 400, 700, 400, 250],
    y: [100, 100, 100, 300, 400],
    width: [156, 156, 156, 156, 156],
    height: [44, 44, 44, 44, 44],
  },
  edges: {
    from: [1, 2, 3, 4, 2],
    to: [0, 1, 0, 0, 0],
    kind: [0, 0, 1, 2, 0],
    label: [0, 0, 0, -1, 0],
    meetX: [220, 0, 0, 0, 0],
    meetY: [130, 0, 0, 0, 0],
  },
  width: 800,
  height: 500,
}
const lines = linesOf(data)
const palette: Palette = {
  paper: [255, 255, 255],
  ink: [0, 0, 0],
  focus: [200, 100, 0],
  none: [9, 9, 9],
  kinds: [[1, 0, 0], [2, 0, 0], [3, 0, 0], [4, 0, 0]],
  labels: [[0, 1, 0], [0, 2, 0], [0, 3, 0]],
  relations: [[0, 0, 1], [0, 0, 2], [0, 0, 3], [0, 0, 4], [0, 0, 5]],
  weak: [0, 0, 0],
  strong: [200, 200, 200],
  sans: 'sans-serif',
}
const all: Scene = {
  nodes: new Uint8Array(5).fill(1),
  focus: undefined,
  current: undefined,
  found: undefined,
  colour: 'kind',
  label: data.nodes.label,
  strength: data.nodes.strength,
}
const look = (scene: Partial<Scene> = {}) => lookOf(data, lines, { ...all, ...scene }, palette)
const alpha = (colour: number | undefined) => (colour ?? 0) >>> 24

describe('lines', () => {
  it('end at nodes, and undercuts on the line of their step nearest to where they meet it', () => {
    expect([...lines.points.slice(0, 4)]).toEqual([400, 100, 100, 100])
    expect([...lines.points.slice(12, 16)]).toEqual([250, 400, 220, 100])
    expect([lines.to[3], lines.step[3]]).toEqual([-1, 0])
    expect(lines.along[3]).toBeCloseTo(0.6)
  })

  it('meet their step in the middle where the layout says nothing, never on a node', () => {
    const meeting = (meetX: number, meetY: number) =>
      linesOf({ ...data, edges: { ...data.edges, meetX: [meetX, 0, 0, 0, 0], meetY: [meetY, 0, 0, 0, 0] } })
    expect(meeting(0, 0).points[14]).toBe(250)
    expect(meeting(100, 100).points[14]).toBeCloseTo(160)
  })

  it('have one of the skeleton for each node but the head', () => {
    expect([...lines.main]).toEqual([1, 0, 1, 1, 1])
    expect([...linesByImportance(data, lines)].at(-1)).toBe(1)
    expect([...byImportance(data, lines)][0]).toBe(0)
  })
})

describe('a scene', () => {
  it('hides what is left out, with its lines and what doubts these', () => {
    const { nodes, lines: ofLines } = look({ nodes: Uint8Array.of(1, 0, 1, 1, 1) })
    expect(nodes[1]).toBe(standings.hidden)
    expect([...ofLines].map((each) => each === standings.hidden)).toEqual([true, true, false, true, false])
  })

  it('makes faint what is away from the focus and what is not found', () => {
    const focused = look({ focus: 1, nodes: Uint8Array.of(2, 2, 2, 1, 1) })
    expect([...focused.nodes]).toEqual([3, 4, 3, 1, 1])
    expect(alpha(focused.nodeColours[3])).toBeLessThan(60)
    expect(alpha(focused.nodeColours[2])).toBe(255)
    const found = new Set([2, 3])
    expect([...look({ found }).nodes]).toEqual([1, 1, 3, 3, 1])
    const both = look({ focus: 1, found, nodes: Uint8Array.of(1, 2, 1, 1, 1) })
    expect([...both.nodes]).toEqual([1, 4, 3, 3, 1])
  })

  it('raises the relations of the current node even out of what is faint', () => {
    const { lines: ofLines } = look({ focus: 1, current: 3, nodes: Uint8Array.of(2, 2, 2, 1, 1) })
    expect(ofLines[2]).toBe(standings.current)
  })

  it('is coloured by kind, label or strength, and by the grey of none', () => {
    const of = (scene: Partial<Scene>) => [...look(scene).nodeColours].map((each) => unpack(each)[0])
    expect(of({})).toEqual([1, 1, 2, 3, 3])
    expect([...look({ colour: 'label' }).nodeColours].map((each) => unpack(each)[1])).toEqual([3, 1, 1, 2, 9])
    const [half, full, none, weak] = of({ colour: 'strength' }) as [number, number, number, number]
    expect(none).toBe(9)
    expect(weak).toBeLessThan(half)
    expect(half).toBeLessThan(full)
  })

  it('draws relations in the colour of their kind', () => {
    expect([...look().lineColours].map((each) => unpack(each)[2])).toEqual([1, 1, 2, 3, 1])
  })
})

describe('lines in a window', () => {
  const order = linesByImportance(data, lines)
  const pick = (left: number, right: number, standing = look().lines) => {
    const picked = new Int32Array(lines.count)
    const window = { left, right, top: 0, bottom: 500 }
    const found = pickLines(lines, order, standing, window, 1, picked)
    return { ...found, lines: [...picked.slice(0, found.count)].sort() }
  }

  it('are all there where there is room', () => {
    expect(pick(0, 800).lines).toEqual([0, 1, 2, 3, 4])
  })

  it('are those of the skeleton that cross it, and others with an end in it', () => {
    expect(pick(450, 650).lines).toEqual([4])
    expect(pick(650, 800).lines).toEqual([1, 4])
  })

  it('are fewer where they would cover too much', () => {
    const window = { left: 0, right: 800, top: 0, bottom: 500 }
    const picked = new Int32Array(lines.count)
    expect(pickLines(lines, order, look().lines, window, 0.01, picked).count).toBeLessThan(5)
    const current = look({ current: 2 }).lines
    const { count } = pickLines(lines, order, current, window, 0.0001, picked)
    expect([...picked.slice(0, count)]).toEqual(expect.arrayContaining([1, 4]))
    expect(count).toBeLessThan(5)
  })
})

describe('a view', () => {
  const view: View = { camera: { x: 400, y: 100, zoom: 0.2 }, width: 600, height: 400, ratio: 1, radius: 4 }

  it('shows on the stage what its window has', () => {
    const { left, top } = windowOf(view)
    expect(onStage(view, left, top)).toEqual([0, 0])
    expect(onStage(view, 400, 100)).toEqual([300, 200])
  })

  it('finds marks within reach of a point, and boxes by their sides', () => {
    const standing = look().nodes
    expect(findNode(data, standing, view, 307, 203)).toBe(1)
    expect(findNode(data, standing, view, 320, 200)).toBeUndefined()
    const near = { ...view, camera: { ...view.camera, zoom: 1 } }
    expect(findNode(data, standing, near, 300 + 77, 200 + 21)).toBe(1)
    expect(findNode(data, standing, near, 300 + 77, 200 + 23)).toBeUndefined()
    expect(findNode(data, look({ nodes: Uint8Array.of(1, 0, 1, 1, 1) }).nodes, view, 300, 200)).toBeUndefined()
  })
})

describe('titles', () => {
  it('never overlap, and lie on a crowd of marks only where they are wanted', () => {
    const box = (node: number, left: number, wanted = false) => ({
      node, left, right: left + 50, top: 0, bottom: 10, wanted,
    })
    const chosen = (marks: number[], ...boxes: ReturnType<typeof box>[]) =>
      chooseLabels(boxes, { all: marks, strong: [] }).map(({ node }) => node)
    expect(chosen([], box(1, 0), box(2, 40), box(3, 60))).toEqual([1, 3])
    const crowd = [105, 5, 110, 5, 120, 5, 149, 9]
    expect(chosen(crowd, box(1, 100), box(2, 160))).toEqual([2])
    expect(chosen(crowd, box(1, 100, true))).toEqual([1])
    const strong = { all: crowd, strong: [105, 5] }
    expect(chooseLabels([box(1, 100, true)], strong)).toEqual([])
    expect(chooseLabels([box(1, 0)], { all: [], strong: [] }, [box(0, 20)])).toEqual([])
  })

  it('are broken between words and say what was left out', () => {
    const measure = (text: string) => text.length
    expect(breakTitle('knowing is not caring', 10, 3, measure)).toEqual(['knowing is', 'not caring'])
    expect(breakTitle('one two three four', 7, 2, measure)).toEqual(['one two', 'three …'])
    expect(breakTitle('incomprehensibilities', 7, 2, measure)).toEqual(['incomprehensibilities'])
  })
})

describe('colours', () => {
  it('are read as style sheets write them', () => {
    expect(parseColour('#1d4f7c')).toEqual([29, 79, 124])
    expect(parseColour('#fff')).toEqual([255, 255, 255])
    expect(parseColour('rgb(1, 2, 3)')).toEqual([1, 2, 3])
    expect(() => parseColour('')).toThrow(SyntaxError)
  })
})
