/** @jsxImportSource #view */
import type { Child } from '../stance/jsx-runtime.ts'

interface FieldProps {
  /** What the label says; `name` is also the id of the control. */
  readonly name: string
  readonly label: string
  readonly value: string
  readonly change: (value: string) => void
  /** Said below the label. */
  readonly note?: Child
  /** How many characters there may be. */
  readonly most?: number
  /** What is said instead of how many characters are left. */
  readonly count?: string
  readonly rows?: number
  /** What stands in an empty field: what is taken if nothing is typed. */
  readonly placeholder?: string
}

/** A labelled text, of several lines where it has rows. */
export function Field(props: FieldProps) {
  const { name, label, value, change, note, rows, placeholder } = props
  const given = {
    id: `new-${name}`,
    value,
    'aria-describedby': `new-${name}-note`,
    autocomplete: 'off',
    placeholder,
    onInput: ({ currentTarget }: { currentTarget: { value: string } }) =>
      change(currentTarget.value),
  }
  return (
    <div class="field">
      <label for={given.id}>{label}</label>
      <p class="note" id={given['aria-describedby']}>
        {note} <span class="count">{countOf(props)}</span>
      </p>
      {rows === undefined ? (
        <input type="text" {...given} />
      ) : (
        <textarea rows={rows} {...given} />
      )}
    </div>
  )
}

function countOf({ value, most, count }: FieldProps): string {
  if (count !== undefined || most === undefined) return count ?? ''
  const left = most - value.length
  return left >= 0 ? `${left} characters left` : `${-left} characters too many`
}
