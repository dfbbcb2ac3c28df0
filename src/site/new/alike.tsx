/** @jsxImportSource #view */
import { Button } from './button.tsx'
import type { AlikeNode } from './protocol.ts'
import type { Store } from './store.ts'
import { KindWord, NodeName } from './target.tsx'

const words: Readonly<Record<AlikeNode['like'], string>> = {
  same: 'This seems to be said already:',
  opposite: 'This is said the other way round:',
  related: 'Near to it:',
}

/** The statements that are like the one being written, and what to do with them. */
export function Alike({ store }: { readonly store: Store }) {
  const { checked, form } = store
  const alike = (checked?.alike ?? []).filter(({ id }) => id !== form.target)
  return (
    <div class="alike" role="status">
      {alike.map((node) => (
        <div key={node.id} class={node.like}>
          <p class="note">
            {words[node.like]} <KindWord node={node} /> <NodeName store={store} node={node} />
          </p>
          <p class="note said">{node.statement}</p>
          {node.like !== 'related' && form.own === undefined && !node.isWithdrawn && (
            <p class="buttons">
              <Button act={() => take(store, node, node.like === 'same' ? 'evidence' : 'rebuts')}>
                {node.like === 'same' ? 'Support it instead' : 'Challenge it instead'}
              </Button>
            </p>
          )}
        </div>
      ))}
    </div>
  )
}

// What was written stays: it may be a reason for, or against, what is there.
function take(store: Store, node: AlikeNode, doing: 'evidence' | 'rebuts'): void {
  store.change({ doing: doing === 'evidence' ? 'supports' : 'rebuts' })
  store.choose(node.id)
}
