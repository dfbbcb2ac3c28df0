import { useSignal } from '@preact/signals'
import type { CheckItem, FindItem } from '../../../experiments/judging-and-steering/puzzle.ts'

interface CheckProps {
  readonly item: CheckItem
  answer(isRight: boolean): void
}

/** Asks whether the marked numbers have the target as their sum. */
export function CheckQuestion({ item: { numbers, marked, target }, answer }: CheckProps) {
  return (
    <>
      <Question text={`Do the marked numbers sum to ${target}?`} />
      <ul class="numbers">
        {numbers.map((number, i) => (
          <li key={number}>
            {marked.includes(i) ? (
              <strong>
                {number}
                <span class="sr-only"> (marked)</span>
              </strong>
            ) : (
              number
            )}
          </li>
        ))}
      </ul>
      <div class="buttons answers">
        <button type="button" onClick={() => answer(true)}>
          Yes
        </button>
        <button type="button" onClick={() => answer(false)}>
          No
        </button>
      </div>
    </>
  )
}

interface FindProps {
  readonly item: FindItem
  answer(positions: readonly number[]): void
}

/** Asks for numbers that have the target as their sum. */
export function FindQuestion({ item: { numbers, target }, answer }: FindProps) {
  const marked = useSignal<readonly number[]>([])
  const toggle = (position: number): void => {
    marked.value = marked.value.includes(position)
      ? marked.value.filter((each) => each !== position)
      : [...marked.value, position]
  }
  return (
    <>
      <Question text={`Mark numbers that sum to ${target}.`} />
      <div class="numbers" role="group" aria-label="Numbers">
        {numbers.map((number, i) => (
          <button
            key={number}
            type="button"
            aria-pressed={marked.value.includes(i)}
            onClick={() => toggle(i)}
          >
            {number}
          </button>
        ))}
      </div>
      <div class="buttons answers">
        <button type="button" onClick={() => answer(marked.value)}>
          Answer
        </button>
      </div>
    </>
  )
}

// Takes the focus, which the buttons of the puzzle before have lost.
function Question({ text }: { readonly text: string }) {
  return (
    <p class="question" tabIndex={-1} ref={(element) => element?.focus()} key={text}>
      {text}
    </p>
  )
}
