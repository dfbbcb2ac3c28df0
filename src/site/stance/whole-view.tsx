/** @jsxImportSource #view */
import { AnswerCard } from './answer-card.tsx'
import { Changed } from './changed.tsx'
import { FindStatement } from './find-statement.tsx'
import { Topic } from './topic.tsx'
import type { Store } from './store.ts'
import { Compare } from './compare.tsx'
import { Notices, Toolbar } from './toolbar.tsx'
import { changeWords, strengthWords } from './words.ts'

/** The page of a reader's own view: what the answers come to, and the questions. */
export function WholeView({ store }: { readonly store: Store }) {
  const { result, other, status } = store
  return (
    <div class="beside">
      <div class="comes-to">
        <Topic store={store} />
        <Toolbar store={store} />
        <p class="sr-only" role="status">
          {status}
        </p>
        <Changed
          store={store}
          changes={result?.changes}
          heading="What it changes, and why"
          none="Nothing yet: this is the map as it is."
        />
        {other && (
          <Changed
            store={store}
            changes={other.told?.changes}
            heading={`From ${other.name} to ${store.viewName}`}
            none="Nothing: both come to the same."
          />
        )}
      </div>
      <div>
        <Notices store={store} />
        <Questions store={store} />
        <FindStatement store={store} />
        <Compare store={store} />
      </div>
    </div>
  )
}

function Questions({ store }: { readonly store: Store }) {
  const { data, asked, cruxes, topic, result } = store
  const title = data.titles[topic]
  const hasNumber = !Number.isNaN(result?.standing.strength[topic])
  return (
    <section aria-labelledby="view-questions">
      <h2 id="view-questions">{store.isVisiting ? 'The cruxes of this view' : 'Your cruxes'}</h2>
      <p>
        {hasNumber
          ? `The statements that would move “${title}” most are asked about first. Say what you think of them, in any order, or of none; what you have answered stays in the list.`
          : `“${title}” has no number in this view, so nothing can be said to move it.`}
      </p>
      {asked.map((node) => (
        <AnswerCard key={node} store={store} node={node} />
      ))}
      {cruxes?.isTooLong && <p>The cruxes would take too long to find here.</p>}
      {hasNumber && !cruxes?.isTooLong && cruxes?.cruxes.length === 0 && (
        <p>Nothing in the map bears on it, so nothing else can move it.</p>
      )}
      <Pairs store={store} />
      <div class="buttons">
        <button type="button" onClick={() => store.askNext()}>
          Ask me what matters most now
        </button>
      </div>
      <NowLine store={store} />
    </section>
  )
}

/** What the answers come to, in a line that stays in sight where there is no room beside them. */
function NowLine({ store: { data, topic, base, result } }: { readonly store: Store }) {
  return (
    <p class="now-line" aria-hidden="true">
      <span>{data.titles[topic]}</span>
      <span class="figure">
        {strengthWords(base?.strength[topic])} → {strengthWords(result?.standing.strength[topic])}
      </span>
    </p>
  )
}

function Pairs({ store }: { readonly store: Store }) {
  const { cruxes, data } = store
  return (
    <>
      {cruxes?.pairs.slice(0, 2).map(({ nodes: [first, second], a, b, both }) => (
        <p key={`${first} ${second}`} class="note">
          “{data.titles[first]}” and “{data.titles[second]}” hang together: leaving out the first
          changes the strength by {changeWords(-a)}, leaving out the second by {changeWords(-b)}, but
          leaving out both by {changeWords(-both)} and not by {changeWords(-a - b)}.
        </p>
      ))}
    </>
  )
}
