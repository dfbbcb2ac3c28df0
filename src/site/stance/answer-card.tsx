/** @jsxImportSource #view */
import { rebuts, supports, unsaid } from '../../analysis/compact.ts'
import { edgeName } from '../../analysis/stance/view-data.ts'
import { withCredence, withMuted, withOff, type View } from '../../analysis/stance/view.ts'
import { Button, Kind, Title } from './bits.tsx'
import { ResponseCurve } from './response-curve.tsx'
import type { Store } from './store.ts'
import { strengthWords } from './words.ts'

interface CardProps {
  readonly store: Store
  readonly node: number
  /** Whether the card stands on the page of its own node, which says the rest. */
  readonly brief?: boolean
}

/** One statement and what the reader answers: a credence, to leave it out, to mute its steps. */
export function AnswerCard({ store, node, brief = false }: CardProps) {
  const { data, view } = store
  const id = data.nodes[node] as string
  const isOff = view.off.has(id)
  return (
    <fieldset class="answer" aria-label={brief ? 'Your answer' : undefined}>
      {!brief && (
        <>
          <legend>
            <Kind store={store} node={node} /> <Title store={store} node={node} />
          </legend>
          <p class="because">{data.statements[node]}</p>
        </>
      )}
      <Credence store={store} node={node} />
      <Moves key="moves" store={store} node={node} />
      <p key="acts" class="acts">
        <Button plain act={() => store.commit(withOff(view, id, !isOff))}>
          {isOff ? 'Take it in again' : 'Leave it out'}
        </Button>
        {store.isAnswered(node) && (
          <Button key="back" plain act={() => store.takeBack(node)}>
            As in the map
          </Button>
        )}
        {node !== store.topic && !brief && (
          <Button plain act={() => store.askAbout(node)}>
            What does it turn on?
          </Button>
        )}
      </p>
      <Steps key="steps" store={store} node={node} />
    </fieldset>
  )
}

let before: View | undefined

function Credence({ store, node }: CardProps) {
  const { data, view } = store
  const id = data.nodes[node] as string
  const base = data.base[node] as number
  const given = view.credences.get(id)
  const value = Math.round(100 * (given ?? base))
  const start = base === unsaid ? 'where every statement starts' : 'as an editor has it'
  const isOff = view.off.has(id)
  const origin = isOff ? 'left out' : given === undefined ? start : 'as you answered'
  const set = (input: HTMLInputElement) => withCredence(view, id, input.valueAsNumber / 100)
  return (
    <label class="credence">
      <span>Leaving the rest of the map aside, how credible is it?</span>
      <input
        type="range"
        min="0"
        max="100"
        value={value}
        data-given={given !== undefined}
        aria-valuetext={isOff ? origin : `${value} of 100, ${origin}`}
        onInput={({ currentTarget }) => {
          before ??= view
          store.preview(set(currentTarget))
        }}
        onChange={({ currentTarget }) => {
          store.commitSoon(set(currentTarget), before ?? view)
          before = undefined
        }}
      />
      {/* The value text of the slider says the same; read aloud, this would be a flood. */}
      <output aria-hidden="true">{isOff ? '' : value}</output>
      <span class="origin" aria-hidden="true">
        {origin}
      </span>
    </label>
  )
}

function Moves({ store, node }: CardProps) {
  const crux = store.cruxes?.cruxes.find((each) => each.node === node)
  const now = store.result?.standing.strength[store.topic]
  if (crux === undefined || !(crux.swing >= 0.005)) return null
  const { curve, monotone, flip } = crux
  const base = store.view.credences.get(store.data.nodes[node] as string) ?? store.data.base[node]
  const tips = Math.round(100 * ((base as number) + (flip ?? Number.NaN)))
  return (
    <p class="note moves">
      <ResponseCurve curve={curve} now={now} />
      <span>
        What you ask about is at {strengthWords(now)}: {strengthWords(curve.strength[0])} if this were
        not at all credible, {strengthWords(curve.strength.at(-1))} if it were entirely
        {!monotone && ', though not steadily'}.
        {flip !== undefined && flip !== 0 && ` It would cross the middle at about ${tips}.`}
      </span>
    </p>
  )
}

const verbs = { [supports]: 'supports', [rebuts]: 'rebuts' } as Readonly<Record<number, string>>

function Steps({ store, node }: CardProps) {
  const { data, view } = store
  const steps = [...data.from.keys()].filter((edge) => data.from[edge] === node)
  if (steps.length === 0) return null
  return (
    <details>
      <summary>Grant it, but doubt that it bears on …</summary>
      <ul class="steps">
        {steps.map((edge) => {
          const name = edgeName(data, edge)
          const verb = verbs[data.kind[edge] as number]
          const step = data.to[edge] as number
          return (
            <li key={edge}>
              <label>
                <input
                  type="checkbox"
                  checked={!view.muted.has(name)}
                  onChange={({ currentTarget }) =>
                    store.commit(withMuted(view, name, !currentTarget.checked))
                  }
                />
                {verb === undefined
                  ? ` undercuts the step from “${data.titles[data.from[step] as number]}”`
                  : ` ${verb} “${data.titles[step]}”`}
              </label>
            </li>
          )
        })}
      </ul>
    </details>
  )
}
