/** @jsxImportSource #view */
import { Button } from './button.tsx'
import { fileOf } from './form.ts'
import { newFileAddress } from './new-file-address.ts'
import type { Store } from './store.ts'
import { copyFile, downloadFile } from './take-away.ts'

/** The file as it will be, to be read, edited itself, and taken away. */
export function FileView({ store }: { readonly store: Store }) {
  const { form } = store
  const file = fileOf(form)
  const isOwn = form.own !== undefined
  return (
    <>
      <div class="field">
        <label for="new-file">The file</label>
        <p class="note">
          <code>{file.path}</code>
        </p>
        <textarea
          id="new-file"
          class="file"
          rows={12}
          spellcheck={isOwn}
          readOnly={!isOwn}
          value={file.text}
          onInput={({ currentTarget }) => store.change({ own: currentTarget.value })}
        />
      </div>
      <p class="buttons">
        {isOwn ? (
          <Button act={() => store.leaveFile()}>Back to the form, without what you changed here</Button>
        ) : (
          <Button act={() => store.change({ own: file.text })}>Edit the file itself</Button>
        )}
      </p>
      <Away store={store} file={file} />
    </>
  )
}

function Away({ store, file }: { readonly store: Store; readonly file: ReturnType<typeof fileOf> }) {
  const { repository } = store.place
  const github = repository && newFileAddress(repository, file)
  return (
    <section aria-labelledby="new-away">
      <h3 id="new-away">Propose it</h3>
      <p class="buttons">
        {github && (
          <a class="act" href={github.address} target="_blank" rel="noopener">
            Open on GitHub
          </a>
        )}
        <Button act={() => void copyFile(store)}>Copy the file</Button>
        <Button act={() => downloadFile(store)}>Download it</Button>
        <Button act={() => confirmDiscard(store)}>Discard the draft</Button>
      </p>
      <p class="note">
        {github === undefined
          ? 'It belongs in the repository of this map, under the path above, as a pull request.'
          : github.isWhole
            ? 'GitHub opens with the file filled in. Press “Commit changes” there, then “Propose changes”: the rest is asked of you step by step, and nothing is published before somebody has read it.'
            : 'The text is too long for a link, so GitHub opens with the name alone: copy the file first and paste it there.'}
      </p>
      <p class="note" role="status">
        {store.said}
      </p>
    </section>
  )
}

function confirmDiscard(store: Store): void {
  if (confirm('Discard the draft? It is kept nowhere else.')) store.discard()
}
