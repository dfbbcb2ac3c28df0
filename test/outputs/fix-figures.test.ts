import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { check } from '../../src/analysis/check.ts'
import type { SourceFile } from '../../src/core/document.ts'
import { assemble } from '../../src/graph/assemble.ts'
import { fixFigures } from '../../src/outputs/fix-figures.ts'

const example = new URL('../examples/stale-figure/wrong/content/', import.meta.url)
const read = (name: string): string => readFileSync(new URL(name, example), 'utf8')
const node = read('light/two-slits-give-fringes.md')
const result: SourceFile = {
  path: 'content/results/double-slit.json',
  text: read('results/double-slit.json'),
}

function fix(text: string) {
  const files = [{ path: 'content/light/two-slits-give-fringes.md', text }, result]
  return fixFigures(assemble(files), files)
}

describe('fixFigures', () => {
  it('writes the number of the result and nothing else', () => {
    const [fixed] = fix(node)
    expect(fixed?.text).toBe(node.replace('[0.97 ± 0.02]', '[0.94 ± 0.02]'))
    expect(fixed?.fixed).toEqual([{ from: '0.97 ± 0.02', to: '0.94 ± 0.02', line: 10 }])
  })

  it('leaves nothing to fix and no stale figure', () => {
    const text = fix(node)[0]?.text ?? ''
    expect(fix(text)).toEqual([])
    const kb = assemble([{ path: 'content/light/two-slits-give-fringes.md', text }, result])
    expect(check(kb).filter(({ code }) => code === 'stale-figure')).toEqual([])
  })

  it.each(['\r\n', '\r'])('keeps line ends %j', (end) => {
    const text = node.replaceAll('\n', end)
    expect(fix(text)[0]?.text).toBe(text.replace('[0.97 ± 0.02]', '[0.94 ± 0.02]'))
  })

  it('mends several figures of a line', () => {
    const two = node.replace('[7](', '[9](')
    const [fixed] = fix(two)
    expect(fixed?.text).toBe(two.replace('[0.97 ± 0.02]', '[0.94 ± 0.02]').replace('[9](', '[7]('))
    expect(fixed?.fixed).toHaveLength(2)
  })

  it('leaves to a person what it cannot write', () => {
    const broken = node.replace('#/visibility', '#/visiblity')
    const [fixed] = fix(broken)
    expect(fixed?.text).toBe(broken)
    expect(fixed?.left).toEqual([
      { text: '0.97 ± 0.02', expected: 'a pointer to a number in the result', line: 10 },
    ])
  })
})
