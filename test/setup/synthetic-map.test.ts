import { expect, it } from 'vitest'
import { median } from '../../scripts/bench/measure.ts'
import { syntheticMap } from '../../scripts/bench/synthetic-map.ts'
import { assemble } from '../../src/graph/assemble.ts'

it('makes the same map for the same seed and another for another', () => {
  expect(syntheticMap(50)).toEqual(syntheticMap(50))
  expect(syntheticMap(50).files).not.toEqual(syntheticMap(50, 2).files)
})

it('makes nodes that the reader and the graph take whole', () => {
  const map = syntheticMap(200)
  const kb = assemble(map.files)
  expect(kb.problems.filter((problem) => problem.severity === 'error')).toEqual([])
  expect(kb.graph.nodes.size).toBe(200)
  expect(kb.graph.edges.size).toBeGreaterThan(400)
  expect([...kb.graph.edges.values()].some((edge) => edge.kind === 'undercuts')).toBe(true)
  const words = map.bodies.map((body) => body.split(/\s+/).length)
  expect(median(words)).toBeGreaterThan(130)
  expect(median(words)).toBeLessThan(200)
})

it('takes the middle, or the mean of the two middle ones', () => {
  expect(median([3, 1, 100])).toBe(3)
  expect(median([4, 1, 2, 100])).toBe(3)
})
