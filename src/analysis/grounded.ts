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
export function groundedLabels(frame: AttackFrame): Uint8Array {
  const { size, target } = frame
  const { firstOf, targetOf, otherOf } = indexAttacks(frame)
  const labels = new Uint8Array(size)
  const isDone = new Uint8Array(size)
  const live = new Int32Array(size)
  for (let a = 0; a < target.length; a++) live[target[a] as number]!++

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
    isDone[x] = 1
    for (let i = firstOf[x] as number; i < stop; i++) {
      const t = targetOf[i] as number
      if (labels[t] !== undecided) continue
      const other = otherOf[i] as number
      if (isDefeated) {
        // An attack that failed for its other element was already taken off.
        if (other >= 0 && labels[other] === defeated && isDone[other] === 1) continue
        if (--live[t]! !== 0) continue
        labels[t] = accepted
      } else {
        if (other >= 0 && labels[other] !== accepted) continue
        labels[t] = defeated
      }
      work[end++] = t
    }
  }
  return labels
}

/**
 * Attacks by the elements they depend on: those of `x` are from `firstOf[x]` to `firstOf[x + 1]`,
 * with their target and, where there is one, the other element they depend on.
 */
function indexAttacks({ size, source, target, via }: AttackFrame) {
  const firstOf = new Int32Array(size + 1)
  for (let a = 0; a < source.length; a++) {
    firstOf[source[a] as number]!++
    if ((via[a] as number) >= 0) firstOf[via[a] as number]!++
  }
  let sum = 0
  for (let x = 0; x <= size; x++) {
    sum += firstOf[x] as number
    firstOf[x] = sum
  }
  const targetOf = new Int32Array(sum)
  const otherOf = new Int32Array(sum)
  for (let a = source.length - 1; a >= 0; a--) {
    const s = source[a] as number
    const v = via[a] as number
    const i = --firstOf[s]!
    targetOf[i] = target[a] as number
    otherOf[i] = v
    if (v < 0) continue
    const j = --firstOf[v]!
    targetOf[j] = target[a] as number
    otherOf[j] = s
  }
  return { firstOf, targetOf, otherOf }
}
