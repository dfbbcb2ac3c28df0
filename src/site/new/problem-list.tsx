/** @jsxImportSource #view */
import type { Problem } from '../../core/problem.ts'
import { Button } from './button.tsx'
import { counted } from '../stance/words.ts'
import { isBlank } from './form.ts'
import type { Store } from './store.ts'

/** What the checker says of the draft, each with a way to its place. */
export function ProblemList({ store }: { readonly store: Store }) {
  const { checked, form } = store
  if (checked === undefined || isBlank(form)) {
    return (
      <p class="note" role="status">
        As soon as you write, the checker says here what is missing.
      </p>
    )
  }
  const { problems, isTaken } = checked
  return (
    <>
      <p role="status" class="summary">
        {summary(problems, isTaken)}
      </p>
      <ul class="problems">
        {isTaken && (
          <li key="taken" class="severity-error">
            <strong>Id taken.</strong> Another file has this id. Ids are for ever: choose one that
            says what is particular to yours.{' '}
            <Button act={() => goTo('new-id')} plain>
              Go to the id
            </Button>
          </li>
        )}
        {problems.map((problem, i) => (
          <Item key={`${problem.code}${i}`} store={store} problem={problem} />
        ))}
      </ul>
    </>
  )
}

function summary(problems: readonly Problem[], isTaken: boolean): string {
  const errors = problems.filter(({ severity }) => severity === 'error').length + (isTaken ? 1 : 0)
  const others = problems.length + (isTaken ? 1 : 0) - errors
  if (errors + others === 0) return 'Nothing to mend: it can be proposed as it is.'
  const parts = [
    ...(errors > 0 ? [`${counted(errors, 'problem')} to mend`] : []),
    ...(others > 0 ? [`${counted(others, 'remark')} to consider`] : []),
  ]
  return `${parts.join(', ')}.`
}

function Item({ store, problem }: { readonly store: Store; readonly problem: Problem }) {
  const { code, severity, message, hint, place } = problem
  const { line } = place.start
  return (
    <li class={`severity-${severity}`}>
      <Button act={() => goToLine(place.start, place.end)} plain>{`Line ${line}`}</Button>
      {': '}
      <Coded text={`${message}. ${hint ?? ''} `} />
      <a href={`${store.place.root}problems/${code}/`} target="_blank" rel="noopener">
        {code}
      </a>
    </li>
  )
}

/** A text whose parts in backticks are code. */
function Coded({ text }: { readonly text: string }) {
  return text.split('`').map((part, i) => (i % 2 === 0 ? part : <code>{part}</code>))
}

function goTo(id: string): void {
  document.getElementById(id)?.focus()
}

/** Puts the cursor of the file's text on a place, and the place into sight. */
function goToLine(start: Problem['place']['start'], end: Problem['place']['end']): void {
  const area = document.getElementById('new-file') as HTMLTextAreaElement | null
  if (area === null) return
  const lines = area.value.split('\n')
  const offset = ({ line, column }: typeof start) =>
    lines.slice(0, line - 1).reduce((sum, text) => sum + text.length + 1, 0) + column - 1
  area.focus()
  area.setSelectionRange(offset(start), Math.max(offset(end), offset(start)))
  area.scrollTop = (area.scrollHeight / lines.length) * Math.max(0, start.line - 4)
}
