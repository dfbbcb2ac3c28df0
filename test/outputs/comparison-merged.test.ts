import { describe, expect, it } from 'vitest'
import { compare } from '../../src/analysis/compare/compare.ts'
import { assemble } from '../../src/graph/assemble.ts'
import { readComparison, toComparisonJson } from '../../src/outputs/comparison-json.ts'
import { toComparisonMarkdown } from '../../src/outputs/comparison-markdown.ts'
import { mapFile, nodeFile } from '../scripts/folder.ts'

const withdrawn = { on: '2026-01-31', reason: 'It says what another node says.' }

function contentWith(moves: object) {
  const files = {
    'content/light/index.md': mapFile,
    'content/light/wave.md': nodeFile(),
    'content/light/field.md': nodeFile({ title: 'Light is a field', statement: 'Light is a field.' }),
    'content/light/moves.md': nodeFile({ title: 'It moves', statement: 'Light moves in waves.', ...moves }),
  }
  return assemble(Object.entries(files).map(([path, text]) => ({ path, text })))
}

/** What is posted of a change, after it went through the artifact. */
function posted(before: object, after: object) {
  const comparison = compare(contentWith(before), contentWith(after))
  expect(readComparison(toComparisonJson(comparison))).toEqual({ value: comparison })
  return { comparison, text: toComparisonMarkdown(comparison, { base: 'https://example.org' }) }
}

describe('the comparison of a change that merges a node', () => {
  it('says into which', () => {
    const after = { withdrawn: { ...withdrawn, 'merged-into': 'wave', see: ['field'] } }
    const { comparison, text } = posted({}, after)
    expect(comparison.withdrawn).toEqual([
      { id: 'moves', reason: withdrawn.reason, see: ['field'], mergedInto: 'wave' },
    ])
    expect(comparison.changed).toEqual([])
    expect(text).toContain(
      '- [It moves](https://example.org/c/moves/), merged into ' +
        '[Light is a wave](https://example.org/c/wave/): It says what another node says. ' +
        'See [Light is a field](https://example.org/c/field/)',
    )
  })

  it('lists a withdrawal that says something else as a change, with what was taken back', () => {
    const before = { withdrawn: { ...withdrawn, 'merged-into': 'wave' } }
    const { comparison } = posted(before, { withdrawn })
    expect(comparison.changed).toEqual([{ id: 'moves', fields: ['withdrawn'] }])
    expect(comparison.withdrawn).toEqual([])
    expect(comparison.problemsNew.map(({ code }) => code)).toEqual(['lost-successor'])
  })
})
