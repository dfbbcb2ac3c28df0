import fs from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { assemble } from '../../../src/graph/assemble.ts'
import { toImportedFile } from '../../../src/outputs/interchange/imported-file.ts'
import { readAif } from '../../../src/readers/interchange/aif.ts'
import { readArgdown } from '../../../src/readers/interchange/argdown-material.ts'
import { toDrafts } from '../../../src/readers/interchange/drafts.ts'
import type { Remark } from '../../../src/readers/interchange/material.ts'

const folder = path.join(import.meta.dirname, 'examples')
const unwritten = process.env['ASSAY_WRITE_EXPECTED'] === 'yes'

/** The drafts and the report of one example, as a person would read them. */
function imported(name: string): string {
  const [source = ''] = fs.readdirSync(path.join(folder, name)).filter((file) => file.startsWith('source.'))
  const text = fs.readFileSync(path.join(folder, name, source), 'utf8')
  const material = source.endsWith('.json') ? readAif(text) : readArgdown(text)
  if ('unreadable' in material) return `${material.unreadable}\n`
  expect(material.carried + material.left.length).toBe(material.found)
  const drafts = toDrafts(material, { taken: new Set(['cost']), parts: new Set() })
  const files = [...(drafts.index === undefined ? [] : [drafts.index]), ...drafts.nodes]
    .map((each) => toImportedFile('library', each))
  // What reading and joining find wrong, but for bodies that are short, which drafts are.
  const problems = assemble(files).problems.filter(({ code }) => code !== 'body-length')
  return [
    ...files.map((file) => `== ${file.path}\n${file.text.replace(/^# .*\n/m, '')}`),
    `== left out\n${lines(material.left)}`,
    `== changed\n${lines([...material.changed, ...drafts.remarks])}`,
    `== problems\n${problems.map(({ code, place }) => `${place.file}: ${code}\n`).join('')}`,
  ].join('')
}

function lines(remarks: readonly Remark[]): string {
  return remarks.map(({ place, sentence }) => `${place}: ${sentence}\n`).join('')
}

describe('an import', () => {
  it.each(fs.readdirSync(folder))('of %s gives the drafts and the report that stand beside it', (name) => {
    const file = path.join(folder, name, 'expected.txt')
    const found = imported(name)
    if (unwritten) fs.writeFileSync(file, found)
    expect(found).toBe(fs.readFileSync(file, 'utf8'))
  })

  it.skipIf(!fs.existsSync(path.resolve('../shared/samples')))(
    'of the real samples beside the repository, where they are there, leaves nothing uncounted',
    () => {
      const samples = path.resolve('../shared/samples')
      for (const name of fs.readdirSync(samples).filter((each) => !each.endsWith('.txt'))) {
        const text = fs.readFileSync(path.join(samples, name), 'utf8')
        const material = name.endsWith('.json') ? readAif(text) : readArgdown(text)
        if ('unreadable' in material) throw new Error(material.unreadable)
        expect(material.carried + material.left.length).toBe(material.found)
        const drafts = toDrafts(material, { taken: new Set(), parts: new Set() })
        const { graph, problems } = assemble(drafts.nodes.map((each) => toImportedFile('sample', each)))
        expect(graph.nodes.size + problems.filter(({ code }) => code === 'too-long').length).toBe(material.nodes.length)
      }
    },
  )
})
