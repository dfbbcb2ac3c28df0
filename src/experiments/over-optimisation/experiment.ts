import { defineExperiment } from '../contract.ts'
import { type OverOptimisationResult, run } from './model.ts'
import { report } from './report.ts'
import { type OverOptimisationSettings, presets, settings } from './settings.ts'

export default defineExperiment<OverOptimisationSettings, OverOptimisationResult>({
  id: 'over-optimisation',
  version: 1,
  settings,
  presets,
  run,
  report,
})
