import { useSignal } from '@preact/signals'
import { useMemo } from 'preact/hooks'
import {
  clauseState,
  clauseText,
  literalText,
  stepperDefaults,
  traceOf,
  type ClauseState,
  type Trace,
  type TraceStep,
} from '../../../experiments/checking-and-finding/stepper.ts'

const firstSeed = 20261124

const stateWords: Readonly<Record<ClauseState, string>> = {
  satisfied: 'holds',
  open: 'open',
  forcing: 'forces its last literal',
  violated: 'fails',
}

/** Pages through the search on one small formula. */
export function StepperPanel() {
  const seed = useSignal(firstSeed)
  const at = useSignal(0)
  const trace = useMemo(() => traceOf(stepperDefaults, seed.value), [seed.value])
  const last = trace.steps.length - 1
  const go = (to: number): void => {
    at.value = Math.min(last, Math.max(0, to))
  }
  const step = trace.steps[at.value] as TraceStep
  const onKeyDown = (event: KeyboardEvent): void => {
    const to = { ArrowRight: at.value + 1, ArrowLeft: at.value - 1, Home: 0, End: last }[event.key]
    if (to === undefined) return
    event.preventDefault()
    go(to)
  }
  return (
    <div role="group" aria-label="A search, step by step" onKeyDown={onKeyDown}>
      <p class="note">
        A formula of {trace.variables} variables: every clause below has to hold. The arrow keys,
        Home and End work as well as the buttons.
      </p>
      <div class="buttons">
        <Move text="Back" disabled={at.value === 0} act={() => go(at.value - 1)} />
        <Move text="Next" disabled={at.value === last} act={() => go(at.value + 1)} />
        <Move text="To the start" disabled={at.value === 0} act={() => go(0)} />
        <Move text="To the end" disabled={at.value === last} act={() => go(last)} />
        <Move
          text="Another formula"
          act={() => {
            seed.value = (seed.value + 1) >>> 0
            at.value = 0
          }}
        />
      </div>
      <p role="status" class="step">
        Step {at.value + 1} of {last + 1}. {step.sentence}
      </p>
      <Values step={step} />
      <Clauses trace={trace} step={step} />
    </div>
  )
}

interface MoveProps {
  readonly text: string
  readonly disabled?: boolean
  act(): void
}

function Move({ text, disabled = false, act }: MoveProps) {
  return (
    <button type="button" aria-disabled={disabled} onClick={() => disabled || act()}>
      {text}
    </button>
  )
}

function Values({ step: { assigned, open, nodes } }: { readonly step: TraceStep }) {
  const words = assigned.map((literal) =>
    open.includes(literal) ? `${literalText(literal)} (tried)` : literalText(literal),
  )
  return (
    <p>
      True now: {words.length === 0 ? 'nothing' : words.join(', ')}. Nodes of the search entered:{' '}
      {nodes}.
    </p>
  )
}

function Clauses({ trace, step }: { readonly trace: Trace; readonly step: TraceStep }) {
  return (
    <ol class="clauses">
      {trace.clauses.map((clause, i) => {
        const state = clauseState(clause, step.assigned)
        return (
          <li
            key={i}
            class={`clause-${state}`}
            aria-current={step.clause === i ? 'step' : undefined}
          >
            {clauseText(clause)} <small>{stateWords[state]}</small>
          </li>
        )
      })}
    </ol>
  )
}
