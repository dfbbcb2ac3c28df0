import { useSignal, type Signal } from '@preact/signals'
import {
  judge,
  makePuzzles,
  type PuzzleAnswer,
  type PuzzleItem,
  type PuzzleOutcome,
} from '../../../experiments/judging-and-steering/puzzle.ts'
import { CheckQuestion, FindQuestion } from './puzzle-questions.tsx'
import { PuzzleScore } from './puzzle-score.tsx'

const firstSeed = 20261124

/** A round of twelve puzzles. Time runs from `since`; undefined while it is paused or not taken. */
interface Round {
  readonly items: readonly PuzzleItem[]
  readonly outcomes: readonly PuzzleOutcome[]
  readonly isTimed: boolean
  readonly spent: number
  readonly since: number | undefined
}

/** Twelve puzzles that the reader judges or solves. What comes of them is kept nowhere. */
export function PuzzlePanel() {
  const seed = useSignal(firstSeed)
  const round = useSignal<Round | undefined>(undefined)
  if (round.value === undefined) {
    const start = (isTimed: boolean): void => {
      const since = isTimed ? performance.now() : undefined
      const items = makePuzzles(seed.value)
      round.value = { items, outcomes: [], isTimed, spent: 0, since }
    }
    return <Start start={start} />
  }
  const { items, outcomes, isTimed } = round.value
  const item = items[outcomes.length]
  if (item !== undefined)
    return <Turn key={item.index} item={item} round={round as Signal<Round>} />
  const again = (): void => {
    seed.value = (seed.value + 1) >>> 0
    round.value = undefined
  }
  return <PuzzleScore outcomes={outcomes} isTimed={isTimed} again={again} />
}

function Start({ start }: { start(isTimed: boolean): void }) {
  const isTimed = useSignal(false)
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        start(isTimed.value)
      }}
    >
      <p>
        Twelve short puzzles: six ask whether marked numbers have a given sum, six ask you to mark
        numbers that have it. Nothing is stored and nothing is sent: when you leave the page, your
        answers are gone.
      </p>
      <p>
        <label>
          <input
            type="checkbox"
            checked={isTimed.value}
            onChange={(event) => (isTimed.value = event.currentTarget.checked)}
          />{' '}
          Time me. Timed or not, you can pause and skip any puzzle.
        </label>
      </p>
      <button type="submit">Start</button>
    </form>
  )
}

interface TurnProps {
  readonly item: PuzzleItem
  readonly round: Signal<Round>
}

function Turn({ item, round }: TurnProps) {
  const isPaused = useSignal(false)
  const { outcomes, items, isTimed } = round.value
  const pause = (): void => {
    isPaused.value = !isPaused.value
    round.value = isPaused.value ? stopped(round.value) : started(round.value)
  }
  const end = (answer: PuzzleAnswer | undefined): void => {
    round.value = answered(round.value, item, answer)
  }
  return (
    <div>
      <p class="note">
        Puzzle {outcomes.length + 1} of {items.length}
      </p>
      {isPaused.value && <p>Paused. The numbers are hidden, and no time is taken.</p>}
      <div hidden={isPaused.value}>
        {item.kind === 'check' ? (
          <CheckQuestion item={item} answer={end} />
        ) : (
          <FindQuestion item={item} answer={end} />
        )}
      </div>
      <div class="buttons">
        <button type="button" onClick={() => end(undefined)}>
          Skip
        </button>
        {isTimed && (
          <button type="button" onClick={pause}>
            {isPaused.value ? 'Go on' : 'Pause'}
          </button>
        )}
      </div>
    </div>
  )
}

function stopped(round: Round): Round {
  const { since, spent } = round
  if (since === undefined) return round
  return { ...round, since: undefined, spent: spent + performance.now() - since }
}

function started(round: Round): Round {
  return round.isTimed ? { ...round, since: performance.now() } : round
}

function answered(round: Round, item: PuzzleItem, answer: PuzzleAnswer | undefined): Round {
  const { spent, outcomes, isTimed } = stopped(round)
  const result = answer === undefined ? 'skipped' : judge(item, answer) ? 'right' : 'wrong'
  const outcome = { item, result, milliseconds: isTimed ? spent : null } as const
  return started({ ...round, spent: 0, outcomes: [...outcomes, outcome] })
}
