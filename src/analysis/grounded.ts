/** The three labels as small numbers. */
export const undecided = 0
export const accepted = 1
export const defeated = 2

/**
 * Who attacks whom, elements being numbered from 0. Attack `a` runs from `source[a]` to
 * `target[a]`; where `via[a]` is not -1 it runs along that element, which can be attacked itself.
 */
export interface AttackFrame {
  readonly size: number
  readonly source: Int32Array
  readonly target: Int32Array
  readonly via: Int32Array
}

/**
 * The grounded labelling of a framework whose attacks can be attacked (AFRA; Baroni, Cerutti,
 * Giacomin and Guida 2011): the least fixed point of "accepted if every attack on it fails, defeated
 * if one succeeds", where an attack fails if its source or what it runs along is defeated and
 * succeeds if both are accepted. Takes time linear in elements and attacks, by a worklist.
 */
export function groundedLabels({ size, source, target, via }: AttackFrame): Uint8Array {
  const attacks = source.length
  const labels = new Uint8Array(size)
  const live = new Int32Array(size)
  const failed = new Uint8Array(attacks)
  const firstOf = new Int32Array(size + 1)
  for (let a = 0; a < attacks; a++) {
    const t = target[a] as number
    live[t] = (live[t] as number) + 1
    const s = source[a] as number
    const v = via[a] as number
    firstOf[s] = (firstOf[s] as number) + 1
    if (v >= 0) firstOf[v] = (firstOf[v] as number) + 1
  }
  const attacksOf = fill(firstOf, source, via)

  const work = new Int32Array(size)
  let end = 0
  for (let x = 0; x < size; x++) {
    if (live[x] !== 0) continue
    labels[x] = accepted
    work[end++] = x
  }
  for (let at = 0; at < end; at++) {
    const x = work[at] as number
    const isDefeated = labels[x] === defeated
    const stop = firstOf[x + 1] as number
    for (let i = firstOf[x] as number; i < stop; i++) {
      const a = attacksOf[i] as number
      const t = target[a] as number
      if (labels[t] !== undecided || failed[a] === 1) continue
      if (isDefeated) {
        failed[a] = 1
        live[t] = (live[t] as number) - 1
        if (live[t] !== 0) continue
        labels[t] = accepted
      } else {
        const v = via[a] as number
        if (labels[source[a] as number] !== accepted || (v >= 0 && labels[v] !== accepted)) continue
        labels[t] = defeated
      }
      work[end++] = t
    }
  }
  return labels
}

// Turns the counts in `firstOf` into the first index of each element's attacks and gives these.
function fill(firstOf: Int32Array, source: Int32Array, via: Int32Array): Int32Array {
  let sum = 0
  for (let x = 0; x < firstOf.length; x++) {
    sum += firstOf[x] as number
    firstOf[x] = sum
  }
  const attacksOf = new Int32Array(sum)
  for (let a = source.length - 1; a >= 0; a--) {
    const s = source[a] as number
    const v = via[a] as number
    firstOf[s] = (firstOf[s] as number) - 1
    attacksOf[firstOf[s] as number] = a
    if (v < 0) continue
    firstOf[v] = (firstOf[v] as number) - 1
    attacksOf[firstOf[v] as number] = a
  }
  return attacksOf
}
