import { defineExperiment } from '../contract.ts'
import { run, type Result } from './model.ts'
import { report } from './report.ts'
import { presets, settings, type JudgingAndSteering } from './settings.ts'

export default defineExperiment<JudgingAndSteering, Result>({
  id: 'judging-and-steering',
  version: 1,
  settings,
  presets,
  run,
  report,
})
