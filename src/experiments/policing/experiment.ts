import { defineExperiment } from '../contract.ts'
import { run, type PolicingResult } from './model.ts'
import { report } from './report.ts'
import { presets, table, type PolicingSettings } from './settings.ts'

export default defineExperiment<PolicingSettings, PolicingResult>({
  id: 'policing',
  version: 1,
  settings: table,
  presets,
  run,
  report,
})
