import fs from 'node:fs'
import path from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readJsonTree, type JsonTree } from '../../src/readers/json-tree.ts'
import { readQbaf } from '../../src/readers/read-qbaf.ts'

const cases = path.resolve(import.meta.dirname, '../analysis/cases')
const files = fs.readdirSync(cases).filter((name) => /^(?:qbaf|dung)-.*\.json$/.test(name))

function read(fields: object, formula?: 'basic' | 'qe') {
  return readQbaf(JSON.stringify(fields), formula)
}

function firstFault(text: string): string {
  const [fault] = readQbaf(text).faults
  return fault === undefined ? '' : `${fault.line}:${fault.column} ${fault.message}`
}

describe('readQbaf', () => {
  it.each(files)('reads %s as it stands', (file) => {
    const text = fs.readFileSync(path.join(cases, file), 'utf8')
    const written = JSON.parse(text)
    const { framework, faults } = readQbaf(text)
    expect(faults).toEqual([])
    expect(framework?.names).toEqual(written.nodes)
    const edges = [...(framework?.from ?? [])].map((from, edge) => [
      framework?.names[from],
      framework?.names[framework.to[edge] as number],
    ])
    expect(edges).toEqual([...written.attacks, ...written.supports])
    if (written.baseScores !== undefined) {
      const base = written.nodes.map((name: string) => written.baseScores[name])
      expect([...(framework?.base ?? [])]).toEqual(base)
    }
  })

  it.each([
    ['QuadraticEnergy', 'qe'],
    ['DFQuAD', 'df-quad'],
    ['DF-QuAD', 'df-quad'],
    ['EulerBased', 'euler'],
    ['MLPBased', 'mlp'],
    ['Basic (sigma = tau + sum sup - sum att, unbounded)', 'basic'],
    ['qe', 'qe'],
  ])('knows %s', (semantics, formula) => {
    expect(read({ nodes: ['a'], semantics }).formula).toBe(formula)
  })

  it('says which semantics it does not know, and which fields were meant', () => {
    const { framework, notices, formula } = read({ nodes: ['a'], semantics: 'Bayes', attack: [] })
    expect({ names: framework?.names, formula }).toEqual({ names: ['a'], formula: undefined })
    expect(notices).toEqual([
      'The field `attack` is passed over; did you mean `attacks`?',
      'The semantics `Bayes` is not known here.',
    ])
  })

  it('takes names from base scores, weights of edges, and 0.5 where there is no base score', () => {
    const { framework } = read({
      baseScores: { a: 0, b: 1 },
      attacks: [['a', 'b'], ['b', 'b']],
      supports: [['a', 'b']],
      weights: [['b', 'b', 0.25]],
    })
    expect(framework?.names).toEqual(['a', 'b'])
    expect([...(framework?.isSupport ?? [])]).toEqual([0, 0, 1])
    expect([...(framework?.weight ?? [])]).toEqual([1, 0.25, 1])
    const partly = read({ nodes: ['a', 'b', 'c'], baseScores: { b: 1 } })
    expect([...(partly.framework?.base ?? [])]).toEqual([0.5, 1, 0.5])
    expect(partly.notices).toEqual(['2 arguments have no base score; 0.5 is taken.'])
    expect(partly.hasScores).toBe(true)
  })

  it('keeps what stands twice once: names, attacks, and supports apart from attacks', () => {
    const pairs = [['a', 'b'], ['a', 'b']]
    const both = read({ nodes: ['a', 'b', 'a'], attacks: pairs, supports: pairs })
    expect(both.framework?.names).toEqual(['a', 'b'])
    expect([...(both.framework?.isSupport ?? [])]).toEqual([0, 1])
    expect(both.notices).toEqual([
      '1 name repeats one that stands before; each is kept once.',
      '2 edges repeat one that stands before; each is kept once.',
    ])
  })

  it('takes any finite base score for the formula that has no bounds, and no other', () => {
    const fields = { nodes: ['a'], baseScores: { a: -2 } }
    expect(read({ ...fields, semantics: 'Basic' }).framework?.base[0]).toBe(-2)
    expect(read(fields, 'basic').framework?.base[0]).toBe(-2)
    expect(read(fields).faults).toHaveLength(1)
    expect(read({ ...fields, semantics: 'Basic' }, 'qe').faults).toHaveLength(1)
  })

  it('takes an empty graph and names that mean something to JavaScript', () => {
    expect(read({ nodes: [] }).framework?.names).toEqual([])
    const text = '{"baseScores": {"__proto__": 1, "constructor": 0}, "attacks": [["__proto__", "constructor"]]}'
    const { framework } = readQbaf(text)
    expect(framework?.names).toEqual(['__proto__', 'constructor'])
    expect([...(framework?.base ?? [])]).toEqual([1, 0])
  })

  it.each([
    ['', '1:1 Unexpected end of the text, expected a value.'],
    ['[]', '1:1 Unexpected list of 0, expected an object with `nodes`'],
    ['{}', '1:1 Unexpected lack of `nodes`, expected them or `baseScores`.'],
    ['{"nodes": null}', '1:11 Unexpected `null`, expected a list of names.'],
    ['{"nodes": [1]}', '1:12 Unexpected `1`, expected a name.'],
    ['{"nodes": [""]}', '1:12 Unexpected text ``, expected a name.'],
    ['{"nodes": [["a"]]}', '1:12 Unexpected list of 1, expected a name.'],
    ['{"nodes": [],\n "version": 2}', '2:13 Unexpected version `2`, expected 1.'],
    ['{"nodes": [], "version": "1"}', 'Unexpected version text `1`, expected 1.'],
    ['{"baseScores": {"a": NaN}}', '1:22 Unexpected `NaN`, expected a value.'],
    ['{"baseScores": {"a": null}}', '1:22 Unexpected `null`, expected a number from 0 to 1.'],
    ['{"baseScores": {"a": "0.5"}}', 'Unexpected text `0.5`, expected a number from 0 to 1.'],
    ['{"baseScores": {"a": 1.01}}', 'Unexpected `1.01`, expected a number from 0 to 1.'],
    ['{"baseScores": {"a": -0.01}}', 'Unexpected `-0.01`, expected a number from 0 to 1.'],
    ['{"baseScores": {"a": 1e999}}', 'Unexpected `Infinity`, expected a number from 0 to 1.'],
    ['{"semantics": "basic", "baseScores": {"a": 1e999}}', 'Unexpected `Infinity`, expected a number.'],
    ['{"nodes": ["alpha"], "baseScores": {"alhpa": 1}}', 'expected one that is named, such as `alpha`.'],
    ['{"nodes": ["a"], "attacks": {}}', 'Unexpected object, expected a list, each item a list of two names'],
    ['{"nodes": ["a"], "attacks": [["a"]]}', 'Unexpected list of 1, expected a list of two names.'],
    ['{"nodes": ["a"], "attacks": ["aa"]}', 'Unexpected text `aa`, expected a list of two names.'],
    ['{"nodes": ["a"], "attacks": [["a", 1]]}', 'Unexpected list of 2, expected a list of two names.'],
    ['{"nodes": ["a"], "supports": [["a", "b"]]}', '1:37 Unexpected argument `b`, expected one'],
    ['{"nodes": ["a"], "weights": [["a", "a", 1]]}', 'Unexpected weight between two arguments without'],
    ['{"nodes": ["a"], "attacks": [["a","a"]], "weights": [["a","a",2]]}', 'expected a weight from 0 to 1.'],
    ['{"nodes": ["a"], "semantics": 3}', 'Unexpected `3`, expected the name of a formula.'],
    ['{"nodes": ["a"], "nodes": []}', '1:18 Unexpected `"`, expected a name that does not stand'],
    [`{"nodes": ${'['.repeat(100)}`, 'expected at most 32 levels of lists and objects.'],
  ])('says where %j is wrong', (text, fault) => {
    expect(readQbaf(text).framework).toBeUndefined()
    expect(firstFault(text)).toContain(fault)
  })
})

describe('readJsonTree', () => {
  function plain(tree: JsonTree): unknown {
    if (tree.kind === 'value') return tree.value
    if (tree.kind === 'list') return tree.items.map(plain)
    return Object.fromEntries([...tree.fields].map(([name, field]) => [name, plain(field)]))
  }

  it('reads what is written as JSON, each value where it stands', () => {
    fc.assert(
      fc.property(fc.json({ maxDepth: 6 }), fc.constantFrom(0, 2), (text, indent) => {
        const value = JSON.parse(text)
        const written = JSON.stringify(value, null, indent)
        const read = readJsonTree(written)
        expect('tree' in read && JSON.stringify(plain(read.tree))).toBe(JSON.stringify(value))
      }),
    )
  })

  it('takes just what JSON.parse takes', () => {
    const pieces = ['{', '}', '[', ']', ',', ':', '"a"', '"', '\\n', '\\x', '\n', ' ', '1', '-', '0', '.5', 'e', 'null', 'tru', 'true', '\u00a0']
    const text = fc.array(fc.constantFrom(...pieces), { maxLength: 8 }).map((all) => all.join(''))
    fc.assert(
      fc.property(text, (written) => {
        let isJson = true
        try {
          JSON.parse(written)
        } catch {
          isJson = false
        }
        const read = readJsonTree(written)
        const isDoubled = 'fault' in read && read.fault.expected.startsWith('a name that does not')
        expect('tree' in read).toBe(isJson && !isDoubled)
      }),
      { numRuns: 20_000 },
    )
  })
})
