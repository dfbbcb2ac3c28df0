/** @jsxImportSource #view */
import { readView } from '../../analysis/stance/view-fragment.ts'
import { Button } from './bits.tsx'
import type { Store } from './store.ts'

const notView = 'That is no link to a view: it would hold “#v=1” and answers.'

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
          compare(store, (field as HTMLInputElement).value)
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
          {store.other && <Button act={() => store.holdBeside(undefined)}>End the comparison</Button>}
        </div>
      </form>
    </section>
  )
}

function compare(store: Store, text: string): void {
  const read = readView(text, store.index)
  const other = read && { view: read.view, name: 'the other view' }
  store.holdBeside(other, read?.notices ?? [notView])
}
