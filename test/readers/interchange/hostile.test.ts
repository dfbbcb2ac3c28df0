import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isId } from '../../../src/core/id.ts'
import { assemble } from '../../../src/graph/assemble.ts'
import { plainMarkdown, toImportedFile } from '../../../src/outputs/interchange/imported-file.ts'
import { readAif } from '../../../src/readers/interchange/aif.ts'
import { parseArgdown } from '../../../src/readers/interchange/argdown.ts'
import { readArgdown } from '../../../src/readers/interchange/argdown-material.ts'
import { toDrafts } from '../../../src/readers/interchange/drafts.ts'
import { largestImport, type Material, type Unreadable } from '../../../src/readers/interchange/material.ts'
import { splitStatement } from '../../../src/readers/interchange/statement-text.ts'

const options = { taken: new Set<string>(), parts: new Set<string>() }

/** Whether everything found is carried or named, and the drafts are files that our reader reads. */
function isWhole(material: Material | Unreadable): void {
  if ('unreadable' in material) {
    expect(material.unreadable).toMatch(/^Unexpected /)
    return
  }
  expect(material.carried + material.left.length).toBe(material.found)
  const { nodes } = toDrafts(material, options)
  const ids = nodes.map(({ id }) => id)
  expect(nodes.length).toBe(material.nodes.length)
  expect(new Set(ids).size).toBe(ids.length)
  expect(ids.filter((id) => !isId(id))).toEqual([])
  const { problems } = assemble(nodes.map((each) => toImportedFile('any', each)))
  // What strangers wrote may be too long or speak of sources that are not there; never broken files.
  const broken = problems.filter(({ code }) =>
    ['missing-front-matter', 'invalid-yaml', 'unsupported-yaml', 'unknown-field', 'raw-html', 'unknown-target', 'self-relation'].includes(code),
  )
  expect(broken).toEqual([])
}

const words = fc.constantFrom(
  ...['[a]', '[b]: text.', '<c>', '<c>: why.', '\n', '\n\n', '    + ', '  - ', ' _ ', '<_ ', '-> ', '>< ', '+> ', '_> '],
  ...['(1) ', '(2) ', '----\n', '{k: 1}', '{', '}', '#tag ', '# head\n', '===\n', '@[a]', '**', '__proto__', '[__proto__]: x', '[constructor]'],
  ...['// c\n', '/*', '*/', '\\', '[x](javascript:y)', '<script>', '\u202e', '\ud800', 'é'],
)

describe('readArgdown', () => {
  it('is total, and counts everything it finds', () => {
    const text = fc.array(words, { maxLength: 30 }).map((parts) => parts.join(''))
    fc.assert(fc.property(text, (each) => isWhole(readArgdown(each))), { numRuns: 600 })
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (each) => isWhole(readArgdown(each))), { numRuns: 200 })
    isWhole(readArgdown(''))
  })

  it('takes names of JavaScript for titles and changes nothing else', () => {
    const material = readArgdown('[__proto__]: Evil. #tag\n\n[constructor]\n    + <toString>: Worse.\n\n<valueOf>: It is bad.\n{x: 1}\n')
    expect('nodes' in material && material.nodes.map(({ name }) => name)).toEqual(['__proto__', 'constructor', 'toString', 'valueOf'])
    expect([Object.hasOwn(Object.prototype, 'tags'), Object.hasOwn(Object.prototype, 'data')]).toEqual([false, false])
    isWhole(material)
  })

  it('refuses tags of YAML and values that grow, and reads on', () => {
    const bomb = ['a: &a [x,x,x,x,x,x,x,x,x]', ...'bcdef'.split('').map((name, index) => {
      const before = 'abcde'[index] ?? ''
      return `${name}: &${name} [${Array(9).fill(`*${before}`).join(',')}]`
    })]
    for (const matter of [bomb.join('\n'), 'model: !!js/function "function(){}"', '{"__proto__": {"x": 1}}\n- ['] ) {
      const material = readArgdown(`===\n${matter}\n===\n\n[a]: It is so. {k: !!js/regexp /x/}\n`)
      expect('nodes' in material && material.nodes.map(({ text }) => text)).toEqual(['It is so. '.trim()])
      expect('left' in material && material.left.length).toBe(2)
    }
  })

  it('lets front matter set the mode and nothing else, unless it is asked for', () => {
    const text = '===\nmodel: {mode: strict, removeTagsFromText: false}\nprocess: [x]\nlogLevel: verbose\n===\n\n[a]: It is so. #tag\n    - [b]: It is not.\n'
    const type = (mode?: 'strict' | 'loose') => parseArgdown(text, mode).response.relations?.map(({ relationType }) => String(relationType))
    expect([type(), type('loose'), type('strict')]).toEqual([['contrary'], ['attack'], ['contrary']])
    expect(parseArgdown(text).response.statements?.['a']?.members[0]?.text).not.toContain('#tag')
  })

  it('reads nothing that is too large', () => {
    const large = 'a'.repeat(largestImport + 1)
    for (const material of [readArgdown(large), readAif(large)]) expect(material).toHaveProperty('unreadable')
  })
})

describe('readAif', () => {
  const id = fc.constantFrom<unknown>('1', 2, '2', 3, '__proto__', 'constructor', null, '', 1.5, '4', '5')
  const node = fc.record({
    nodeID: id,
    text: fc.constantFrom<unknown>('A text.', '', null, 7, '</script>', '=1+1', 'x'.repeat(300)),
    type: fc.constantFrom<unknown>('I', 'I', 'RA', 'CA', 'MA', 'YA', 'L', 'PA', 'i', null),
    kind: fc.constantFrom<unknown>(undefined, 'claim', 'evil'),
    answers: fc.constantFrom<unknown>(undefined, ['2'], [{ to: '1', weight: 9 }], 'x'),
    body: fc.constantFrom<unknown>(undefined, '**Bold** words.', 3),
  })
  const edge = fc.record({ edgeID: id, fromID: id, toID: id })

  it('is total, and counts everything it finds', () => {
    const graph = fc.record({
      nodes: fc.array(fc.oneof(node, fc.constant(null)), { maxLength: 12 }),
      edges: fc.oneof(fc.array(edge, { maxLength: 24 }), fc.constant(null)),
      locutions: fc.oneof(fc.array(fc.record({ nodeID: id, personID: id }), { maxLength: 3 }), fc.constant(null)),
      participants: fc.oneof(fc.array(fc.record({ participantID: id, firstname: id })), fc.constant(undefined)),
    })
    fc.assert(fc.property(graph, (each) => isWhole(readAif(JSON.stringify(each)))), { numRuns: 500 })
    fc.assert(fc.property(graph, (each) => isWhole(readAif(JSON.stringify({ AIF: each, text: 'x' })))), { numRuns: 200 })
    fc.assert(fc.property(fc.json(), (each) => isWhole(readAif(each))), { numRuns: 200 })
    for (const text of ['', '{', '[]', '{"nodes":{}}', '['.repeat(100_000)]) isWhole(readAif(text))
  })

  it('leaves Markdown that is not ours to the checks', () => {
    const material = readAif('{"nodes":[{"nodeID":1,"text":"A text.","type":"I","body":"<script>"}]}')
    if ('unreadable' in material) throw new Error(material.unreadable)
    const { problems } = assemble(toDrafts(material, options).nodes.map((each) => toImportedFile('any', each)))
    expect(problems.map(({ code }) => code)).toContain('raw-html')
  })

  it('does not write out what a small file could multiply', () => {
    const many = Array.from({ length: 400 }, (_, index) => ({ nodeID: index, text: `Text ${String(index)}.`, type: 'I' }))
    const edges = many.map(({ nodeID }, index) => ({ fromID: index < 200 ? nodeID : 'ra', toID: index < 200 ? 'ra' : nodeID }))
    const material = readAif(JSON.stringify({ nodes: [...many, { nodeID: 'ra', text: 'RA', type: 'RA' }], edges }))
    expect('links' in material && material.links).toEqual([])
    expect('changed' in material && material.changed[0]?.sentence).toContain('40000 ways')
    isWhole(material)
  })

  it('reads 200 statements with integers for ids', () => {
    const nodes = Array.from({ length: 200 }, (_, index) => ({ nodeID: index, text: 'The same text.', type: 'I' }))
    const material = readAif(JSON.stringify({ nodes, edges: null }))
    isWhole(material)
    expect('nodes' in material && toDrafts(material, options).nodes.at(-1)?.id).toBe('the-same-text-200')
  })
})

describe('a draft', () => {
  it('loses no word of its text', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        const { statement, rest } = splitStatement(text)
        expect(`${statement}${rest}`.replace(/\s/g, '')).toBe(text.replace(/[\s\p{Cc}\u2028\u2029]/gu, ''))
      }),
    )
    expect(splitStatement('Some countries (e.g. Britain) do. Others, cf. Dr. No, do not.')).toEqual({
      statement: 'Some countries (e.g. Britain) do.',
      rest: 'Others, cf. Dr. No, do not.',
    })
  })

  it('never takes an id that is taken', () => {
    const material = readArgdown('[wave]: Light is a wave.\n\nLight is a wave.\n\n[Index]: It is an index.\n\n光は波である。\n')
    if ('unreadable' in material) throw new Error(material.unreadable)
    const { nodes } = toDrafts(material, { ...options, taken: new Set(['wave', 'wave-2']) })
    expect(nodes.map(({ id }) => id)).toEqual(['wave-3', 'light-is-a-wave', 'it-is-an-index', 'statement-1'])
  })

  it('shows strangers’ text as it is in Markdown', () => {
    expect(plainMarkdown('<img src=x> [x](y) www.x.org http://x @everyone 1. a')).toBe(
      '\\<img src=x\\> \\[x\\](y) www\\.x.org http\\://x \\@everyone 1. a',
    )
  })
})
