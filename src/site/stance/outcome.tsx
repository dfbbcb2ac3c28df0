/** @jsxImportSource #view */
import { LabelWord, Scale, StrengthWords } from './bits.tsx'
import type { Standing } from './protocol.ts'
import type { Store } from './store.ts'

/** How one node stands in the map, in the reader's view, and in another where there is one. */
export function Outcome({ store, node }: { readonly store: Store; readonly node: number }) {
  const { base, result, other } = store
  const rows: readonly (readonly [string, Standing | undefined])[] = [
    ['In the map', base],
    [store.own ? 'In the view of the link' : 'In your view', result?.standing],
    ...(other ? ([['In the other view', other.told?.standing]] as const) : []),
  ]
  return (
    <dl class="outcome">
      {rows.map(([name, standing]) => (
        <div key={name}>
          <dt>{name}</dt>
          {standing && (
            <dd>
              <Scale standing={standing} node={node} from={base?.strength[node]} />
              <span>
                <StrengthWords standing={standing} node={node} />{' '}
                <LabelWord code={standing.label[node]} />
              </span>
            </dd>
          )}
        </div>
      ))}
    </dl>
  )
}
