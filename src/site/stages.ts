const prefix = 'assay:'

/** Does a piece of the build's work under a name, so that `npm run bench` can tell what it took. */
export function staged<Result>(name: string, work: () => Result): Result {
  const start = performance.now()
  const end = () => performance.measure(prefix + name, { start, end: performance.now() })
  const result = work()
  if (!(result instanceof Promise)) {
    end()
    return result
  }
  return result.finally(end) as Result
}

/** The work of this process so far: when it first began, and milliseconds by name. */
export function stagesSoFar(): { readonly began: number; readonly work: Record<string, number> } {
  const measures = performance.getEntriesByType('measure').filter(({ name }) => name.startsWith(prefix))
  const work: Record<string, number> = {}
  for (const { name, duration } of measures) {
    const stage = name.slice(prefix.length)
    work[stage] = (work[stage] ?? 0) + duration
  }
  return { began: Math.min(performance.now(), ...measures.map(({ startTime }) => startTime)), work }
}
