import { defineExperiment } from '../contract.ts'
import { run, type AggregationResult } from './model.ts'
import { report } from './report.ts'
import { presets, table, type AggregationSettings } from './settings.ts'

export default defineExperiment<AggregationSettings, AggregationResult>({
  id: 'aggregation',
  version: 1,
  settings: table,
  presets,
  run,
  report,
})
