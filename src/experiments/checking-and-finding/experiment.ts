import { defineExperiment } from '../contract.ts'
import { type CheckingResult, run } from './model.ts'
import { report } from './report.ts'
import { type CheckingSettings, presets, settings } from './settings.ts'

export default defineExperiment<CheckingSettings, CheckingResult>({
  id: 'checking-and-finding',
  version: 1,
  settings,
  presets,
  run,
  report,
})
