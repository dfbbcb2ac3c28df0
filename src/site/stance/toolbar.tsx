/** @jsxImportSource #view */
import { emptyView, sizeOf, withTopic } from '../../analysis/stance/view.ts'
import { Button } from './bits.tsx'
import { ownName, type Store } from './store.ts'
import { counted } from './words.ts'

/** What can be done with the view as a whole. */
export function Toolbar({ store }: { readonly store: Store }) {
  const { view, copied } = store
  const answers = sizeOf(view)
  const take = (what: 'copyLink' | 'copyMarkdown') => () =>
    import('./take-away.ts')
      .then((away) => away[what](store))
      .catch(() => store.fail('This could not be loaded. Please try again.'))
  return (
    <div class="toolbar">
      <div class="buttons">
        <Button off={!store.canUndo} act={() => store.undo()}>
          Undo
        </Button>
        <Button
          off={answers === 0}
          act={() => store.commit(withTopic(emptyView, view.topic))}
        >
          {`Take back all answers${answers === 0 ? '' : ` (${answers})`}`}
        </Button>
        <Button act={take('copyLink')}>Copy link</Button>
        <Button act={take('copyMarkdown')}>Copy for a forum</Button>
      </div>
      <p class="note" role="status">
        {copied?.words}
      </p>
      {copied?.text !== undefined && (
        <textarea readOnly rows={6} aria-label="To copy by hand" onFocus={(e) => e.currentTarget.select()}>
          {copied.text}
        </textarea>
      )}
    </div>
  )
}

/** Says that the view is of a link, what could not be read, and what failed. */
export function Notices({ store }: { readonly store: Store }) {
  const { own, isVisiting, notices, failure } = store
  return (
    <div class="notices" role="status">
      {failure !== '' && <p>{failure}</p>}
      {isVisiting && (
        <>
          <p>
            {'This is the view of the link you followed. '}
            {own
              ? `Your own, with ${counted(sizeOf(own), 'answer')}, is kept.`
              : 'It is not kept until you make it yours.'}
          </p>
          <div class="buttons">
            {own && <Button act={() => store.settleOwn(false)}>Go back to mine</Button>}
            {own && store.place.node === undefined && (
              <Button act={() => store.holdBeside({ view: own, name: ownName })}>
                Hold mine beside it
              </Button>
            )}
            <Button act={() => store.settleOwn(true)}>Make this one mine</Button>
          </div>
        </>
      )}
      {notices.map((notice) => (
        <p key={notice}>{notice}</p>
      ))}
    </div>
  )
}
