import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { mostArguments, mostFaults, type FrameworkRead } from '../../src/readers/framework.ts'
import { readAf } from '../../src/readers/read-af.ts'
import { readApx } from '../../src/readers/read-apx.ts'
import { readFramework } from '../../src/readers/read-framework.ts'

function attacksOf({ framework }: FrameworkRead): readonly string[] {
  const { names = [], from = [], to = [] } = framework ?? {}
  return [...from].map((source, edge) => `${names[source]}>${names[to[edge] as number]}`)
}

function faultsOf({ faults }: FrameworkRead): readonly string[] {
  return faults.map(({ line, column, message }) => `${line}:${column} ${message}`)
}

describe('readAf', () => {
  // What the reader of crustabri (crillab/crustabri, src/io/iccma23_reader.rs) takes it takes too.
  it.each([
    ['p af 3\n1 2\n3 3\n', 3, ['1>2', '3>3']],
    ['p af 3\n1 2\n3 3', 3, ['1>2', '3>3']],
    ['p af 3\n1 2\n3 3\n\n', 3, ['1>2', '3>3']],
    ['#foo\np af 3\n1 2\n3 3\n', 3, ['1>2', '3>3']],
    ['p af 3\n1 2\n2 1\n3 2\n', 3, ['1>2', '2>1', '3>2']],
    ['p af 0\n', 0, []],
    ['\ufeffp af 2\r\n# a comment\r\n\r\n 1\t2 \r\n', 2, ['1>2']],
    ['p af 2\r1 2\r', 2, ['1>2']],
    ['p af 4', 4, []],
  ])('reads %j', (text, size, attacks) => {
    const read = readAf(text)
    expect(read).toMatchObject({ faults: [], more: 0, notices: [], hasScores: false })
    expect(read.framework?.names).toHaveLength(size)
    expect(attacksOf(read)).toEqual(attacks)
    expect([...(read.framework?.isSupport ?? [])]).toEqual(attacks.map(() => 0))
  })

  it('keeps attacks that stand twice once, in the order of the first, and says so', () => {
    const read = readAf('p af 3\n2 1\n1 1\n2 1\n1 2\n1 1\n2 1')
    expect(attacksOf(read)).toEqual(['2>1', '1>1', '1>2'])
    expect(read.notices).toEqual(['3 edges repeat one that stands before; each is kept once.'])
  })

  it.each([
    ['', '1:1 Unexpected end, expected a line `p af <n>`.'],
    ['# only words\n', '2:1 Unexpected end, expected a line `p af <n>`.'],
    ['1 2\np af 2', '1:1 Unexpected `1 2`, expected `p af <n>` with'],
    ['foo af 3', '1:1 Unexpected `foo af 3`, expected `p af <n>` with'],
    ['p aba 3', '1:1 Unexpected `p aba 3`, expected `p af <n>` with'],
    ['p af foo', '1:1 Unexpected `p af foo`, expected `p af <n>` with'],
    ['p af -3', '1:1 Unexpected `p af -3`, expected `p af <n>` with'],
    ['p af 3 foo', '1:1 Unexpected `p af 3 foo`, expected `p af <n>` with'],
    ['p af 1e3', '1:1 Unexpected `p af 1e3`, expected `p af <n>` with'],
    ['p af 999999999', `1:1 Unexpected \`p af 999999999\`, expected at most ${mostArguments} arg`],
    [`p af ${'9'.repeat(400)}`, `expected at most ${mostArguments} arguments.`],
    ['p af 2\n1 2\n2 3', '3:3 Unexpected `3`, expected arguments from 1 to 2.'],
    ['p af 2\n0 1', '2:1 Unexpected `0`, expected arguments from 1 to 2.'],
    ['p af 2\n1 -1', '2:3 Unexpected `-1`, expected arguments from 1 to 2.'],
    ['p af 2\n1 1.5', '2:3 Unexpected `1.5`, expected arguments'],
    ['p af 2\n1', '2:2 Unexpected end of the line, expected two arguments.'],
    ['p af 2\n1 2 2', '2:5 Unexpected `2`, expected the end of the line.'],
    ['p af 2\n1 2 # why', '2:5 Unexpected `#`, expected the end of the line.'],
    ['p af 0\n1 1', '2:1 Unexpected `1`, expected no attack, as there are no arguments.'],
    ['p af 2\np af 2', '2:1 Unexpected `p af 2`, expected only attacks after `p af 2`.'],
    ['p af 2\n\u202e1 2', '2:1 Unexpected `⟨U+202E⟩1`, expected arguments'],
    ['p af 2\n١ ٢', '2:1 Unexpected `١`, expected arguments from 1 to 2.'],
  ])('says where %j is wrong', (text, fault) => {
    const read = readAf(text)
    expect(read.framework).toBeUndefined()
    expect(faultsOf(read)[0]).toContain(fault)
  })

  it('tells the first faults and counts the others', () => {
    const read = readAf(`p af 2\n${'x\n'.repeat(1000)}`)
    expect(read.faults).toHaveLength(mostFaults)
    expect(read.faults.at(-1)?.line).toBe(mostFaults + 1)
    expect(read.more).toBe(1000 - mostFaults)
  })

  it('gives back any framework that is written down', () => {
    const framework = fc.integer({ min: 1, max: 20 }).chain((size) => {
      const argument = fc.integer({ min: 1, max: size })
      return fc.tuple(fc.constant(size), fc.array(fc.tuple(argument, argument)))
    })
    fc.assert(
      fc.property(framework, ([size, attacks]) => {
        const text = `p af ${size}\n${attacks.map((pair) => pair.join(' ')).join('\n')}\n`
        const distinct = [...new Set(attacks.map((pair) => pair.join('>')))]
        expect(attacksOf(readAf(text))).toEqual(distinct)
      }),
    )
  })
})

describe('readApx', () => {
  it('reads facts in any order and on any lines', () => {
    const read = readApx('% x\natt( b , a ).arg(a).\n  arg(b). % att(a,a).\natt(b,b).\natt(b,a).')
    expect(read.framework?.names).toEqual(['a', 'b'])
    expect(attacksOf(read)).toEqual(['b>a', 'b>b'])
    expect(read.notices).toHaveLength(1)
  })

  it.each([
    ['arg(a).\natt(a,c).', '2:1 Unexpected argument `c`, expected one that an `arg` names.'],
    ['arg(a)', '1:1 Unexpected `arg(a)`, expected `arg(a).` or `att(a,b).`.'],
    ['arg(a,b).', '1:1 Unexpected `arg(a,b).`'],
    ['arg(a).\n att(a).', '2:2 Unexpected `att(a).`'],
    ['arg(a) arg(b).', '1:1 Unexpected'],
    ['p af 2', '1:1 Unexpected `p af 2`'],
  ])('says where %j is wrong', (text, fault) => {
    const read = readApx(text)
    expect(read.framework).toBeUndefined()
    expect(faultsOf(read)[0]).toContain(fault)
  })

  it('takes names that mean something to JavaScript', () => {
    const read = readApx('arg(__proto__). arg(constructor). att(__proto__,constructor).')
    expect(attacksOf(read)).toEqual(['__proto__>constructor'])
  })
})

describe('readFramework', () => {
  it('goes by the name, else by how the text begins', () => {
    expect(readFramework('x.af', 'arg(a).').faults).toHaveLength(1)
    expect(readFramework('x', 'arg(a).').framework?.names).toEqual(['a'])
    expect(readFramework('x.txt', '# c\np af 1').framework?.names).toEqual(['1'])
    expect(readFramework('X.JSON', '{"nodes": ["b"]}').framework?.names).toEqual(['b'])
    expect(readFramework('x', '\ufeff {"nodes": ["b"]}').framework?.names).toEqual(['b'])
    expect(faultsOf(readFramework('x', 'hello'))).toEqual([
      '1:1 Unexpected beginning, expected `p af <n>`, `arg(a).` or a JSON object.',
    ])
  })

  const pieces = [
    'p af 3', 'p', 'af', '\n', '\r\n', '\r', ' ', '\t', '1', '2', '-1', '0', '1e999', '#', '%', 'arg(', 'att(',
    'a', 'b', ',', ').', '{', '}', '[', ']', ':', '"', '\\', '\\u0000', '"nodes"', '"attacks"', '"baseScores"',
    '"__proto__"', 'null', 'true', 'NaN', '\0', '\ufeff', '\ud800', '\u202e', '\u2028', '999999999999',
  ]

  it('takes any text without throwing, and says either what it has or what is wrong', () => {
    const text = fc.array(fc.oneof(fc.constantFrom(...pieces), fc.string())).map((all) => all.join(''))
    const name = fc.constantFrom('x.af', 'x.apx', 'x.json', 'x')
    fc.assert(
      fc.property(name, text, (file, written) => {
        const { framework, faults } = readFramework(file, written)
        expect(framework === undefined).toBe(faults.length > 0)
      }),
      { numRuns: 2000 },
    )
  })

  it.each([
    '[', '{"a":', '"', '\\', '\\"', ' ', '\n', '\r', '1', '1 ', '-', 'a', 'arg(', 'arg\n', 'arg(a). ', '%', '#',
    'p af 1\n', 'p ', '\ud800', '\0', '[1,', '{"nodes":["a"],"attacks":[',
  ])('reads a megabyte of %j', (piece) => {
    const text = piece.repeat(Math.ceil(2 ** 20 / piece.length))
    for (const name of ['x.af', 'x.apx', 'x.json', 'x']) {
      const { framework, faults } = readFramework(name, text)
      expect(framework === undefined).toBe(faults.length > 0)
      expect(faults.length).toBeLessThanOrEqual(mostFaults)
      for (const { message } of faults) expect(message.length).toBeLessThan(400)
    }
  })
})
