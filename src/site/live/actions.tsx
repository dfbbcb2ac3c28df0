import { useSignal, type Signal } from '@preact/signals'
import type { Copied } from './take-away.ts'
import { cancelRun, run, showPublished, type LiveState } from './state.ts'

interface ActionsProps {
  readonly state: LiveState
  /** Brings the reader to what is shown. */
  toReport(): void
}

/** Buttons to run and to take away, how far the run is, and where the model's source is. */
export function Actions({ state, toReport }: ActionsProps) {
  const { data, isBusy, fraction, phase, status, shown } = state
  return (
    <>
      <div class="buttons">
        <Button text="Run" main disabled={isBusy.value} act={() => void run(state)} />
        <Button text="Cancel" disabled={!isBusy.value} act={() => cancelRun(state)} />
        <Button text="Show the figures" disabled={shown.value === undefined} act={toReport} />
        <Button
          text="Back to the published result"
          disabled={phase.value === 'idle'}
          act={() => showPublished(state)}
        />
      </div>
      <div class="progress">
        <progress max={1} value={fraction.value} aria-label="How much of the run is done" />
        <p role="status">{status}</p>
      </div>
      <TakeAway state={state} />
      {data.source !== null && (
        <p class="note">
          <a href={data.source} rel="external noopener">
            The source of the model
          </a>
        </p>
      )}
    </>
  )
}

function TakeAway({ state }: { readonly state: LiveState }) {
  const copied = useSignal<Copied | undefined>(undefined)
  const finished = state.shown.value?.finished
  const take = (act: (away: typeof import('./take-away.ts')) => unknown): void => {
    import('./take-away.ts').then(act).catch(() => {
      state.status.value = 'This could not be loaded. Please try again.'
    })
  }
  return (
    <>
      <div class="buttons">
        <Button text="Copy link" act={() => take((away) => away.copyLink(state, copied))} />
        <Button
          text="Copy Node command"
          act={() => take((away) => away.copyCommand(state, copied))}
        />
        {(['json', 'csv'] as const).map((type) => (
          <Button
            key={type}
            text={`Download ${type.toUpperCase()}`}
            disabled={finished === undefined}
            act={() => take((away) => finished && away.download(state.data.id, finished, type))}
          />
        ))}
      </div>
      <CopiedWords copied={copied} />
    </>
  )
}

interface ButtonProps {
  readonly text: string
  readonly main?: boolean
  readonly disabled?: boolean
  act(): void
}

// A button that cannot be used now keeps the focus: `disabled` would lose it.
function Button({ text, main, disabled = false, act }: ButtonProps) {
  return (
    <button
      type={main ? 'submit' : 'button'}
      aria-disabled={disabled}
      onClick={main ? undefined : () => disabled || act()}
    >
      {text}
    </button>
  )
}

function CopiedWords({ copied: { value } }: { readonly copied: Signal<Copied | undefined> }) {
  return (
    <div class="copied" role="status">
      {value !== undefined &&
        (value.text === undefined ? (
          <p>The {value.what} is on the clipboard.</p>
        ) : (
          <label>
            The clipboard was refused. The {value.what} to copy:
            <input
              readOnly
              value={value.text}
              ref={(input) => input?.select()}
              onFocus={(event) => event.currentTarget.select()}
            />
          </label>
        ))}
    </div>
  )
}
