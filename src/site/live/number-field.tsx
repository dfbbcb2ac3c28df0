import { useSignal } from '@preact/signals'
import type { NumberSetting, SettingValue } from '../../experiments/contract.ts'
import { clampNumber } from '../../experiments/read-settings.ts'

interface NumberProps {
  readonly id: string
  readonly value: SettingValue
  readonly describedBy: string
  readonly setting: NumberSetting
  change(value: number): void
}

const sliderSteps = 200

/** A slider and a box for one number; a slider of ratios where the setting says so. */
export function NumberField({ id, value, describedBy, setting, change }: NumberProps) {
  const { min, max, step, log, unit, label } = setting
  const number = value as number
  const corrected = useSignal('')
  const slide = log
    ? {
        min: 0,
        max: sliderSteps,
        step: 1,
        value: (Math.log(number / min) / Math.log(max / min)) * sliderSteps,
      }
    : { min, max, step, value: number }
  const typed = (input: HTMLInputElement): void => {
    const given = input.valueAsNumber
    const next = Number.isNaN(given) ? number : clampNumber(given, setting)
    corrected.value = next === given ? '' : `${next} is used: ${min} to ${max} in steps of ${step}.`
    input.value = String(next)
    change(next)
  }
  return (
    <>
      <input
        type="range"
        {...slide}
        aria-label={`${label}, slider`}
        aria-valuetext={`${number}${unit === undefined ? '' : ` ${unit}`}`}
        aria-describedby={describedBy}
        onInput={({ currentTarget: { valueAsNumber } }) => {
          corrected.value = ''
          const at = log ? min * (max / min) ** (valueAsNumber / sliderSteps) : valueAsNumber
          change(clampNumber(at, setting))
        }}
      />
      <input
        type="number"
        id={id}
        {...{ min, max, step }}
        value={number}
        aria-describedby={describedBy}
        onChange={(event) => typed(event.currentTarget)}
      />
      {unit !== undefined && <span>{unit}</span>}
      <output for={id}>{corrected}</output>
    </>
  )
}
