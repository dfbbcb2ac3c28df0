import { defineExperiment } from '../contract.ts'
import { run, type ValuesForFreeResult } from './model.ts'
import { report } from './report.ts'
import { presets, settings, type ValuesForFreeSettings } from './settings.ts'

export default defineExperiment<ValuesForFreeSettings, ValuesForFreeResult>({
  id: 'values-for-free',
  version: 1,
  settings,
  presets,
  run,
  report,
})
