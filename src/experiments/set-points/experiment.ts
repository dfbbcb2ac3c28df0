import { defineExperiment } from '../contract.ts'
import { run, type SetPointResult } from './model.ts'
import { report } from './report.ts'
import { presets, type SetPointSettings, settings } from './settings.ts'

export default defineExperiment<SetPointSettings, SetPointResult>({
  id: 'set-points',
  version: 1,
  settings,
  presets,
  run,
  report,
})
