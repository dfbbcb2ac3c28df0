import { nearest } from '../core/id.ts'
import { classifyPath } from '../readers/path.ts'

/** The ids that file names give, whether or not the files can be read. */
export interface KnownIds {
  readonly nodes: ReadonlySet<string>
  readonly sources: ReadonlySet<string>
  readonly maps: ReadonlySet<string>
  readonly experiments: ReadonlySet<string>
}

/**
 * The ids of all files by their type, in the order of the paths. What points at a file that is
 * there but broken is right: the file itself has been reported.
 */
export function knownIds(paths: Iterable<string>): KnownIds {
  const ids = {
    nodes: new Set<string>(),
    sources: new Set<string>(),
    maps: new Set<string>(),
    experiments: new Set<string>(),
  }
  for (const path of paths) {
    const file = classifyPath(path).value
    if (file?.type === 'node') ids.nodes.add(file.id)
    else if (file?.type === 'source') ids.sources.add(file.id)
    else if (file?.type === 'map') ids.maps.add(file.id)
    else if (file?.type === 'result') ids.experiments.add(file.id)
  }
  return ids
}

const mostComparisons = 2_000_000

/**
 * Finds the nearest of the known texts, like `nearest`, for many texts in turn: each is looked up
 * once, and after two million comparisons nothing is suggested any more, so that thousands of
 * wrong ids among thousands of files take a second rather than hours.
 */
export function nearestAmong(known: ReadonlySet<string>): (written: string) => string | undefined {
  const found = new Map<string, string | undefined>()
  let comparisons = 0
  return (written) => {
    if (!found.has(written)) {
      comparisons += known.size
      found.set(written, comparisons > mostComparisons ? undefined : nearest(written, known))
    }
    return found.get(written)
  }
}
