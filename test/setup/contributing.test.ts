import { readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { root } from '../../scripts/setup/run.mjs'
import { check } from '../../src/analysis/check.ts'
import { readContent } from '../../src/disk/read-content.ts'
import { assemble } from '../../src/graph/assemble.ts'
import { nodeKinds } from '../../src/core/document.ts'
import { relationKinds } from '../../src/core/relation.ts'
import { NodeFields } from '../../src/readers/schemas/node.ts'

const guide = readFileSync(path.join(root, 'CONTRIBUTING.md'), 'utf8')
const examples = [...guide.matchAll(/<!-- example: (\S+) -->\n+```markdown\n([\s\S]*?)```/g)].map(
  ([, file = '', text = '']) => ({ path: file, text }),
)

describe('the guide for contributors', () => {
  it('shows a node and a source that pass the check', () => {
    expect(examples.map((file) => file.path.split('/')[1])).toEqual(['alignment', 'sources'])
    const kb = assemble([...readContent(path.join(root, 'content')), ...examples])
    const paths = examples.map((file) => file.path)
    const found = check(kb).filter(
      ({ place, severity }) => severity !== 'info' && paths.includes(place.file),
    )
    expect(found.map(({ message }) => message)).toEqual([])
  })

  it('has a row for every field of a node', () => {
    const rows = [...guide.matchAll(/^\| (`.*?`) \|/gm)].join(' ')
    const missing = Object.keys(NodeFields.shape).filter((field) => !rows.includes(`\`${field}\``))
    expect(missing).toEqual([])
  })

  it('explains every kind and every relation', () => {
    const missing = [...nodeKinds, ...relationKinds].filter(
      (word) => !guide.includes(`\`${word}\` `),
    )
    expect(missing).toEqual([])
  })
})
