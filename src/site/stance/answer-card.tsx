/** @jsxImportSource #view */
import { rebuts, supports } from '../../analysis/compact.ts'
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

let start: View | undefined

function Credence({ store, node }: CardProps) {
  const { data, view } = store
  const id = data.nodes[node] as string
  const given = view.credences.get(id)
  const isOff = view.off.has(id)
  const value = Math.round(100 * (given ?? (data.base[node] as number)))
  const asInMap = given === undefined
  const set = (input: HTMLInputElement) => withCredence(view, id, input.valueAsNumber / 100)
  return (
    <label class="credence">
      <span>Leaving the rest of the map aside, how credible is it?</span>
      <input
        type="range"
        min="0"
        max="100"
        value={value}
        data-given={!asInMap}
        aria-valuetext={
          isOff ? 'left out' : `${value} of 100${asInMap ? ', where the map starts' : ''}`
        }
        onInput={({ currentTarget }) => {
          start ??= view
          store.preview(set(currentTarget))
        }}
        onChange={({ currentTarget }) => {
          store.commit(set(currentTarget), start)
          start = undefined
        }}
      />
      {/* The value text of the slider says the same; read aloud, this would be a flood. */}
      <output aria-hidden="true">
        {isOff ? 'left out' : asInMap ? `${value}, as in the map` : value}
      </output>
    </label>
  )
}

function Moves({ store, node }: CardProps) {
  const crux = store.cruxes?.cruxes.find((each) => each.node === node)
  const now = store.result?.standing.strength[store.topic]
  if (crux === undefined || !(crux.swing >= 0.005)) return null
  const { lowest, highest } = crux
  return (
    <p class="note moves">
      <ResponseCurve curve={crux.curve} now={now} /> What you ask about is at {strengthWords(now)}. Your answer to this alone could put it anywhere
      from {strengthWords(lowest)} to {strengthWords(highest)}.
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
