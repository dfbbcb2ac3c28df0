import { computed, signal, type ReadonlySignal, type Signal } from '@preact/signals'
import type { PresetName, Report, Settings, SettingValue } from '../../experiments/contract.ts'
import type { Hearer } from './client.ts'
import { readFragment } from './fragment.ts'
import type { Finished, Outcome, Progress } from './job.ts'
import { presetOf, type Choice, type LiveData } from './live-data.ts'

/** Where a run is. */
export type Phase = 'idle' | 'waiting' | 'running' | 'finished' | 'cancelled' | 'failed'

/** A report on the page, what it is of, and how it ended, if it has. */
export interface Shown {
  readonly report: Report
  readonly choice: Choice
  readonly finished?: Finished
}

/** All that an experiment's controls show and do. */
export interface LiveState {
  readonly data: LiveData
  readonly settings: Signal<Settings>
  readonly seed: Signal<number>
  /** The preset that the settings were last taken from. */
  readonly preset: Signal<PresetName>
  readonly notices: Signal<readonly string[]>
  readonly phase: Signal<Phase>
  readonly isBusy: ReadonlySignal<boolean>
  readonly fraction: Signal<number>
  /** What the status line says, renewed at most once a second while a run is on. */
  readonly status: Signal<string>
  /** What stands in the place of the published report; undefined where that stands. */
  readonly shown: Signal<Shown | undefined>
  /** A sentence on what went wrong. */
  readonly failure: Signal<string | undefined>
}

/** Controls at the settings of the run that the page shows. */
export function createState(data: LiveData): LiveState {
  const preset = data.preset ?? 'published'
  const phase = signal<Phase>('idle')
  return {
    data,
    settings: signal(data.presets[preset]),
    seed: signal(data.seed),
    preset: signal<PresetName>(preset),
    notices: signal<readonly string[]>([]),
    phase,
    isBusy: computed(() => phase.value === 'waiting' || phase.value === 'running'),
    fraction: signal(0),
    status: signal(''),
    shown: signal<Shown | undefined>(undefined),
    failure: signal<string | undefined>(undefined),
  }
}

interface Attempt {
  cancel(): void
}
const attempts = new WeakMap<LiveState, Attempt>()

/** Changes one setting; a run that is on ends, for it is of other settings. */
export function changeSetting(state: LiveState, name: string, value: SettingValue): void {
  if (state.settings.value[name] === value) return
  cancelRun(state, 'The run was stopped: a setting has changed.')
  state.settings.value = { ...state.settings.value, [name]: value }
}

/** Changes the seed; a run that is on ends. */
export function changeSeed(state: LiveState, seed: number): void {
  if (state.seed.value === seed) return
  cancelRun(state, 'The run was stopped: the seed has changed.')
  state.seed.value = seed
}

/** Takes all settings from a preset; a run that is on ends. */
export function choosePreset(state: LiveState, preset: PresetName): void {
  const { presets } = state.data
  if (presetOf({ presets }, state.settings.value) !== preset) {
    cancelRun(state, 'The run was stopped: the settings have changed.')
  }
  state.preset.value = preset
  state.settings.value = presets[preset]
}

/** Takes settings and seed from a fragment; false where it is of something else. */
export function restore(state: LiveState, fragment: string): boolean {
  const restored = readFragment(fragment, state.data)
  if (restored === undefined) return false
  choosePreset(state, restored.preset)
  for (const [name, value] of Object.entries(restored.settings)) changeSetting(state, name, value)
  changeSeed(state, restored.seed)
  state.notices.value = restored.notices
  return true
}

/** Runs the model as it is set, unless a run is on. */
export async function run(state: LiveState): Promise<void> {
  if (state.isBusy.value) return
  const choice = { settings: state.settings.value, seed: state.seed.value }
  const attempt: Attempt = { cancel() {} }
  attempts.set(state, attempt)
  state.failure.value = undefined
  state.fraction.value = 0
  state.phase.value = 'waiting'
  state.status.value = 'Waiting to start.'
  const outcome = await outcomeOf(state, attempt, choice)
  if (attempts.get(state) === attempt) end(state, choice, outcome)
}

async function outcomeOf(state: LiveState, attempt: Attempt, choice: Choice): Promise<Outcome> {
  try {
    const { startJob } = await import('./client.ts')
    if (attempts.get(state) !== attempt) return { kind: 'cancelled' }
    const job = startJob({ experiment: state.data.id, ...choice }, hearer(state, choice))
    attempt.cancel = job.cancel
    return await job.outcome
  } catch {
    return { kind: 'failed', message: 'The part that computes could not be loaded.' }
  }
}

/** Ends the run that is on; what it showed last stays. */
export function cancelRun(state: LiveState, words = 'The run was cancelled.'): void {
  const attempt = attempts.get(state)
  if (attempt === undefined) return
  attempts.delete(state)
  attempt.cancel()
  state.phase.value = 'cancelled'
  state.status.value = words
}

/** Shows the published report again. */
export function showPublished(state: LiveState): void {
  cancelRun(state)
  state.shown.value = undefined
  state.failure.value = undefined
  state.phase.value = 'idle'
  state.status.value = 'The published result is shown.'
}

function hearer(state: LiveState, choice: Choice): Hearer {
  const started = performance.now()
  let lastWords = Number.NEGATIVE_INFINITY
  return {
    onWait() {
      state.status.value = 'Waiting for the other run.'
    },
    onStart() {
      if (state.phase.value !== 'waiting') return
      state.phase.value = 'running'
      state.status.value = 'Running.'
    },
    onProgress({ fraction, report }: Progress) {
      state.fraction.value = fraction
      if (report !== undefined) state.shown.value = { report, choice }
      if (performance.now() - lastWords < 1000 || performance.now() - started < 500) return
      lastWords = performance.now()
      state.status.value = `Running: ${Math.floor(fraction * 100)} % done.`
    },
  }
}

function end(state: LiveState, choice: Choice, outcome: Outcome): void {
  attempts.delete(state)
  state.phase.value = outcome.kind
  if (outcome.kind === 'finished') {
    state.fraction.value = 1
    state.shown.value = { report: outcome.report, choice, finished: outcome }
    state.status.value = `Finished. ${outcome.report.sentence}`
  }
  if (outcome.kind === 'failed') {
    state.shown.value = undefined
    state.status.value = ''
    state.failure.value = `The run ended in an error: ${outcome.message}`
  }
}
