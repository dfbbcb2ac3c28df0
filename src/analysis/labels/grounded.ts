/** The three labels as small numbers. */
export const undecided = 0
export const accepted = 1
export const defeated = 2
/** The label of an element that was left out. */
export const absent = 3

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
 * A frame as a plain framework (Dung 1995), by what attacks start from: element `x` attacks
 * `to[first[x]]` up to `to[first[x + 1]]`. After the `size` elements of the frame come those that
 * stand for attacks along an element.
 */
export interface CompiledFrame {
  readonly size: number
  readonly first: Int32Array
  readonly to: Int32Array
  /** How many attacks there are on each element. */
  readonly attacks: Int32Array
}

/** Compiles a frame. Takes time linear in elements and attacks. */
export function compileFrame(frame: AttackFrame): CompiledFrame {
  const { total, from, to } = flatten(frame)
  const first = new Int32Array(total + 1)
  const attacks = new Int32Array(total)
  for (let a = 0; a < to.length; a++) {
    first[from[a]!]!++
    attacks[to[a]!]!++
  }
  let sum = 0
  for (let x = 0; x <= total; x++) first[x] = sum += first[x]!
  const sorted = new Int32Array(to.length)
  for (let a = to.length - 1; a >= 0; a--) sorted[--first[from[a]!]!] = to[a]!
  return { size: frame.size, first, to: sorted, attacks }
}

/**
 * An attack from `s` along `v` becomes an element, which stands if both stand and falls if either
 * falls (AFRA; Baroni, Cerutti, Giacomin and Guida 2011): it is attacked by the opposites of `s`
 * and `v`, each of which only its own element attacks. So the labellings are those of the frame.
 */
function flatten({ size, source, target, via }: AttackFrame) {
  const from = source.slice()
  const more: number[] = []
  const opposites = new Int32Array(size)
  let total = size
  const opposite = (x: number) => {
    if (opposites[x] === 0) more.push(x, (opposites[x] = total++))
    return opposites[x]!
  }
  for (let a = 0; a < via.length; a++) {
    if (via[a]! < 0) continue
    const [ofSource, ofVia] = [opposite(source[a]!), opposite(via[a]!)]
    more.push(ofSource, total, ofVia, total)
    from[a] = total++
  }
  return { total, from: join(from, more, 0), to: join(target, more, 1) }
}

/** Numbers, then every second of others from `start`. */
function join(numbers: Int32Array, others: readonly number[], start: 0 | 1): Int32Array {
  const joined = new Int32Array(numbers.length + others.length / 2)
  joined.set(numbers)
  for (let i = start, at = numbers.length; i < others.length; i += 2) joined[at++] = others[i]!
  return joined
}

/**
 * The grounded labelling of a frame: the least fixed point of "accepted if every attack on it
 * fails, defeated if one succeeds". Elements for which `off` is 1 are left out: they are `absent`,
 * and attacks from and along them fail; `off` may end before the elements do. Takes time linear in
 * elements and attacks, by a worklist.
 */
export function groundedLabels(frame: CompiledFrame, off?: Uint8Array): Uint8Array {
  return labelsOfAll(frame, off).subarray(0, frame.size)
}

const signBit = 1 << 31

/**
 * As `groundedLabels`, with the labels of the elements that compiling added after the others. How
 * the worklist goes on hangs on no branch, as no processor could foresee which way one would go.
 */
export function labelsOfAll({ first, to, attacks }: CompiledFrame, off?: Uint8Array): Uint8Array {
  const total = attacks.length
  const labels = new Uint8Array(total)
  // How many attacks have not failed; 0 for accepted elements, negative for defeated ones.
  const live = attacks.slice()
  const work = new Int32Array(total + 1)
  let end = 0
  off?.forEach((isOff, x) => {
    if (isOff !== 1) return
    live[x]! |= signBit
    work[end++] = x
  })
  for (let x = 0; x < total; x++) {
    work[end] = x
    end += isZero(live[x]!)
  }
  for (let at = 0; at < end; at++) {
    const x = work[at]!
    const stop = first[x + 1]!
    // All bits or none.
    const ifDefeated = live[x]! >> 31
    const ifAccepted = ~ifDefeated & signBit
    // `defeated` is one more than `accepted`.
    labels[x] = accepted - ifDefeated
    for (let i = first[x]!; i < stop; i++) {
      const t = to[i]!
      const left = live[t]! - 1
      live[t] = left | ifAccepted
      work[end] = t
      // Decided now: the last attack failed, or one succeeded on what was not decided.
      end += ((left | -(left & ifDefeated)) >>> 31) ^ 1
    }
  }
  off?.forEach((isOff, x) => {
    if (isOff === 1) labels[x] = absent
  })
  return labels
}

/** 1 if the number is 0, else 0. */
function isZero(x: number): number {
  return ((x | -x) >>> 31) ^ 1
}
