import type { Chance, Run, Step } from '../contract.ts'
import { bootstrap } from '../lib/statistics.ts'
import { breakingPoint, crossoverRatio, searchWithPauses, sequenceLength } from './crossover.ts'
import { check, randomFormula, smallFormulaTerm } from './formulas.ts'
import type { CheckingSettings } from './settings.ts'
import { type Outcome, Search } from './solver.ts'

/** Work on the formulas of one kind, one entry a formula, in the order in which they came. */
export interface Work {
  /** Literals that the search read. */
  readonly reads: number[]
  /** Nodes that the search visited. */
  readonly nodes: number[]
  /** Literals read to check one assignment: the solution, or all false where there is none. */
  readonly checked: number[]
}

/** Formulas of one size at the ratio that is tested. */
export interface GrowthCell {
  readonly variables: number
  readonly clauses: number
  readonly found: Work
  readonly refuted: Work
  givenUp: number
}

/** Formulas of one size at another ratio. */
export interface MapCell {
  readonly ratio: number
  readonly variables: number
  readonly clauses: number
  /** Of each that was satisfiable, reads of the search over those of the check, to 4 decimals. */
  readonly gaps: number[]
  unsatisfiable: number
  givenUp: number
}

/** Sequences of clauses in so many variables. */
export interface Crossover {
  readonly variables: number
  /** Of each sequence, how many clauses are the first that nothing satisfies. */
  readonly breaking: number[]
  /** The 95 % bootstrap interval of clauses per variable at half, once all sequences are there. */
  interval: { readonly low: number; readonly high: number } | null
}

export interface CheckingResult {
  /** At the ratio that is tested, by size. */
  readonly growth: readonly GrowthCell[]
  /** At each of `mapRatios`, by size. */
  readonly map: readonly MapCell[]
  readonly crossovers: readonly Crossover[]
}

/** Ratios at which the growth is looked at whatever the settings are; 4.26 is the crossover. */
export const mapRatios = [2, 3, 3.5, 4, 4.26] as const
/** A search that has visited so many nodes is given up. */
export const mostNodes = 10_000
/** Sizes for which the crossover is measured. */
export const crossoverSizes = [20, 50, 75] as const

/** Sizes at the tested ratio: 20 to the largest in steps of 10. */
export function growthSizes(largest: number): readonly number[] {
  return Array.from({ length: Math.floor(largest / 10) - 1 }, (_, i) => 20 + 10 * i)
}

/** Sizes at `mapRatios`: a quarter, half, all and one and a half of the largest. */
export function mapSizes(largest: number): readonly number[] {
  return [0.25, 0.5, 1, 1.5].map((part) => Math.round(part * largest))
}

/** The cells and crossovers that a run fills. */
export function emptyResult(settings: CheckingSettings): CheckingResult {
  const { largest, ratio, followCrossover } = settings
  const none = (): Work => ({ reads: [], nodes: [], checked: [] })
  return {
    growth: growthSizes(largest).map((variables) => {
      const more = followCrossover ? smallFormulaTerm(variables) : 0
      const clauses = Math.round(ratio * variables + more)
      return { variables, clauses, found: none(), refuted: none(), givenUp: 0 }
    }),
    map: mapRatios.flatMap((at) =>
      mapSizes(largest).map((variables) => {
        const clauses = Math.round(at * variables)
        return { ratio: at, variables, clauses, gaps: [], unsatisfiable: 0, givenUp: 0 }
      }),
    ),
    crossovers: crossoverSizes.map((variables) => ({ variables, breaking: [], interval: null })),
  }
}

/**
 * Solves formulas of every size and ratio in turns, so that all cells have some from the start,
 * then adds clauses to sequences until nothing satisfies them.
 */
export function* run(settings: CheckingSettings, chance: Chance): Run<CheckingResult> {
  const result = emptyResult(settings)
  const { instances, sequences } = settings
  let done = 0
  const total = instances + sequences / 2
  const step = (): Step<CheckingResult> => ({
    fraction: done / total,
    soFar: () => (done > 0 ? structuredClone(result) : undefined),
  })
  for (let i = 0; i < instances; i++) {
    for (const cell of result.growth) {
      addToGrowth(cell, yield* pausing(solveOne(cell, i, settings, chance), step))
    }
    for (const cell of result.map) {
      addToMap(cell, yield* pausing(solveOne(cell, i, settings, chance), step))
    }
    done++
  }
  for (let i = 0; i < sequences; i++) {
    for (const { variables, breaking } of result.crossovers) {
      const random = chance('sequence', variables, i)
      const sequence = randomFormula(variables, sequenceLength(variables), random)
      breaking.push(yield* pausing(breakingPoint(sequence), step))
    }
    done += 0.5
  }
  for (const crossover of result.crossovers) {
    crossover.interval = crossoverInterval(crossover, chance)
    yield step()
  }
  return result
}

/** Work that pauses, with a step of the run at each pause and one at its end. */
function* pausing<T, R>(work: Generator<void, T, void>, step: () => Step<R>) {
  let next = work.next()
  for (; !next.done; next = work.next()) yield step()
  yield step()
  return next.value
}

interface Solved {
  readonly outcome: Outcome | undefined
  readonly reads: number
  readonly nodes: number
  readonly checked: number
}

/**
 * Solves formula number `i` of a size. The formula of a smaller ratio is the beginning of that of
 * a larger.
 */
function* solveOne(
  { variables, clauses }: { readonly variables: number; readonly clauses: number },
  i: number,
  { branching: rule }: CheckingSettings,
  chance: Chance,
): Generator<void, Solved, void> {
  const formula = randomFormula(variables, clauses, chance('formula', variables, i))
  const random = rule === 'random' ? { random: chance('branching', variables, clauses, i) } : {}
  const search = new Search(formula, { rule, mostNodes, ...random })
  yield* searchWithPauses(search)
  const { outcome, reads, nodes } = search
  const assignment = outcome === 'satisfiable' ? search.assignment() : new Uint8Array(variables)
  return { outcome, reads, nodes, checked: check(formula, assignment).reads }
}

function addToGrowth(cell: GrowthCell, { outcome, reads, nodes, checked }: Solved): void {
  if (outcome === 'given up') {
    cell.givenUp++
    return
  }
  const work = outcome === 'satisfiable' ? cell.found : cell.refuted
  work.reads.push(reads)
  work.nodes.push(nodes)
  work.checked.push(checked)
}

function addToMap(cell: MapCell, { outcome, reads, checked }: Solved): void {
  if (outcome === 'given up') cell.givenUp++
  else if (outcome === 'unsatisfiable') cell.unsatisfiable++
  else cell.gaps.push(Math.round((10_000 * reads) / checked) / 10_000)
}

/** Percentile bootstrap over sequences, 1,000 draws. */
export function crossoverInterval({ variables, breaking }: Crossover, chance: Chance) {
  const { low, high } = bootstrap(
    breaking.length,
    (indices) => crossoverRatio(breaking, variables, indices),
    chance('bootstrap', variables),
  )
  return { low, high }
}
