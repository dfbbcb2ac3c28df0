import process from 'node:process'
import { basic, formulas, type FormulaName } from '../src/analysis/strength/formulas.ts'
import { visible } from '../src/core/catalogue/entry.ts'
import { toAnalysisCsv } from '../src/outputs/analysis-csv.ts'
import { toAnalysisJson } from '../src/outputs/analysis-json.ts'
import { toAnalysisText } from '../src/outputs/analysis-text.ts'
import { analyse } from './analyse/analyse-input.ts'
import { readFile, readMap, type Input } from './analyse/input.ts'
import { readWish } from './analyse/wish.ts'
import { contentFolder, readOptions, runCommand, type Given } from './lib/command.ts'

const help = `Usage: npm run --silent analyse -- [options]

Labels, strengths and cruxes of the maps in a folder of content, or of a benchmark file.

  --content <folder>  the folder, else ASSAY_CONTENT, else content
  --file <path>       a file instead: ICCMA 23 (p af <n>), ASPARTIX (arg(a). att(a,b).) or a QBAF
                      in JSON; told apart by .af, .apx and .json, else by how they begin
  --view <fragment>   as a reader sees it whose link this is, or the part of it after #

  --only <part>       labels, strengths or cruxes
  --formula <name>    qe (default), df-quad, euler, mlp, or basic, which has no bounds
  --topic <id>        the node whose cruxes are found, else those of each thesis and rival
  --most <n>          how many cruxes, or positions, are shown (default 12)
  --samples <n>       pairs of permutations for Shapley values (default 200, fewer or none where
                      cycles make them slow; 0 for none); for up to 12 nodes they are exact

  --semantics <name>  grounded (default); complete, preferred or stable list what can stand together
  --budget <steps>    of that search (default 1000000)
  --accepts <id>      whether this node is in some of them, and whether in all

  --format <name>     text (default), json or csv
  --help              this text
`

const table = {
  content: 'text',
  file: 'text',
  view: 'text',
  only: ['labels', 'strengths', 'cruxes'],
  formula: [...formulas, basic].map(({ name }) => name),
  topic: 'text',
  most: 'text',
  samples: 'text',
  semantics: ['grounded', 'complete', 'preferred', 'stable'],
  budget: 'text',
  accepts: 'text',
  format: ['text', 'json', 'csv'],
  help: 'flag',
} as const

await runCommand((argv) => {
  const given = readOptions(argv, table)
  if (given.flags.has('help')) {
    process.stdout.write(help)
    return 0
  }
  const wish = readWish(given)
  const input = read(given)
  const { report, notices } = analyse(input, wish)
  for (const notice of [...input.notices, ...notices]) process.stderr.write(`${visible(notice)}\n`)
  const write = { text: toAnalysisText, json: toAnalysisJson, csv: toAnalysisCsv }
  process.stdout.write(write[wish.format](report))
  return 0
})

function read(given: Given): Input {
  const file = given.values.get('file')
  const formula = given.values.get('formula') as FormulaName | undefined
  return file === undefined ? readMap(contentFolder(given)) : readFile(file, formula)
}
