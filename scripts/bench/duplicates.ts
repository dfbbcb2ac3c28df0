import path from 'node:path'
import { findSame, indexStatements, type Statement } from '../../src/analysis/near-duplicates.ts'
import { readContent } from '../../src/disk/read-content.ts'
import { assemble } from '../../src/graph/assemble.ts'
import { root } from '../setup/run.mjs'
import { labelledPairs, measurePairs, type Half } from './labelled-pairs.ts'
import { median } from './measure.ts'
import { syntheticMap } from './synthetic-map.ts'
import { duration, targetTable, toTable } from './table.ts'

const size = 10_000
const searches = 200
/** Milliseconds that a search may take. */
const bound = 50

interface SearchFigure {
  readonly building: number
  readonly middle: number
  readonly longest: number
  /** How many searches found the statement that they were made from. */
  readonly found: number
  /** Every statement against all others, as the rule does it. */
  readonly rule: number
}

/** Precision and recall of the search for near-duplicates, and the time it takes among 10,000. */
export function tellDuplicates(): string {
  const search = measureSearch()
  const rows = [
    ['build the index', duration(search.building)],
    [`one search, middle of ${searches}`, duration(search.middle)],
    ['one search, longest', duration(search.longest)],
    ['the rule, all against all', duration(search.rule)],
    ['searches that found what they were made from', `${search.found} of ${searches}`],
  ]
  return [
    'Near-duplicates: labelled pairs of sentences, half of them kept out of the making\n',
    pairTable(),
    `\nNear-duplicates among ${size} statements\n`,
    toTable([['measure', 'is'], ...rows]),
    '',
    targetTable('near-duplicates', [
      [`one search under ${bound} ms`, duration(search.middle), search.middle < bound],
    ]),
  ].join('\n')
}

function pairTable(): string {
  const others = [...assemble(readContent(path.join(root, 'content'))).graph.nodes.values()].map(
    ({ statement }) => statement,
  )
  const halves: readonly Half[] = ['development', 'held out']
  const rows = halves.map((half) => {
    const pairs = labelledPairs(half)
    const { same, opposite, suggested } = measurePairs(pairs, others)
    const ratios = [same.precision, same.recall, opposite.precision, opposite.recall, suggested]
    return [half, String(pairs.length), ...ratios.map((ratio) => ratio.toFixed(2))]
  })
  const head = 'half|pairs|same: precision|recall|opposite: precision|recall|among first 3'
  return toTable([head.split('|'), ...rows])
}

function measureSearch(): SearchFigure {
  const statements = syntheticStatements()
  const [index, building] = timed(() => indexStatements(statements))
  let found = 0
  const times = Array.from({ length: searches }, (_, i) => {
    const { id, statement } = statements[(i * size) / searches] as Statement
    // As somebody types it: without its last word and its first letter large.
    const typed = statement.toLowerCase().replace(/ \S+$/, '')
    const [alike, time] = timed(() => index.alike(typed))
    if (alike[0]?.id === id) found++
    return time
  })
  const [, rule] = timed(() => findSame(statements.map(({ statement }) => statement)))
  return {
    building,
    middle: median(times),
    longest: Math.max(...times),
    found,
    rule,
  }
}

function syntheticStatements(): readonly Statement[] {
  return syntheticMap(size).files.flatMap(({ path: id, text }) => {
    const statement = /^statement: (.*)$/m.exec(text)?.[1]
    return statement === undefined ? [] : [{ id, statement }]
  })
}

function timed<Value>(work: () => Value): readonly [Value, number] {
  const start = performance.now()
  const value = work()
  return [value, performance.now() - start]
}
