/** @jsxImportSource #view */
import { isId } from '../../core/id.ts'
import { Button } from './button.tsx'
import { Alike } from './alike.tsx'
import { doings, meanings } from './doings.ts'
import { Field } from './fields.tsx'
import { FileView } from './file-view.tsx'
import { countWords, idOf, suggestedId } from './form.ts'
import { ProblemList } from './problem-list.tsx'
import { Sources } from './sources.tsx'
import type { Store } from './store.ts'
import { Target } from './target.tsx'

/** The whole composer: the form, and beside it the file and what is said of it. */
export function Composer({ store }: { readonly store: Store }) {
  return (
    <div class="composer">
      <h2 tabIndex={-1}>Compose it here</h2>
      <p class="note">
        Nothing is sent. Your draft is kept in this browser until you discard it.
      </p>
      <Notices store={store} />
      <div class="beside">
        <div class="form">
          {store.form.own === undefined ? (
            <>
              <Doing store={store} />
              <Target store={store} />
              <Words store={store} />
            </>
          ) : (
            <>
              <p>You are editing the file itself. The form is left as it was.</p>
              <Alike store={store} />
            </>
          )}
        </div>
        <div class="outcome">
          <h3>What the checker says</h3>
          <ProblemList store={store} />
          <FileView store={store} />
        </div>
      </div>
    </div>
  )
}

function Notices({ store }: { readonly store: Store }) {
  const { failure, notices, offer } = store
  return (
    <div class="notices" role="status">
      {failure !== '' && <p>{failure}</p>}
      {notices.map((notice) => (
        <p key={notice}>{notice}</p>
      ))}
      {offer !== undefined && (
        <>
          <p>{`This is the draft you left here. The link you followed asks for another: “${meanings[offer.doing].act}”, of ${offer.target}.`}</p>
          <p class="buttons">
            <Button act={() => store.discard()}>Discard this one and begin that</Button>
            <Button act={() => store.keepDraft()}>Keep to this one</Button>
          </p>
        </>
      )}
    </div>
  )
}

function Doing({ store }: { readonly store: Store }) {
  const { form } = store
  return (
    <fieldset class="doings">
      <legend>What do you want to do?</legend>
      {doings.map((doing) => (
        <label key={doing} class="choice">
          <input
            type="radio"
            name="new-doing"
            checked={form.doing === doing}
            onChange={() => store.change({ doing })}
          />
          <span>{meanings[doing].act}</span>
        </label>
      ))}
      <p class="note">{meanings[form.doing].about}</p>
    </fieldset>
  )
}

function Words({ store }: { readonly store: Store }) {
  const { form } = store
  const isQuestion = form.doing === 'question'
  const words = countWords(form.body)
  const id = idOf(form)
  return (
    <>
      <Field
        name="title"
        label="Title"
        note="A label, as diagrams show it."
        most={60}
        value={form.title}
        change={(title) => store.change({ title })}
      />
      <Field
        name="statement"
        label={isQuestion ? 'Question' : 'Statement'}
        note={isQuestion ? 'One question.' : 'One sentence that can be true or false. Two claims are two nodes.'}
        most={240}
        rows={3}
        value={form.statement}
        change={(statement) => store.change({ statement })}
      />
      <Alike store={store} />
      {form.target !== '' && (
        <Field
          name="because"
          label="Because"
          note="Why it bears on that, in one sentence that repeats neither."
          rows={2}
          value={form.because}
          change={(because) => store.change({ because })}
        />
      )}
      <Field
        name="id"
        label="Id"
        note={
          <>
            Its address, for ever: three to six words that say it.
            {id !== '' && !isId(id) && (
              <span class="fault"> Use small letters, digits and hyphens, and begin with a letter.</span>
            )}
          </>
        }
        placeholder={suggestedId(form.title)}
        value={form.id}
        change={(typed) => store.change({ id: typed.trim() })}
      />
      <Sources store={store} />
      <Field
        name="body"
        label="Text"
        note="What is claimed, why it bears on its target, how strong the evidence is, and what it does not show. Markdown."
        count={`${words} words of 60 to 250`}
        rows={12}
        value={form.body}
        change={(body) => store.change({ body })}
      />
    </>
  )
}
