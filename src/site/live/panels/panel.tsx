import { useSignal } from '@preact/signals'
import type { ComponentType } from 'preact'

interface Entry {
  readonly title: string
  load(): Promise<ComponentType>
}

const panels: Readonly<Record<string, Entry>> = {
  'checking-and-finding': {
    title: 'Step through one search',
    load: async () => (await import('./stepper-panel.tsx')).StepperPanel,
  },
  'judging-and-steering': {
    title: 'Try it yourself: twelve puzzles',
    load: async () => (await import('./puzzle-panel.tsx')).PuzzlePanel,
  },
}

/** What some experiments have for the reader to do by hand, loaded when it is opened. */
export function Panel({ id }: { readonly id: string }) {
  const entry = Object.hasOwn(panels, id) ? panels[id] : undefined
  const loaded = useSignal<ComponentType | 'failed' | undefined>(undefined)
  if (entry === undefined) return null
  const open = async (isOpen: boolean): Promise<void> => {
    if (!isOpen || typeof loaded.value === 'function') return
    try {
      loaded.value = await entry.load()
    } catch {
      loaded.value = 'failed'
    }
  }
  const Body = loaded.value
  return (
    <details class="panel" onToggle={(event) => void open(event.currentTarget.open)}>
      <summary>{entry.title}</summary>
      {Body === 'failed' ? <p>This could not be loaded.</p> : Body && <Body />}
    </details>
  )
}
