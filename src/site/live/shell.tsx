import { effect } from '@preact/signals'
import { render } from 'preact'
import { Actions } from './actions.tsx'
import { Controls } from './controls.tsx'
import type { LiveData } from './live-data.ts'
import { Panel } from './panels/panel.tsx'
import { createState, restore, run, type LiveState } from './state.ts'

const states = new Map<Element, LiveState>()

/**
 * Puts the controls of an experiment in their place, once, and takes settings from the page's
 * fragment where that names the experiment. `byHand` moves the focus to the controls.
 */
export function openShell(section: HTMLElement, byHand: boolean): void {
  const known = states.get(section)
  if (known !== undefined) {
    restore(known, location.hash)
    return
  }
  const mount = section.querySelector('[data-live]') as HTMLElement
  const words = section.querySelector('[data-settings]')?.textContent ?? ''
  const state = createState(JSON.parse(words) as LiveData)
  states.set(section, state)
  const restored = restore(state, location.hash)
  mount.replaceChildren()
  const place = section.querySelector('[data-report]') as HTMLElement
  place.tabIndex = -1
  render(<Shell state={state} place={place} />, mount)
  replaceReport(state, place)
  if (byHand) mount.querySelector('h3')?.focus()
  else if (restored) mount.scrollIntoView()
}

interface ShellProps {
  readonly state: LiveState
  /** Where the report is. */
  readonly place: HTMLElement
}

function Shell({ state, place }: ShellProps) {
  const { id } = state.data
  const toReport = (): void => {
    place.focus({ preventScroll: true })
    place.scrollIntoView()
  }
  const onSubmit = (event: Event): void => {
    event.preventDefault()
    void run(state)
    for (const part of [import('./outcome.tsx'), import('./draw-for-page.ts')]) part.catch(() => {})
  }
  return (
    <>
      <form class="live" noValidate onSubmit={onSubmit} aria-labelledby={`${id}-live`}>
        <h3 id={`${id}-live`} tabIndex={-1}>
          Change the assumptions
        </h3>
        <Notices state={state} />
        <Controls state={state} />
        <Actions state={state} toReport={toReport} />
      </form>
      <Panel id={id} />
    </>
  )
}

function Notices({ state: { notices } }: { readonly state: LiveState }) {
  if (notices.value.length === 0) return null
  return (
    <div class="notices" role="status">
      <p>The link was read with these changes:</p>
      <ul>
        {notices.value.map((notice) => (
          <li key={notice}>{notice}</li>
        ))}
      </ul>
    </div>
  )
}

/** Puts live reports in the place of the published one, and that back when none is shown. */
function replaceReport(state: LiveState, place: HTMLElement): void {
  const published = [...place.childNodes]
  const live = document.createElement('div')
  effect(() => {
    // The figure of a run that is on is smaller; the controls below stay where they are.
    place.style.minHeight = state.isBusy.value ? `${place.offsetHeight}px` : ''
  })
  effect(() => {
    const isLive = state.shown.value !== undefined || state.failure.value !== undefined
    if (isLive === live.isConnected) return
    place.replaceChildren(...(isLive ? [live] : published))
    if (isLive && live.firstChild === null) void fill(live, state)
  })
}

async function fill(live: HTMLElement, state: LiveState): Promise<void> {
  try {
    const { Outcome } = await import('./outcome.tsx')
    render(<Outcome state={state} />, live)
  } catch {
    live.textContent = 'The part of the page that shows results could not be loaded.'
  }
}
