/** What a diagram may take up on a laptop before it has to be scrolled, in CSS pixels. */
const ROOM = { width: 1216, height: 860 }

/** By how much a diagram may be reduced and its words still be read with ease. */
const REDUCTION = 1.12

/** A drawing, with the candidate it was made from. */
export interface Fitted<Candidate> {
  readonly candidate: Candidate
  readonly svg: string
  /** Whether it may be reduced to fit the page instead of being scrolled. */
  readonly shrinks: boolean
}

/**
 * Draws candidates in turn and gives the first drawing that fits a page; where none does, the one
 * nearest to fitting. Nothing is drawn after the first that fits.
 *
 * @throws RangeError without candidates, and as `draw`.
 */
export async function firstFitting<Candidate>(
  candidates: readonly Candidate[],
  draw: (candidate: Candidate) => Promise<string>,
): Promise<Fitted<Candidate>> {
  let best: { candidate: Candidate; svg: string; excess: number } | undefined
  for (const candidate of candidates) {
    const svg = await draw(candidate)
    const excess = excessOf(svg)
    if (best === undefined || excess < best.excess) best = { candidate, svg, excess }
    if (excess <= REDUCTION) break
  }
  if (best === undefined) throw new RangeError('Expected `candidates` to hold at least one')
  const { candidate, svg, excess } = best
  return { candidate, svg, shrinks: excess <= REDUCTION }
}

/** How many times a drawing is too wide or too high; at most 1 where it fits. */
function excessOf(svg: string): number {
  const size = /^<svg[^>]* width="(\d+)" height="(\d+)"/.exec(svg)
  return Math.max(Number(size?.[1] ?? 0) / ROOM.width, Number(size?.[2] ?? 0) / ROOM.height)
}
