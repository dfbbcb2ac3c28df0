import { defineExperiment } from '../contract.ts'
import { type JudgeOrDoerResult, run } from './model.ts'
import { report } from './report.ts'
import { type JudgeOrDoerSettings, presets, settings } from './settings.ts'

export default defineExperiment<JudgeOrDoerSettings, JudgeOrDoerResult>({
  id: 'judge-or-doer',
  version: 1,
  settings,
  presets,
  run,
  report,
})
