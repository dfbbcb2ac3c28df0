import { shown } from '../core/catalogue/entry.ts'
import { nearest } from '../core/id.ts'
import {
  finishFramework,
  mostArguments,
  repeated,
  startReading,
  unstatedScore,
  type FrameworkRead,
  type Reading,
  type StatedFormula,
} from './framework.ts'
import { fieldsOf, itemsOf, nameOf, numberOf, worded } from './json-fields.ts'
import { readJsonTree, type JsonTree } from './json-tree.ts'
import { readEdges, unknownName } from './qbaf-edges.ts'

/** Characters that a QBAF in JSON may have. */
export const largestQbaf = 33_554_432

const knownFields = [
  'nodes',
  'baseScores',
  'attacks',
  'supports',
  'weights',
  'semantics',
  'version',
]

/**
 * Reads a quantitative bipolar argumentation framework in JSON: `nodes` (else the names in
 * `baseScores`), `baseScores` by name, `attacks` and `supports` as pairs of names, and perhaps
 * `weights` as triples of two names and a relevance from 0 to 1, `semantics` and `version` 1. Other
 * fields are passed over. Base scores are from 0 to 1, or any numbers where the formula is `basic`;
 * `formula` is one that goes before that of the file. Never throws; takes time linear in the text.
 */
export function readQbaf(written: string, formula?: StatedFormula): FrameworkRead {
  const reading = startReading(written)
  if (reading.text.length > largestQbaf) {
    const size = reading.text.length
    reading.fault(0, `Unexpected ${size} characters, expected at most ${largestQbaf}.`)
    return reading.refuse()
  }
  const json = readJsonTree(reading.text)
  if ('fault' in json) {
    const { at, actual, expected } = json.fault
    const what = actual === 'end' ? 'end of the text' : shown(actual)
    reading.fault(at, `Unexpected ${what}, expected ${expected}.`)
    return reading.refuse()
  }
  const fields = fieldsOf(reading, json.tree, 'an object with `nodes`, `attacks` and `supports`')
  return fields === undefined ? reading.refuse() : readFields(reading, fields, formula)
}

type Fields = ReadonlyMap<string, JsonTree>

function readFields(
  reading: Reading,
  fields: Fields,
  wished: StatedFormula | undefined,
): FrameworkRead {
  checkVersion(reading, fields.get('version'))
  const notices = [...misspelt(fields)]
  const stated = readFormula(reading, fields.get('semantics'), notices)
  const names = readNames(reading, fields, notices)
  const numbers = new Map(names.map((name, number) => [name, number]))
  const isBounded = (wished ?? stated) !== 'basic'
  const base = readScores(reading, fields.get('baseScores'), numbers, isBounded)
  const { edges, weightOf } = readEdges(reading, fields, numbers)
  if (reading.hasFaults()) return reading.refuse(notices)
  const unstated = base.filter(Number.isNaN).length
  if (unstated > 0 && fields.has('baseScores')) {
    const who = unstated === 1 ? '1 argument has' : `${unstated} arguments have`
    notices.push(`${who} no base score; ${unstatedScore} is taken.`)
  }
  const scores = base.map((score) => (Number.isNaN(score) ? unstatedScore : score))
  const made = finishFramework(names, scores, edges, weightOf)
  const all = [...notices, ...made.notices]
  const formula = stated === undefined ? {} : { formula: stated }
  const hasScores = fields.has('baseScores')
  return { framework: made.framework, faults: [], more: 0, notices: all, hasScores, ...formula }
}

function checkVersion(reading: Reading, version: JsonTree | undefined): void {
  if (version === undefined || (version.kind === 'value' && version.value === 1)) return
  reading.fault(version.at, `Unexpected version ${worded(version)}, expected 1.`)
}

function* misspelt(fields: Fields): Generator<string> {
  for (const name of [...fields.keys()].slice(0, 100)) {
    if (knownFields.includes(name)) continue
    const near = nearest(name, knownFields)
    if (near !== undefined && !fields.has(near)) {
      yield `The field ${shown(name)} is passed over; did you mean \`${near}\`?`
    }
  }
}

const formulaNames: readonly (readonly [RegExp, StatedFormula])[] = [
  [/^(?:qe|quadratic-?energy)$/i, 'qe'],
  [/^df-?quad$/i, 'df-quad'],
  [/^euler(?:-?based)?$/i, 'euler'],
  [/^mlp(?:-?based)?$/i, 'mlp'],
  [/^basic\b/i, 'basic'],
]

function readFormula(
  reading: Reading,
  tree: JsonTree | undefined,
  notices: string[],
): StatedFormula | undefined {
  if (tree === undefined) return undefined
  if (tree.kind !== 'value' || typeof tree.value !== 'string') {
    reading.fault(tree.at, `Unexpected ${worded(tree)}, expected the name of a formula.`)
    return undefined
  }
  const text = tree.value
  const formula = formulaNames.find(([pattern]) => pattern.test(text.trim()))?.[1]
  if (formula === undefined) notices.push(`The semantics ${shown(text)} is not known here.`)
  return formula
}

function readNames(reading: Reading, fields: Fields, notices: string[]): readonly string[] {
  const nodes = fields.get('nodes')
  const scores = fields.get('baseScores')
  const trees = nodes === undefined ? [] : itemsOf(reading, nodes, 'a list of names')
  const names = new Set<string>()
  if (nodes === undefined && scores?.kind === 'object') {
    for (const name of scores.fields.keys()) names.add(name)
  } else if (nodes === undefined && scores === undefined) {
    reading.fault(0, 'Unexpected lack of `nodes`, expected them or `baseScores`.')
  }
  for (const tree of trees) {
    const name = nameOf(tree)
    if (name === undefined) reading.fault(tree.at, `Unexpected ${worded(tree)}, expected a name.`)
    else names.add(name)
  }
  const doubled = trees.length - names.size
  if (nodes !== undefined && doubled > 0) notices.push(repeated(doubled, 'name'))
  if (names.size > mostArguments) {
    reading.fault(0, `Unexpected ${names.size} arguments, expected at most ${mostArguments}.`)
  }
  return [...names]
}

function readScores(
  reading: Reading,
  tree: JsonTree | undefined,
  numbers: ReadonlyMap<string, number>,
  isBounded: boolean,
): Float64Array {
  const base = new Float64Array(numbers.size).fill(Number.NaN)
  if (tree === undefined) return base
  const wish = isBounded ? 'a number from 0 to 1' : 'a number'
  for (const [name, score] of fieldsOf(reading, tree, 'an object of numbers by name') ?? []) {
    const at = numbers.get(name)
    const value = numberOf(score)
    if (at === undefined) unknownName(reading, score, name, numbers)
    else if (value === undefined || (isBounded && !(value >= 0 && value <= 1))) {
      reading.fault(score.at, `Unexpected ${worded(score)}, expected ${wish}.`)
    } else base[at] = value
  }
  return base
}
