/** Runs a generator to its end without pause and gives what it returns. */
export function drain<T>(work: Generator<unknown, T, void>): T {
  for (;;) {
    const next = work.next()
    if (next.done) return next.value
  }
}
