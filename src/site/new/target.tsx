/** @jsxImportSource #view */
import { kindWords } from '../words.ts'
import { Button } from './button.tsx'
import { meanings } from './doings.ts'
import type { Looked, Offered } from './protocol.ts'
import { fits, targetOf, type Store } from './store.ts'

/** What the draft bears on: to be found by its words, then shown, with the choice of a step. */
export function Target({ store }: { readonly store: Store }) {
  const target = targetOf(store)
  const { form } = store
  return (
    <section class="target" aria-labelledby="new-target-head">
      <h3 id="new-target-head">{form.doing === 'undercuts' ? 'Of which step?' : 'Of which statement?'}</h3>
      {target?.node !== undefined ? (
        <Chosen store={store} target={target} />
      ) : (
        <>
          {target !== undefined && <Unknown store={store} target={target} />}
          <Finder store={store} />
        </>
      )}
    </section>
  )
}

/** The name of a node, to its page in another tab, so that nothing typed is lost. */
export function NodeName({ store, node }: { readonly store: Store; readonly node: Offered }) {
  return (
    <a href={`${store.place.root}c/${node.id}/`} target="_blank" rel="noopener">
      {node.title}
    </a>
  )
}

/** The word for the kind of a node. */
export function KindWord({ node }: { readonly node: Offered }) {
  return <span class={`kind kind-${node.kind}`}>{kindWords[node.kind]}</span>
}

interface ChosenProps {
  readonly store: Store
  readonly target: Looked & { readonly node: Offered }
}

function Chosen({ store, target: { node, ends } }: ChosenProps) {
  const { form } = store
  return (
    <div class="chosen">
      <p class="meta">
        <KindWord node={node} />
      </p>
      <p class="name">
        <NodeName store={store} node={node} />
      </p>
      <p>{node.statement}</p>
      {!fits(form, node) && (
        <p class="note fault">
          {`“${meanings[form.doing].act}” does not fit ${kindWords[node.kind].toLowerCase()}: choose another act or statement.`}
        </p>
      )}
      {form.doing === 'undercuts' && <StepEnd store={store} ends={ends} />}
      <Button act={() => store.choose('')} plain>
        Choose another
      </Button>
    </div>
  )
}

function StepEnd({ store, ends }: { readonly store: Store; readonly ends: readonly Offered[] }) {
  if (ends.length === 0) return <p class="note fault">No step starts here: it supports and rebuts nothing.</p>
  return (
    <fieldset>
      <legend>The step from it to</legend>
      {ends.map((node) => (
        <label key={node.id} class="choice">
          <input
            type="radio"
            name="new-end"
            checked={store.form.end === node.id}
            onChange={() => store.change({ end: node.id })}
          />
          <span>{node.title}</span>
        </label>
      ))}
    </fieldset>
  )
}

function Unknown({ store, target }: { readonly store: Store; readonly target: Looked }) {
  const near = 'nearest' in target ? target.nearest : undefined
  return (
    <p class="note fault" role="status">
      {`The map has no node “${target.id}”. `}
      {near !== undefined && (
        <Button act={() => store.choose(near)} plain>{`Take ${near} instead`}</Button>
      )}
    </p>
  )
}

function Finder({ store }: { readonly store: Store }) {
  const { query, found } = store
  return (
    <>
      <div class="field">
        <label for="new-find">Find it by a part of its sentence</label>
        <input
          id="new-find"
          type="search"
          autocomplete="off"
          value={query}
          onInput={({ currentTarget }) => store.find(currentTarget.value)}
        />
      </div>
      <p class="note" role="status">
        {found === undefined ? '' : found.length === 0 ? 'No statement has these words.' : `${found.length} found, the best first.`}
      </p>
      <ul class="found">
        {(found ?? []).map((node) => (
          <li key={node.id}>
            <button type="button" onClick={() => store.choose(node.id)}>
              <KindWord node={node} /> <strong>{node.title}</strong>
              <span class="said">{node.statement}</span>
            </button>
          </li>
        ))}
      </ul>
    </>
  )
}
