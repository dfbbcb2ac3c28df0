/** @jsxImportSource #view */
import { Button, Kind } from './bits.tsx'
import type { Store } from './store.ts'

const mostFound = 8

/** A box to find any statement by its words, and to answer it or ask about it. */
export function FindStatement({ store }: { readonly store: Store }) {
  const { data, query } = store
  const found = query.trim().length < 2 ? [] : findNodes(store)
  return (
    <section>
      <h2>Another statement</h2>
      <label class="find">
        <span>Find a statement by its words</span>
        <input
          type="search"
          value={query}
          onInput={({ currentTarget }) => {
            store.query = currentTarget.value
            store.draw()
          }}
        />
      </label>
      <p class="note" role="status">
        {query.trim().length < 2 ? '' : found.length === 0 ? 'No statement has these words.' : ''}
      </p>
      <ul class="found">
        {found.map((node) => (
          <li key={node}>
            <Kind store={store} node={node} /> {data.titles[node]}
            <span class="buttons">
              <Button act={() => store.answer(node)}>Answer it</Button>
              <Button act={() => store.askAbout(node)}>Ask about it</Button>
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}

function findNodes({ data, query }: Store): readonly number[] {
  const words = query.toLowerCase().split(/\s+/).filter(Boolean)
  const found: number[] = []
  for (let node = 0; node < data.nodes.length && found.length < mostFound; node++) {
    const text = `${data.nodes[node]} ${data.titles[node]} ${data.statements[node]}`.toLowerCase()
    if (words.every((word) => text.includes(word))) found.push(node)
  }
  return found
}
