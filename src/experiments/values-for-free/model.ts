import type { Chance, Random, Run, Step } from '../contract.ts'
import { dot } from '../lib/linear-algebra.ts'
import { leadingComponents } from './components.ts'
import { addProducts, covariance, drawItems, type Items, population, withValue } from './items.ts'
import {
  combine,
  directionScores,
  drawExam,
  type Exam,
  exactAccuracy,
  examScores,
  productAccuracy,
  products,
  scoresOn,
} from './probes.ts'
import { ridge } from './ridge.ts'
import type { ValuesForFreeSettings } from './settings.ts'

/** What came out at one strength of the value with so many labels; one number a world. */
export interface Cell {
  readonly strength: number
  readonly labels: number
  /** Accuracy of a linear probe on the unsupervised features. */
  readonly probe: number[]
  /** Accuracy of a linear learner on the measurements themselves, with the same labels. */
  readonly raw: number[]
  /** Accuracy of the linear probe where the value is a product of two factors. */
  readonly product: number[]
  /** The same of a probe that also reads products of features. */
  readonly curved: number[]
}
/** How much of the value's direction lies within the features, 0 to 1; one number a world. */
export interface Kept {
  readonly strength: number
  readonly share: number[]
}
export interface ValuesForFreeResult {
  readonly kept: readonly Kept[]
  readonly cells: readonly Cell[]
}

/** Numbers of labels at which the two strengths of the settings are compared, beside the chosen. */
const moreLabels = [80, 320]
const sweep = [0, 0.15, 0.5, 2, 4]
const examSize = 1000
const chunk = 100

/** Runs the model: in each world one draw of data serves for all strengths and both learners. */
export function* run(settings: ValuesForFreeSettings, chance: Chance): Run<ValuesForFreeResult> {
  const result = emptyResult(settings)
  const soFar = () => (result.kept[0]?.share.length ? structuredClone(result) : undefined)
  const { replicates } = settings
  for (let world = 0; world < replicates; world++) {
    const fraction = world / replicates
    const outcome = yield* oneWorld(settings, chance, world, { fraction, soFar })
    result.kept.forEach(({ share }, i) => share.push(outcome.kept[i] as number))
    result.cells.forEach(({ probe, raw, product, curved }, i) => {
      const marks = outcome.marks[i] as Marks
      probe.push(marks.probe)
      raw.push(marks.raw)
      product.push(marks.product)
      curved.push(marks.curved)
    })
  }
  return result
}

function emptyResult({ strength, faint, labels }: ValuesForFreeSettings): ValuesForFreeResult {
  const strengths = ascending([...sweep, strength, faint])
  const counts = ascending([labels, ...moreLabels])
  const cell = (of: number, count: number) =>
    ({ strength: of, labels: count, probe: [], raw: [], product: [], curved: [] })
  return {
    kept: strengths.map((of) => ({ strength: of, share: [] })),
    cells: strengths.flatMap((of) =>
      (of === strength || of === faint ? counts : [labels]).map((count) => cell(of, count))),
  }
}

function ascending(numbers: readonly number[]): readonly number[] {
  return [...new Set(numbers)].sort((a, b) => a - b)
}

interface Marks {
  readonly probe: number
  readonly raw: number
  readonly product: number
  readonly curved: number
}
interface Outcome {
  readonly kept: readonly number[]
  readonly marks: readonly Marks[]
}

function* oneWorld(
  settings: ValuesForFreeSettings,
  chance: Chance,
  world: number,
  pause: Step<ValuesForFreeResult>,
): Generator<Step<ValuesForFreeResult>, Outcome, void> {
  const { size, loud } = population
  const { unlabelled, features } = settings
  const sums = yield* sumsOf(unlabelled, chance('world', world, 'unlabelled'), pause)
  const { kept: kinds, cells } = emptyResult(settings)
  const most = Math.max(...cells.map(({ labels }) => labels))
  const labelled = drawItems(population, most, chance('world', world, 'labelled'))
  const exam = drawExam(population, examSize, features, chance('world', world, 'exam'))
  yield pause
  const kept: number[] = []
  const marks: Marks[] = []
  for (const { strength } of kinds) {
    const matrix = covariance(population, sums, unlabelled, strength)
    const start = chance('world', world, 'start')
    const { vectors } = yield* leadingComponents(matrix, size, features, start, pause)
    const seen = vectors.filter((_, i) => i % size === loud.length)
    kept.push(dot(seen, seen))
    for (const { labels } of cells.filter((cell) => cell.strength === strength)) {
      marks.push(examine(settings, labelled, exam, vectors, strength, labels))
      yield pause
    }
  }
  return { kept, marks }
}

/** The sums of products of so many items without labels. */
function* sumsOf<S>(count: number, random: Random, pause: S): Generator<S, Float64Array, void> {
  const width = population.size + 1
  const sums = new Float64Array(width * width)
  for (let drawn = 0; drawn < count; drawn += chunk) {
    const items = drawItems(population, Math.min(chunk, count - drawn), random)
    addProducts(population, items, sums)
    yield pause
  }
  return sums
}

/** Teaches all learners with the first `labels` labelled items and marks them on new items. */
function examine(
  { form, penalty, features: count }: ValuesForFreeSettings,
  labelled: Items,
  exam: Exam,
  features: Float64Array,
  strength: number,
  labels: number,
): Marks {
  const { size } = population
  const items = withValue(population, labelled, strength).subarray(0, labels * size)
  const scores = scoresOn(items, features, size)
  const verdicts = verdictsOf(labelled, labels)
  const targets = form === 'product' ? verdicts.product : verdicts.factor
  const raw = ridge(items, targets, penalty * size)
  const onScores = examScores(population, exam, features, strength)
  const marked = (inputs: Float64Array, onExam: Float64Array, by: Float64Array) => {
    const width = inputs.length / labels
    const weights = ridge(inputs, by, penalty * width)
    return productAccuracy(exam, scoresOn(onExam, weights, width))
  }
  const product = marked(scores, onScores, verdicts.product)
  const curved = marked(products(scores, count), products(onScores, count), verdicts.product)
  if (form === 'product') {
    const onRaw = directionScores(population, exam, raw, strength)
    return { probe: product, raw: productAccuracy(exam, onRaw), product, curved }
  }
  const probe = combine(features, ridge(scores, targets, penalty * count), size)
  const accuracy = (direction: Float64Array) => exactAccuracy(population, direction, strength)
  return { probe: accuracy(probe), raw: accuracy(raw), product, curved }
}

/** Good is 1 and bad is -1, by the value's factor or by its product with the first. */
function verdictsOf({ rows, first }: Items, labels: number) {
  const width = rows.length / first.length
  const factor = new Float64Array(labels)
  const product = new Float64Array(labels)
  for (let i = 0; i < labels; i++) {
    const value = rows[(i + 1) * width - 1] as number
    factor[i] = value > 0 ? 1 : -1
    product[i] = value * (first[i] as number) > 0 ? 1 : -1
  }
  return { factor, product }
}
