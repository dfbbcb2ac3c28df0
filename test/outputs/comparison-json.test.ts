import { describe, expect, it } from 'vitest'
import type { Comparison } from '../../src/analysis/compare/comparison.ts'
import { readComparison, toComparisonJson } from '../../src/outputs/comparison-json.ts'
import { lightComparison, withTexts } from './comparison.ts'
import { hostile } from './graph.ts'

const json = () => JSON.parse(toComparisonJson(lightComparison())) as Record<string, unknown>

describe('a comparison as JSON', () => {
  it('is read back as it was', async () => {
    const text = toComparisonJson(lightComparison())
    await expect(text).toMatchFileSnapshot('golden/comparison.json')
    expect(readComparison(text)).toEqual({ value: lightComparison() })
  })

  it('carries any text, and none that a workflow takes for a command', () => {
    const comparison = withTexts(lightComparison(), `${hostile}\n::error::x ##[add-path]x`.slice(0, 500))
    const text = toComparisonJson(comparison)
    expect(text).not.toMatch(/::|##\[/)
    expect(readComparison(text)).toEqual({ value: comparison })
  })

  it('is cut to what is read, and says by how much', () => {
    const comparison = withTexts(lightComparison(), '\u0001'.repeat(500))
    const many = Array.from({ length: 3000 }, () => comparison.added[0]!)
    const runs = Array.from({ length: 1000 }, () => ({ is: 'same' as const, text: '\u0001'.repeat(500) }))
    const changed = Array.from({ length: 10 }, () => ({ ...comparison.changed[0]!, statement: runs }))
    const whole: Comparison = { ...comparison, added: many, changed }
    const { value } = readComparison(toComparisonJson(whole))
    expect(value?.leftOut?.added).toBe(3000 - (value?.added.length ?? 0))
    expect(value?.leftOut?.changed).toBe(10)
    const again = readComparison(toComparisonJson(value!))
    expect(again.value).toEqual(value)
  })
})

describe('a comparison of a stranger', () => {
  it.each([
    ['', 'Unexpected text'],
    ['{', 'Unexpected text'],
    ['null', 'Unexpected value at `/`'],
    ['[]', 'Unexpected value at `/`'],
    [' '.repeat(4_000_001), 'more than 4000000 characters'],
    ['['.repeat(100_000), 'Unexpected'],
  ])('is not read from %.20j', (text, sentence) => {
    expect(readComparison(text)).toEqual({ problem: expect.stringContaining(sentence) })
  })

  const added = { id: 'blur', kind: 'claim', file: 'x', statement: 'x' }
  it.each<[string, Record<string, unknown>]>([
    ['another version', { format: 'assay-comparison-2' }],
    ['a field of nobody', { marker: 'x' }],
    ['a list that is none', { added: { length: 1e9 } }],
    ['a longer list', { added: Array.from({ length: 201 }, () => added) }],
    ['an id with mark-up', { added: [{ ...added, id: '](javascript:x)' }] }],
    ['a field in an entry', { added: [{ ...added, html: '<b>' }] }],
    ['a long text', { added: [{ ...added, statement: 'x'.repeat(501) }] }],
    ['a kind of nobody', { added: [{ ...added, kind: '<script>' }] }],
    ['a strength that is none', { moved: [{ id: 'blur', after: { label: 'in', strength: 2 } }] }],
    ['a label of nobody', { moved: [{ id: 'blur', after: { label: '@octocat' } }] }],
    ['an edge without an end', { edgesAdded: [{ id: 'blur>', kind: 'rebuts' }] }],
    ['a code with mark-up', { problemsNew: [{ code: 'a](b)', severity: 'error', file: '', line: 1, message: '' }] }],
    ['a line that is none', { problemsNew: [{ code: 'ab', severity: 'error', file: '', line: 0.5, message: '' }] }],
    ['a title of no node', { titles: { '@octocat': 'x' } }],
    ['a drawing that is too large', { drawing: { nodes: [], edges: [], leftOut: -1 } }],
    ['a count of no list', { leftOut: { nothing: 1 } }],
  ])('is not read with %s', (_, other) => {
    expect(readComparison(JSON.stringify(json()))).toHaveProperty('value')
    const { value, problem } = readComparison(JSON.stringify({ ...json(), ...other }))
    expect(value).toBeUndefined()
    expect(problem).toMatch(/^Unexpected value at `\/[^`\n]{0,100}`, expected a comparison of this version\.$/)
  })

  it('names no place with a name of the stranger’s', () => {
    const { problem } = readComparison(JSON.stringify({ ...json(), titles: { 'a`@octocat`': 'x' } }))
    expect(problem).not.toContain('@octocat')
  })
})
