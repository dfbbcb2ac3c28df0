/** @jsxImportSource #view */
import { AnswerCard } from './answer-card.tsx'
import { Title } from './bits.tsx'
import { Outcome } from './outcome.tsx'
import type { Store } from './store.ts'
import { Notices, Toolbar } from './toolbar.tsx'

/** A reader's answer on the page of one node, and what comes of it there and at the top. */
export function NodeView({ store, node }: { readonly store: Store; readonly node: number }) {
  const { place, topic, result } = store
  return (
    <>
      <Notices store={store} />
      <h2 tabIndex={-1}>{store.isVisiting ? 'The view of the link' : 'Your own view'}</h2>
      <AnswerCard store={store} node={node} brief />
      <Outcome store={store} node={node} />
      {topic !== node && (
        <>
          <p>
            And what it does to <Title store={store} node={topic} />
          </p>
          <Outcome store={store} node={topic} />
        </>
      )}
      <p class="sr-only" role="status">
        {store.status}
      </p>
      <Toolbar store={store} />
      <p class="note">
        <a href={`${place.root}stance/`}>Your view as a whole</a>: your cruxes, what changes and why,
        and other readers’ views.{' '}
        {(result?.changes.changes.length ?? 0) === 0 && 'So far it is the map as it is.'}
      </p>
    </>
  )
}
