import {
  presetNames,
  type PresetName,
  type Setting,
  type SettingValue,
} from '../../experiments/contract.ts'
import { mostSeed, presetOf } from './live-data.ts'
import { NumberField } from './number-field.tsx'
import { changeSeed, changeSetting, choosePreset, type LiveState } from './state.ts'

const presetWords: Readonly<Record<PresetName, readonly [name: string, help: string]>> = {
  published: ['Published', 'as in the published result'],
  quick: ['Quick', 'smaller, so faster and less exact'],
  attack: ['Attack', 'the settings most hostile to the claim'],
}

/** Presets, settings and seed. */
export function Controls({ state }: { readonly state: LiveState }) {
  const { data, settings } = state
  const chosen = presetOf(data, settings.value)
  return (
    <>
      <fieldset class="presets">
        <legend>Start from</legend>
        {presetNames.map((name) => (
          <div key={name}>
            <button
              type="button"
              aria-pressed={chosen === name}
              aria-describedby={`${data.id}-preset-${name}`}
              onClick={() => choosePreset(state, name)}
            >
              {presetWords[name][0]}
            </button>
            <small id={`${data.id}-preset-${name}`}>{presetWords[name][1]}</small>
          </div>
        ))}
      </fieldset>
      {Object.entries(data.settings).map(([name, setting]) => (
        <Control key={name} state={state} name={name} setting={setting} />
      ))}
      <Seed state={state} />
    </>
  )
}

interface ControlProps {
  readonly state: LiveState
  readonly name: string
  readonly setting: Setting
}

function Control({ state, name, setting }: ControlProps) {
  const id = `${state.data.id}-${name}`
  const value = state.settings.value[name] as SettingValue
  const normal = state.data.presets[state.preset.value][name] as SettingValue
  const change = (next: SettingValue): void => changeSetting(state, name, next)
  return (
    <div class="setting">
      <label for={id}>{setting.label}</label>
      <p id={`${id}-help`}>{setting.help}</p>
      <div class="field">
        <Field {...{ id, value, setting, change }} describedBy={`${id}-help`} />
        <button
          type="button"
          class="reset"
          aria-disabled={value === normal}
          aria-label={`Reset: ${setting.label}`}
          onClick={() => change(normal)}
        >
          Reset
        </button>
      </div>
    </div>
  )
}

interface FieldProps {
  readonly id: string
  readonly value: SettingValue
  readonly setting: Setting
  readonly describedBy: string
  change(value: SettingValue): void
}

function Field({ id, value, setting, describedBy, change }: FieldProps) {
  if (setting.type === 'number')
    return <NumberField {...{ id, value, setting, describedBy, change }} />
  const common = { id, 'aria-describedby': describedBy }
  if (setting.type === 'switch') {
    return (
      <input
        type="checkbox"
        {...common}
        checked={value === true}
        onChange={(event) => change(event.currentTarget.checked)}
      />
    )
  }
  return (
    <select
      {...common}
      value={String(value)}
      onChange={(event) => change(event.currentTarget.value)}
    >
      {setting.options.map((option) => (
        <option key={option.value} value={option.value}>
          {option.label}
        </option>
      ))}
    </select>
  )
}

function Seed({ state }: { readonly state: LiveState }) {
  const id = `${state.data.id}-seed`
  const typed = (input: HTMLInputElement): void => {
    const given = Math.min(mostSeed, Math.max(0, Math.round(input.valueAsNumber)))
    changeSeed(state, Number.isNaN(given) ? state.seed.value : given)
    input.value = String(state.seed.value)
  }
  return (
    <div class="setting">
      <label for={id}>Seed</label>
      <p id={`${id}-help`}>
        Where chance starts. The same seed gives the same result to the last digit; another seed
        shows what was luck.
      </p>
      <div class="field">
        <input
          type="number"
          id={id}
          min={0}
          max={mostSeed}
          step={1}
          value={state.seed.value}
          aria-describedby={`${id}-help`}
          onChange={(event) => typed(event.currentTarget)}
        />
        <button type="button" onClick={() => changeSeed(state, randomSeed())}>
          New seed
        </button>
        <button
          type="button"
          class="reset"
          aria-disabled={state.seed.value === state.data.seed}
          aria-label="Reset: Seed"
          onClick={() => changeSeed(state, state.data.seed)}
        >
          Reset
        </button>
      </div>
    </div>
  )
}

/** A seed that nobody chose: the one number here that cannot be had again by asking. */
function randomSeed(): number {
  return crypto.getRandomValues(new Uint32Array(1))[0] as number
}
