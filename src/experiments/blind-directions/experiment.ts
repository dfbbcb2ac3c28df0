import { defineExperiment } from '../contract.ts'
import { type BlindDirectionsResult, run } from './model.ts'
import { report } from './report.ts'
import { type BlindDirectionsSettings, presets, settings } from './settings.ts'

export default defineExperiment<BlindDirectionsSettings, BlindDirectionsResult>({
  id: 'blind-directions',
  version: 1,
  settings,
  presets,
  run,
  report,
})
