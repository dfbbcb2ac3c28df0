import { nearest } from '../../core/id.ts'
import { problem } from '../../core/problem.ts'
import type { Rule } from '../rule.ts'
import { experimentsOf } from '../rests-on.ts'

/** Evidence that rests on a preset of which no run is published. */
export const unknownPreset: Rule = function* (kb) {
  for (const { ref, result, measures } of experimentsOf(kb)) {
    if (measures !== undefined) continue
    const { id, preset, presetPlace } = ref
    const known = ['published', ...Object.keys(result.presets)]
    yield problem('unknown-preset', presetPlace, { id, preset, nearest: nearest(preset, known) })
  }
}
