/** Numbers of `kindNames`. */
export const kind = { claim: 0, evidence: 1, counterargument: 2, question: 3 } as const

/** How far the corners of a kind's shape are cut or rounded, at most half the height. */
export const corner: readonly number[] = [3, 17, 12, 14]

/** How far inside its box the side of a shape is, so far below its middle. */
export function sideInset(shape: number, height: number, below: number): number {
  const cut = cornerOf(shape, height)
  if (shape === kind.counterargument) return (cut * Math.abs(below)) / (height / 2)
  if (shape === kind.question) return cut * (0.5 - below / height)
  const past = Math.abs(below) - (height / 2 - cut)
  return past <= 0 ? 0 : cut - Math.sqrt(Math.max(0, cut * cut - past * past))
}

/** The corner of a shape of this height. */
export function cornerOf(shape: number, height: number): number {
  return Math.min(corner[shape] ?? 0, height / 2)
}
