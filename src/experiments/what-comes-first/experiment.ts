import { defineExperiment } from '../contract.ts'
import { run, type Result } from './model.ts'
import { report } from './report.ts'
import { presets, settings, type WhatComesFirst } from './settings.ts'

export default defineExperiment<WhatComesFirst, Result>({
  id: 'what-comes-first',
  version: 1,
  settings,
  presets,
  run,
  report,
})
