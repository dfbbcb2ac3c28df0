/** @jsxImportSource #view */
import { Button, Title } from './bits.tsx'
import { Outcome } from './outcome.tsx'
import type { Store } from './store.ts'

/** The topic: what it says and how it stands. */
export function Topic({ store }: { readonly store: Store }) {
  const { data, topic, position, result } = store
  const others = data.topics
    .map((id) => store.index.nodeNumber(id) as number)
    .filter((node) => node !== topic)
  return (
    <section aria-labelledby="view-topic">
      <p class="eyebrow">What you ask about</p>
      <h2 id="view-topic" tabIndex={-1}>
        <Title store={store} node={topic} />
      </h2>
      <p class="statement">{data.statements[topic]}</p>
      <Outcome store={store} node={topic} />
      {position !== undefined && position.number === result?.number && (
        <p class="note">{position.words}</p>
      )}
      {others.length > 0 && (
        <p class="note">
          Ask about{' '}
          {others.map((node, i) => (
            <>
              {i > 0 && ' or '}
              <Button plain act={() => store.askAbout(node)}>
                {data.titles[node]}
              </Button>
            </>
          ))}{' '}
          instead, or about any statement that you find below.
        </p>
      )}
    </section>
  )
}
