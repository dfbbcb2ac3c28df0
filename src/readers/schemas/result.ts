import { z } from 'zod'
import { presetNames, verdictLabels } from '../../core/experiment-result.ts'
import { Id, text } from './common.ts'

const number = z.number({ error: 'a number' })
const whole = z.int({ error: 'a whole number' }).min(0, { error: 'a whole number from 0 up' })
const words = text('a sentence', 2000)

export const Measure = z.strictObject(
  {
    label: text('what is measured', 300),
    value: number,
    halfWidth: number.optional(),
    low: number.optional(),
    high: number.optional(),
    unit: text('a unit', 40).optional(),
  },
  { error: 'a measure with `label` and `value`' },
)

const Label = z.enum(verdictLabels, {
  error: `one of ${verdictLabels.map((label) => `\`${label}\``).join(', ')}`,
})
const Verdict = z.strictObject(
  { label: Label, measures: z.array(text('the name of a measure', 80)), because: words },
  { error: 'a verdict with `label`, `measures` and `because`' },
)
const Data = z.record(z.string(), z.unknown(), { error: 'an object' })

const preset = {
  settings: z.record(z.string(), z.union([number, z.string(), z.boolean()], { error: 'a number, a text or a truth value' }), {
    error: 'the settings',
  }),
  digest: z
    .string({ error: 'a digest' })
    .regex(/^[0-9a-f]{64}$/, { error: 'a digest of 64 hexadecimal digits' }),
  sentence: words,
  verdict: Verdict,
}
const Preset = z.strictObject({
  ...preset,
  measures: z.record(z.string(), Measure, { error: 'the measures by name' }),
  result: Data.optional(),
}, { error: 'a run' })

const CheckFields = z.strictObject({
  id: Id,
  statement: words,
  source: text('a source', 500),
  cases: z.array(
    z.strictObject({
      label: text('what is compared', 300),
      expected: number,
      ours: number,
      tolerance: number,
    }),
    { error: 'a list of comparisons' },
  ),
})

/** The published result of an experiment; every field that is not named here is a measure. */
export const ResultFields = z
  .object({
    experiment: Id,
    version: whole,
    seed: whole,
    ...preset,
    result: Data,
    presets: z.partialRecord(z.enum(presetNames), Preset, { error: 'runs by the name of a preset' }),
    otherSeeds: z.array(z.strictObject({ seed: whole, label: Label }), { error: 'a list of verdicts' }),
    checks: z.array(CheckFields, { error: 'a list of known answers' }),
  })
  .catchall(Measure)
