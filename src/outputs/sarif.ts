import type { Place } from '../core/place.ts'
import { problemCatalogue, problemCodes } from '../core/problem-catalogue.ts'
import {
  compareProblems,
  type Problem,
  type ProblemCode,
  type Severity,
} from '../core/problem.ts'
import { forLogs } from './json-report.ts'
import { problemUrl } from './problem-url.ts'

const levels: Readonly<Record<Severity, string>> = {
  error: 'error',
  warning: 'warning',
  info: 'note',
}

/**
 * Problems in the Static Analysis Results Interchange Format 2.1.0, with the whole catalogue as
 * rules. `base` is where the site is published; rules name their page only where it has a host.
 */
export function toSarif(problems: readonly Problem[], { base }: { readonly base: string }): string {
  const log = {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: { driver: { name: 'Assay', rules: problemCodes.map((code) => rule(code, base)) } },
        columnKind: 'utf16CodeUnits',
        results: problems.toSorted(compareProblems).map(result),
      },
    ],
  }
  return `${forLogs(JSON.stringify(log, null, 2))}\n`
}

function rule(code: Problem['code'], base: string): object {
  const { title, about, severity } = problemCatalogue[code]
  return {
    id: code,
    shortDescription: { text: title },
    fullDescription: { text: about },
    ...(/^https?:/.test(base) ? { helpUri: problemUrl(base, code) } : {}),
    defaultConfiguration: { level: levels[severity] },
  }
}

// Codes whose place is exactly what the nearest right thing replaces; that of a link is all of it.
const isReplaceable: ReadonlySet<ProblemCode> = new Set<ProblemCode>([
  'invalid-fence',
  'invalid-field',
  'invalid-id',
  'merged-into-unknown',
  'missing-thesis',
  'unknown-experiment',
  'unknown-field',
  'unknown-part',
  'unknown-source',
  'unknown-target',
  'withdrawn-see-unknown',
])

function result(problem: Problem): object {
  const { code, severity, message, place, nearest, hint, related = [] } = problem
  return {
    ruleId: code,
    ruleIndex: problemCodes.indexOf(code),
    level: levels[severity],
    message: { text: hint === undefined ? message : `${message}. ${hint}` },
    locations: [location(place)],
    ...(related.length === 0
      ? {}
      : {
          relatedLocations: related.map((other) => ({
            ...location(other.place),
            message: { text: other.message },
          })),
        }),
    ...(nearest === undefined || !isReplaceable.has(code) ? {} : { fixes: [fix(place, nearest)] }),
  }
}

function location(place: Place): object {
  return { physicalLocation: { artifactLocation: artifact(place.file), region: region(place) } }
}

function fix(place: Place, nearest: string): object {
  const replacements = [{ deletedRegion: region(place), insertedContent: { text: nearest } }]
  return {
    description: { text: `Write ${nearest}` },
    artifactChanges: [{ artifactLocation: artifact(place.file), replacements }],
  }
}

function artifact(file: string): object {
  const uri = file.split('/').map((part) => encodeURIComponent(part.toWellFormed())).join('/')
  return { uri }
}

function region({ start, end }: Place): object {
  return {
    startLine: start.line,
    startColumn: start.column,
    endLine: end.line,
    endColumn: end.column,
  }
}
