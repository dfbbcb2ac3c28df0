/** @jsxImportSource #view */
import { readsAlike, type Change, type Changes } from '../../analysis/stance/changes.ts'
import { mostWays } from '../../analysis/stance/ways.ts'
import { LabelWord, Title } from './bits.tsx'
import type { Store } from './store.ts'
import { counted, strengthWords } from './words.ts'

interface ChangedProps {
  readonly store: Store
  readonly changes: Changes | undefined
  readonly heading: string
  /** Said where nothing changed. */
  readonly none: string
}

/** What stands otherwise, by how much, and by way of what. */
export function Changed({ store, changes, heading, none }: ChangedProps) {
  const count = (changes?.changes.length ?? 0) + (changes?.more ?? 0)
  return (
    <details open={store.isWide}>
      <summary>
        {heading}
        {count > 0 && ` (${count})`}
      </summary>
      {changes?.changes.length ? (
        <ul class="changed">
          {changes.changes.map((change) => (
            <Row
              key={change.node}
              store={store}
              change={change}
              answer={answerWords(store, changes)}
            />
          ))}
        </ul>
      ) : (
        <p>{none}</p>
      )}
      {changes && changes.more > 0 && (
        <p class="note">{counted(changes.more, 'more statement')} moved by less.</p>
      )}
    </details>
  )
}

interface RowProps {
  readonly store: Store
  readonly change: Change
  /** What the reader's answer is called: there, "your answer". */
  readonly answer: string
}

function Row({ store, change, answer }: RowProps) {
  const { node, strength, label, ways } = change
  return (
    <li>
      <Title store={store} node={node} />{' '}
      <span class="figure">
        {!readsAlike(strength) && `${strengthWords(strength.before)} → `}
        {strengthWords(strength.after)}
      </span>
      {label.before !== label.after && (
        <>
          {' '}
          <LabelWord code={label.before} /> → <LabelWord code={label.after} />
        </>
      )}
      {ways.length > 0 && <p class="note">{waysWords(store, ways, answer)}</p>}
    </li>
  )
}

/** Between two views either may have the answer that the other lacks. */
function answerWords({ isVisiting, other }: Store, changes: Changes): string {
  if (changes === other?.told?.changes) return 'another answer'
  return isVisiting ? 'the answer' : 'your answer'
}

/** Which answers it comes from, and through what they reach the node. */
function waysWords({ index }: Store, ways: Change['ways'], answer: string): string {
  const name = (id: string) => {
    const ends = id.split('>').map((end) => `“${index.titleOf(end)}”`)
    return ends.length === 1 ? (ends[0] as string) : `the step from ${ends.join(' to ')}`
  }
  const reasons = ways.map(([answered = '', ...rest]) => {
    if (rest.length === 0) return `${answer} on it`
    const between = rest.slice(0, -1).map(name).join(' and ')
    return `${answer} on ${name(answered)}${between && `, by way of ${between}`}`
  })
  const lead = ways.length < mostWays ? 'Because of' : 'Because of, among others,'
  return `${lead} ${reasons.join('; and of ')}.`
}
