/** @jsxImportSource #view */
import { Button } from './button.tsx'
import type { Store } from './store.ts'

/** The sources that the draft rests on, chosen among those there are. */
export function Sources({ store }: { readonly store: Store }) {
  const { form, content } = store
  const chosen = new Set(form.sources.map(({ id }) => id))
  const titles = new Map(content?.sources.map(({ id, title }) => [id, title]))
  return (
    <fieldset>
      <legend>Sources</legend>
      <p class="note">
        {'What it rests on. Evidence needs one. A source that is not in the list is a file of its own in '}
        <code>content/sources/</code>.
      </p>
      <ul class="chosen-sources">
        {form.sources.map(({ id, at }) => (
          <li key={id}>
            <span>{titles.get(id) ?? id}</span>
            <label>
              <span>Page or section</span>
              <input
                type="text"
                value={at}
                onInput={({ currentTarget }) =>
                  store.change({
                    sources: form.sources.map((each) =>
                      each.id === id ? { id, at: currentTarget.value } : each,
                    ),
                  })
                }
              />
            </label>
            <Button
              act={() => store.change({ sources: form.sources.filter((each) => each.id !== id) })}
              plain
            >
              {`Take away ${id}`}
            </Button>
          </li>
        ))}
      </ul>
      <div class="field adds">
        <label for="new-source">A source of the map</label>
        <select id="new-source">
          {(content?.sources ?? [])
            .filter(({ id }) => !chosen.has(id))
            .map(({ id, title }) => (
              <option key={id} value={id}>
                {title}
              </option>
            ))}
        </select>
        <Button act={() => add(store)}>Add</Button>
      </div>
    </fieldset>
  )
}

function add(store: Store): void {
  const select = document.getElementById('new-source') as HTMLSelectElement
  if (select.value === '') return
  store.change({ sources: [...store.form.sources, { id: select.value, at: '' }] })
}
