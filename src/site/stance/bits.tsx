/** @jsxImportSource #view */
import type { Child } from './jsx-runtime.ts'
import { absent } from '../../analysis/labels/grounded.ts'
import { kindWords, labelWords } from '../words.ts'
import type { Standing } from './protocol.ts'
import type { Store } from './store.ts'
import { labelOf, strengthWords } from './words.ts'

const kinds = { c: 'claim', e: 'evidence', o: 'counterargument' } as const

/** The kind of a node, as everywhere on the site. */
export function Kind({ store: { data }, node }: { readonly store: Store; readonly node: number }) {
  const kind = kinds[data.kinds[node] as keyof typeof kinds]
  return <span class={`kind kind-${kind}`}>{kindWords[kind]}</span>
}

/** The title of a node, leading to its page. */
export function Title({ store, node }: { readonly store: Store; readonly node: number }) {
  const { data, place } = store
  return <a href={`${place.root}c/${data.nodes[node]}/`}>{data.titles[node]}</a>
}

/** The label of a node in a view. */
export function LabelWord({ code }: { readonly code: number | undefined }) {
  if (code === absent) return <span class="label label-none">Left out</span>
  const label = labelOf(code)
  return <span class={`label label-${label}`}>{labelWords[label]}</span>
}

interface ScaleProps {
  readonly standing: Standing
  readonly node: number
  /** Another strength to mark, as a hollow ring. */
  readonly from?: number | undefined
}

const wide = 200

/** A strength on a line from 0 to 1, with its band. It says nothing that is not said in words too. */
export function Scale({ standing, node, from }: ScaleProps) {
  const at = (value: number | undefined) => 4 + (value ?? 0) * (wide - 8)
  const [low, high] = [at(standing.lowest[node]), at(standing.highest[node])]
  const has = (value: number | undefined) => value !== undefined && !Number.isNaN(value)
  return (
    <svg class="scale" viewBox={`0 0 ${wide} 16`} aria-hidden="true">
      <path class="scale-line" d={`M4 8H${wide - 4}M${wide / 2} 3V13M4 5V11M${wide - 4} 5V11`} />
      {has(low) && <rect class="scale-band" x={low} y="5" width={Math.max(0, high - low)} height="6" />}
      {has(from) && <circle class="scale-from" cx={at(from)} cy="8" r="3.2" />}
      {has(standing.strength[node]) && (
        <circle class="scale-point" cx={at(standing.strength[node])} cy="8" r="3.6" />
      )}
    </svg>
  )
}

/** A strength and its band in words. */
export function StrengthWords({ standing, node }: ScaleProps) {
  const { strength, lowest, highest, without } = standing
  const low = lowest[node] as number
  const high = highest[node] as number
  const crosses = low < 0.5 - 1e-9 && high > 0.5 + 1e-9
  const formulas = without[node] === 0 ? 'four formulas' : 'the formulas that give a number'
  return (
    <>
      <strong class="figure">{strengthWords(strength[node])}</strong>
      {Number.isNaN(strength[node]) && ', as statements that bear on one another leave it open'}
      {high - low >= 0.005 && (
        <span class="band-words">
          , {strengthWords(low)} to {strengthWords(high)} over {formulas}
          {crosses && '; it depends on the formula'}
        </span>
      )}
    </>
  )
}

interface ButtonProps {
  readonly act: () => void
  readonly pressed?: boolean
  readonly off?: boolean
  /** Whether it looks like a link. */
  readonly plain?: boolean
  readonly children: Child
}

/** A button. One that cannot be used now keeps the focus: `disabled` would lose it. */
export function Button({ act, pressed, off = false, plain = false, children }: ButtonProps) {
  return (
    <button
      type="button"
      class={plain ? 'link' : undefined}
      aria-pressed={pressed}
      aria-disabled={off || undefined}
      onClick={() => off || act()}
    >
      {children}
    </button>
  )
}
