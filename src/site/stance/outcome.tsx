/** @jsxImportSource #view */
import { absent } from '../../analysis/labels/grounded.ts'
import { LabelWord, Scale, StrengthWords } from './bits.tsx'
import type { Standing } from './protocol.ts'
import type { Store } from './store.ts'

/** How one node stands in the map, in the reader's view, and in another where there is one. */
export function Outcome({ store, node }: { readonly store: Store; readonly node: number }) {
  const { base, result, other } = store
  const rows: readonly (readonly [string, Standing | undefined])[] = [
    ['In the map', base],
    [`In ${store.viewName}`, result?.standing],
    ...(other ? ([[`In ${other.name}`, other.told?.standing]] as const) : []),
  ]
  return (
    <dl class="outcome">
      {rows.map(([name, standing]) => (
        <div key={name}>
          <dt>{name}</dt>
          {standing && (
            <dd>
              {standing.label[node] !== absent && (
                <Scale standing={standing} node={node} from={base?.strength[node]} />
              )}
              <span>
                {standing.label[node] !== absent && <StrengthWords standing={standing} node={node} />}{' '}
                <LabelWord code={standing.label[node]} />
              </span>
            </dd>
          )}
        </div>
      ))}
    </dl>
  )
}
