import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { firstLook, fit, held, legible, lookAround, reach, zoomed } from '../../../src/site/map/client/camera.ts'
import { actOf } from '../../../src/site/map/client/keys.ts'
import { adjacencyOf } from '../../../src/site/map/client/near.ts'
import { follow, steer, type Direction } from '../../../src/site/map/client/steer.ts'
import { readAddress, writeAddress } from '../../../src/site/map/client/address.ts'
import { noDrawing } from '../../../src/site/map/client/no-drawing.ts'
import { initialState } from '../../../src/site/map/client/state.ts'
import { Viewpoint } from '../../../src/site/map/client/viewpoint.ts'
import type { Camera } from '../../../src/site/map/drawing.ts'
import type { MapData } from '../../../src/site/map/map-data.ts'
import { mapOf } from './map-sketch.ts'

/** A map of unrelated nodes at these places, unless relations are given. */
function placed(
  places: Readonly<Record<string, readonly [x: number, y: number]>>,
  supports: Readonly<Record<string, string>> = {},
): MapData {
  const sketch = Object.keys(places).map((id) => [id, { supports: supports[id] ? [supports[id]] : [] }])
  const data = mapOf(Object.fromEntries(sketch))
  const at = Object.values(places)
  return {
    ...data,
    width: 4000,
    height: 3000,
    nodes: { ...data.nodes, x: at.map(([x]) => x), y: at.map(([, y]) => y) },
  }
}

describe('an arrow key', () => {
  const cross = placed({ middle: [500, 500], up: [510, 300], down: [490, 700], left: [200, 520], right: [800, 480] })
  const go = (data: MapData, from: string, to: Direction, shown = data.nodes.id.map(() => 1)) => {
    const found = steer(data, adjacencyOf(data), shown, data.nodes.id.indexOf(from), to)
    return found === undefined ? undefined : data.nodes.id[found]
  }

  it.each(['up', 'down', 'left', 'right'] as const)('leads %s', (to) => {
    expect(go(cross, 'middle', to)).toBe(to)
  })

  it('leads nowhere where nothing is', () => {
    expect(go(cross, 'right', 'right')).toBeUndefined()
  })

  it('passes over what a filter left out', () => {
    expect(go(cross, 'left', 'right', [0, 0, 0, 1, 1])).toBe('right')
  })

  it('rather follows a relation than goes to what is a little nearer', () => {
    const places = { from: [0, 0], near: [200, 0], related: [280, 80] } as const
    expect(go(placed(places), 'from', 'right')).toBe('near')
    expect(go(placed(places, { related: 'from' }), 'from', 'right')).toBe('related')
  })

  it('and N lead to every node that is shown', () => {
    const shown = [1, 0, 2, 1, 0]
    const met: number[] = []
    let node: number | undefined
    for (let press = 0; press < 3; press++) met.push((node = follow(shown, node, 1)!))
    expect(met).toEqual([0, 2, 3])
    expect(follow(shown, 3, 1)).toBe(0)
    expect(follow(shown, 0, -1)).toBe(3)
    expect(follow(shown, undefined, -1)).toBe(3)
    expect(follow([0, 0], 1, 1)).toBeUndefined()
  })
})

describe('a key', () => {
  const press = (key: string, held = {}) =>
    actOf({ key, ctrlKey: false, metaKey: false, altKey: false, ...held })

  it.each([
    ['ArrowLeft', { kind: 'steer', to: 'left' }],
    ['Enter', { kind: 'open' }],
    [' ', { kind: 'focus' }],
    ['F', { kind: 'focus' }],
    ['Escape', { kind: 'leave' }],
    ['+', { kind: 'in' }],
    ['0', { kind: 'fit' }],
    ['?', { kind: 'help' }],
  ])('%s', (key, act) => expect(press(key)).toEqual(act))

  it.each(['Tab', 'x', 'constructor', 'toString', '__proto__', 'F5'])('%s means nothing', (key) => {
    expect(press(key)).toBeUndefined()
  })

  it.each(['ctrlKey', 'metaKey', 'altKey'])('is the browser’s own while %s is held', (held) => {
    for (const key of ['+', '0', 'f', 'Enter', 'ArrowLeft']) {
      expect(press(key, { [held]: true })).toBeUndefined()
    }
  })
})

describe('a camera', () => {
  const data = placed({ a: [100, 100], b: [3900, 2900], c: [2000, 200] })
  const size = { width: 1000, height: 700 }
  const zooms = fc.double({ min: 0.3, max: 2, noNaN: true })
  const places = fc.record({ x: fc.nat(4000), y: fc.nat(3000), zoom: zooms })
  const isIn = ({ x, y, zoom }: { x: number; y: number; zoom: number }, node: number, window = size) => {
    const { x: xs, y: ys, width, height } = data.nodes
    return (
      Math.abs(xs[node]! - x) + width[node]! / 2 <= window.width / 2 / zoom + 1e-6 &&
      Math.abs(ys[node]! - y) + height[node]! / 2 <= window.height / 2 / zoom + 1e-6
    )
  }

  it('that fits has everything in the window', () => {
    const whole = fit(data, size)
    expect([0, 1, 2].every((node) => isIn(whole, node))).toBe(true)
    expect(whole.zoom).toBeLessThan(legible)
  })

  it('that fits a few is never larger than life', () => {
    expect(fit(data, size, [2])).toEqual({ x: 2000, y: 200, zoom: 1 })
  })

  it('begins where titles can be read, from the first head', () => {
    const first = firstLook(data, size)
    expect(first.zoom).toBeGreaterThanOrEqual(legible)
    const small = { ...data, width: 700, height: 400 }
    expect(firstLook(small, size)).toEqual(fit(small, size))
  })

  it('looks at a node with what is near, or closely at the node, with no more of nothing than need be', () => {
    const far = { x: 4000, y: 0, zoom: 0.1 }
    const closely = lookAround(data, size, far, 0, [0, 1])
    expect(closely.zoom).toBeGreaterThan(legible)
    expect(isIn(closely, 0)).toBe(true)
    expect(closely.x - size.width / 2 / closely.zoom).toBeGreaterThan(-50)
    expect(lookAround(data, size, far, 2, [2])).toMatchObject({ x: 2000, zoom: 1 })
  })

  it('stays where it is if all that is near can be seen and read from there', () => {
    const here = { x: 1900, y: 400, zoom: 0.9 }
    expect(lookAround(data, size, here, 2, [2])).toBe(here)
    expect(lookAround(data, size, { ...here, zoom: 0.3 }, 2, [2])).not.toEqual(here)
  })

  it('zooms about a point, which stays where it is, and never far beyond everything', () => {
    fc.assert(
      fc.property(places, fc.nat(1000), fc.nat(700), zooms, (camera, x, y, factor) => {
        const next = zoomed(camera, factor, x, y, size, data)
        const at = ({ x: middle, zoom }: Camera) => middle + (x - size.width / 2) / zoom
        expect(at(next)).toBeCloseTo(at(camera), 6)
        expect(next.zoom).toBeGreaterThan(0.75 * fit(data, size).zoom)
      }),
    )
    expect(held({ x: -5, y: 9000, zoom: 1e-9 }, data, size)).toEqual({ x: 0, y: 3000, zoom: expect.closeTo(0.1867, 3) })
  })

  it('that reaches for a node has it in the window, and stays where it has', () => {
    fc.assert(
      fc.property(places, fc.nat(2), (camera, node) => {
        const reached = reach(data, size, camera, node)
        expect(isIn(reached, node)).toBe(true)
        expect(reach(data, size, reached, node)).toEqual(reached)
      }),
    )
  })
})

describe('a viewpoint', () => {
  const data = placed({ a: [100, 100], b: [3900, 2900] })
  const huge = { ...data, width: 200_000, height: 90_000 }
  const open = (map: MapData, clientWidth = 1000, clientHeight = 700) => {
    const stage = { clientWidth, clientHeight, closest: () => null } as unknown as HTMLElement
    return new Viewpoint(map, noDrawing(), stage)
  }
  const pressed = (viewpoint: Viewpoint, times: number, factor: number): Camera => {
    let camera = viewpoint.zoom(factor)
    for (let press = 1; press < times; press++) camera = viewpoint.zoom(factor)
    return camera
  }

  it('turns back at once where it was zoomed on beyond the end', () => {
    const viewpoint = open(data)
    const nearest = pressed(viewpoint, 30, 1.4)
    expect(viewpoint.zoom(1 / 1.4).zoom).toBeCloseTo(nearest.zoom / 1.4, 6)
    const farthest = pressed(viewpoint, 30, 1 / 1.4)
    expect(viewpoint.zoom(1.4).zoom).toBeCloseTo(farthest.zoom * 1.4, 6)
  })

  it.each([
    ['a map', data, 1000],
    ['a huge map', huge, 1000],
    ['a stage that is not there', huge, 0],
  ])('is in the address wherever buttons lead in %s', (_, map, width) => {
    for (const factor of [1.4, 1 / 1.4]) {
      const camera = pressed(open(map, width, width), 60, factor)
      const read = readAddress(writeAddress({ ...initialState, camera }, map), map)
      expect(read?.notices).toEqual([])
      expect(read?.state.camera?.zoom).toBeCloseTo(camera.zoom, 3)
    }
  })
})
