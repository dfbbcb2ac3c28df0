/** @jsxImportSource #view */
import { Button } from './bits.tsx'
import type { Store } from './store.ts'

/** Another reader's link to hold one's own view against. */
export function Compare({ store }: { readonly store: Store }) {
  return (
    <section>
      <h2>Another reader’s view</h2>
      <form
        class="find"
        onSubmit={(event) => {
          event.preventDefault()
          const field = event.currentTarget.elements.namedItem('link')
          store.compare((field as HTMLInputElement).value)
        }}
      >
        <label>
          <span>Paste a link to a view</span>
          <input name="link" type="text" autocomplete="off" />
        </label>
        <div class="buttons">
          <button type="submit">Compare</button>
          {store.other && <Button act={() => store.endComparison()}>End the comparison</Button>}
        </div>
      </form>
    </section>
  )
}
