import type { AttackFrame } from '../../../src/analysis/labels/grounded.ts'

/** Extensions of a frame under each semantics, an extension being a set of elements as bits. */
export interface Extensions {
  readonly grounded: readonly number[]
  readonly complete: readonly number[]
  readonly preferred: readonly number[]
  readonly stable: readonly number[]
}

/** By the definitions of Dung 1995, for frames without attacks along elements: all subsets. */
export function extensionsBySubsets({ size, source, target }: AttackFrame): Extensions {
  const everything = 2 ** size - 1
  const attackersOf = new Array<number>(size).fill(0)
  const targetsOf = new Array<number>(size).fill(0)
  source.forEach((s, a) => {
    const t = target[a] as number
    attackersOf[t]! |= 1 << s
    targetsOf[s]! |= 1 << t
  })
  const members = (set: number) => attackersOf.keys().filter((x) => (set >> x) & 1)
  const attackedBy = (set: number) => members(set).reduce((sum, x) => sum | targetsOf[x]!, 0)
  const complete: number[] = []
  const stable: number[] = []
  for (let set = 0; set <= everything; set++) {
    const attacked = attackedBy(set)
    if ((set & attacked) !== 0) continue
    // The characteristic function: all whose attackers the set attacks.
    let defended = 0
    for (let x = 0; x < size; x++) if ((attackersOf[x]! & ~attacked) === 0) defended |= 1 << x
    if (defended === set) complete.push(set)
    if ((set | attacked) === everything) stable.push(set)
  }
  return { ...ofComplete(complete), stable }
}

/**
 * By the definition of a complete labelling where attacks can be attacked, over all labellings: an
 * element is in if every attack on it fails, out if one succeeds and else undecided; an attack
 * fails if its start or what it runs along is out, and succeeds if both are in.
 */
export function extensionsByLabellings({ size, source, target, via }: AttackFrame): Extensions {
  const complete: number[] = []
  const stable: number[] = []
  const labels = new Array<'in' | 'out' | 'undecided'>(size).fill('in')
  const outcome = (a: number) => {
    const both = [labels[source[a]!], via[a]! < 0 ? 'in' : labels[via[a]!]]
    return both.includes('out') ? 'fails' : both.includes('undecided') ? 'open' : 'succeeds'
  }
  const attacksOn = labels.map((_, x) => [...target.keys()].filter((a) => target[a] === x))
  const isComplete = () =>
    labels.every((label, x) => {
      const outcomes = attacksOn[x]!.map(outcome)
      if (outcomes.includes('succeeds')) return label === 'out'
      return label === (outcomes.includes('open') ? 'undecided' : 'in')
    })
  for (let code = 0; code < 3 ** size; code++) {
    for (let x = 0, rest = code; x < size; x++, rest = Math.floor(rest / 3)) {
      labels[x] = (['in', 'out', 'undecided'] as const)[rest % 3]!
    }
    if (!isComplete()) continue
    const set = labels.reduce((sum, label, x) => sum | (label === 'in' ? 1 << x : 0), 0)
    complete.push(set)
    if (!labels.includes('undecided')) stable.push(set)
  }
  complete.sort((a, b) => a - b)
  stable.sort((a, b) => a - b)
  return { ...ofComplete(complete), stable }
}

function ofComplete(complete: readonly number[]) {
  const isWithin = (small: number, large: number) => (small & ~large) === 0
  return {
    complete,
    grounded: complete.filter((set) => complete.every((other) => isWithin(set, other))),
    preferred: complete.filter(
      (set) => !complete.some((other) => other !== set && isWithin(set, other)),
    ),
  }
}
