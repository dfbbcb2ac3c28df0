import { defineExperiment } from '../contract.ts'
import { type PessimismResult, run } from './model.ts'
import { report } from './report.ts'
import { type PessimismSettings, presets, settings } from './settings.ts'

export default defineExperiment<PessimismSettings, PessimismResult>({
  id: 'pessimism',
  version: 1,
  settings,
  presets,
  run,
  report,
})
