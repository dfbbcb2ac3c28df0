import {
  tallyPuzzles,
  type PuzzleOutcome,
  type PuzzleTally,
} from '../../../experiments/judging-and-steering/puzzle.ts'
import { formatFixed } from '../../../experiments/lib/format.ts'

interface ScoreProps {
  readonly outcomes: readonly PuzzleOutcome[]
  readonly isTimed: boolean
  again(): void
}

/** How the reader did, beside the most steps that each kind of puzzle takes. */
export function PuzzleScore({ outcomes, isTimed, again }: ScoreProps) {
  return (
    <>
      <p tabIndex={-1} ref={(element) => element?.focus()}>
        That was the last one. The most steps are those of adding up the numbers once, and of trying
        every subset. Twelve puzzles show little about anybody; they show how the two kinds feel.
      </p>
      <div class="table-wrap" tabIndex={0} role="group" aria-label="Your puzzles">
        <table>
          <thead>
            <tr>
              <th scope="col">Puzzle</th>
              <th scope="col">Answered</th>
              <th scope="col">Wrong</th>
              <th scope="col">Skipped</th>
              {isTimed && <th scope="col">Mean time</th>}
              <th scope="col">Most steps</th>
            </tr>
          </thead>
          <tbody>
            {tallyPuzzles(outcomes).map((tally) => (
              <Row key={`${tally.kind}${tally.size}`} tally={tally} isTimed={isTimed} />
            ))}
          </tbody>
        </table>
      </div>
      <button type="button" onClick={again}>
        Again, with other numbers
      </button>
    </>
  )
}

function Row({ tally, isTimed }: { readonly tally: PuzzleTally; readonly isTimed: boolean }) {
  const { kind, size, answered, wrong, skipped, meanMilliseconds, steps } = tally
  const time = meanMilliseconds === null ? '–' : `${formatFixed(meanMilliseconds / 1000, 1)} s`
  const most = kind === 'check' ? `n = ${steps}` : `2ⁿ = ${steps}`
  return (
    <tr>
      <th scope="row">
        {kind === 'check' ? 'Check' : 'Find'}, {size} numbers
      </th>
      <td>{answered}</td>
      <td>{wrong}</td>
      <td>{skipped}</td>
      {isTimed && <td>{time}</td>}
      <td>{most}</td>
    </tr>
  )
}
