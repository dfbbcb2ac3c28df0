/** @jsxImportSource #view */
import { AnswerCard } from './answer-card.tsx'
import { Changed } from './changed.tsx'
import { FindStatement } from './find-statement.tsx'
import { Topic } from './topic.tsx'
import type { Store } from './store.ts'
import { Compare } from './compare.tsx'
import { Notices, Toolbar } from './toolbar.tsx'
import { changeWords } from './words.ts'

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
            heading="From the other view to yours"
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
  const { data, asked, cruxes, topic } = store
  return (
    <section aria-labelledby="view-questions">
      <h2 id="view-questions">Your cruxes</h2>
      <p>
        Of all statements these would move “{data.titles[topic]}” most, as you see things now. Say
        what you think of them, in any order, or of none.
      </p>
      {asked.map((node) => (
        <AnswerCard key={node} store={store} node={node} />
      ))}
      {cruxes?.cruxes.length === 0 && <p>Nothing in the map bears on it, so nothing can move it.</p>}
      <Pairs store={store} />
      <div class="buttons">
        <button type="button" onClick={() => store.askNext()}>
          Ask me what matters most now
        </button>
      </div>
    </section>
  )
}

function Pairs({ store }: { readonly store: Store }) {
  const { cruxes, data } = store
  return (
    <>
      {cruxes?.pairs.slice(0, 2).map(({ nodes: [first, second], a, b, both }) => (
        <p key={`${first} ${second}`} class="note">
          “{data.titles[first]}” and “{data.titles[second]}” hang together: leaving out the first
          changes the strength by {changeWords(-a)}, leaving out the second by {changeWords(-b)}, and
          leaving out both by {changeWords(-both)}.
        </p>
      ))}
    </>
  )
}
