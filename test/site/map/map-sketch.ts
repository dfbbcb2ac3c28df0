import fc from 'fast-check'
import type { NodeId } from '../../../src/core/id.ts'
import { kindNames, relationNames, type MapData } from '../../../src/site/map/map-data.ts'
import { joinSketch, type NodeSketch } from '../../graph/builder.ts'

/** The explorer's data of a sketch, each node 200 to the right of and 40 below the one before. */
export function mapOf(sketch: Readonly<Record<string, NodeSketch>>): MapData {
  const { graph } = joinSketch(sketch)
  const nodes = Object.keys(sketch).map((id) => graph.nodes.get(id as NodeId)!)
  const edges = [...graph.edges.values()]
  const nodeNumber = new Map<string, number>(nodes.map(({ id }, node) => [id, node]))
  const edgeNumber = new Map<string, number>(edges.map(({ id }, edge) => [id, edge]))
  const all = (value: number) => nodes.map(() => value)
  return {
    version: 1,
    parts: [
      { map: 'map', id: 'first', title: 'First', label: 'Argument 1' },
      { map: 'map', id: 'second', title: 'Second', label: 'Argument 2' },
    ],
    width: 200 * nodes.length,
    height: 40 * nodes.length,
    nodes: {
      id: nodes.map(({ id }) => id),
      title: nodes.map(({ title }) => title),
      kind: nodes.map(({ kind }) => kindNames.indexOf(kind)),
      part: all(-1),
      label: all(0),
      strength: all(50),
      depth: all(0),
      x: nodes.map((_, node) => 200 * node + 100),
      y: nodes.map((_, node) => 40 * node + 20),
      width: all(180),
      height: all(30),
    },
    edges: {
      from: edges.map(({ from }) => nodeNumber.get(from)!),
      to: edges.map(({ kind, to }) => (kind === 'undercuts' ? edgeNumber : nodeNumber).get(to)!),
      kind: edges.map(({ kind }) => relationNames.indexOf(kind)),
      label: edges.map(() => -1),
      meetX: edges.map(() => 0),
      meetY: edges.map(() => 0),
    },
  }
}

/** Graphs of a few nodes, of every relation, circles and undercuts of steps among them. */
export const sketches = fc
  .integer({ min: 1, max: 9 })
  .chain((size) =>
    fc.array(
      fc.record({
        from: fc.nat(size - 1),
        to: fc.nat(size - 1),
        kind: fc.constantFrom('supports', 'rebuts', 'refines'),
        doubter: fc.option(fc.nat(size - 1)),
      }),
      { maxLength: 14 },
    ).map((relations) => ({ size, relations })),
  )
  .map(({ size, relations }): Readonly<Record<string, NodeSketch>> => {
    const ids = Array.from({ length: size }, (_, at) => `n${at}`)
    const said = ids.map((_, from) => {
      const of = (kind: string) =>
        relations
          .filter((each) => each.kind === kind && each.from === from && each.to !== from)
          .map(({ to }) => ids[to]!)
      const undercuts = relations
        .filter(({ doubter, from: start, to }) => doubter === from && start !== to)
        .map((each) => `${ids[each.from]}>${ids[each.to]}`)
      return { supports: of('supports'), rebuts: of('rebuts'), refines: of('refines'), undercuts }
    })
    return Object.fromEntries(ids.map((id, at) => [id, said[at]!]))
  })
