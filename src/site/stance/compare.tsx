/** @jsxImportSource #view */
import { Button } from './bits.tsx'
import type { Store } from './store.ts'

/** Another reader's link to hold against the view that is shown. */
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
        <div class="notices" role="status">
          {store.otherNotices.map((notice) => (
            <p key={notice}>{notice}</p>
          ))}
        </div>
        <div class="buttons">
          <button type="submit">Compare</button>
          {store.other && <Button act={() => store.endComparison()}>End the comparison</Button>}
        </div>
      </form>
    </section>
  )
}
