import { readdirSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { check } from '../../../src/analysis/check.ts'
import { checkDraft } from '../../../src/analysis/draft/check-draft.ts'
import { toContentIndex } from '../../../src/analysis/draft/content-index.ts'
import { openDraftBase } from '../../../src/analysis/draft/draft-base.ts'
import type { Document, SourceFile } from '../../../src/core/document.ts'
import type { Checked, Problem } from '../../../src/core/problem.ts'
import { readContent } from '../../../src/disk/read-content.ts'
import { assemble } from '../../../src/graph/assemble.ts'
import { likelyType } from '../../../src/readers/path.ts'
import { readDocument } from '../../../src/readers/read-document.ts'
import { syntheticMap } from '../../../scripts/bench/synthetic-map.ts'

const examples = new URL('../../examples/', import.meta.url)
const real = readContent('content')

const read = new Map<SourceFile, Checked<Document>>()

/** A content whose files are each read once in all tests. */
function joined(files: readonly SourceFile[]) {
  return assemble(files, (file) => {
    const known = read.get(file) ?? readDocument(file)
    read.set(file, known)
    return known
  })
}

/**
 * What is said of a file; other places are told as files, of which an index has no lines. A draft
 * has no reviews.
 */
function told(problems: readonly Problem[], path: string): readonly string[] {
  return problems
    .filter(({ place, code }) => place.file === path && code !== 'suspect-relation')
    .map(({ place, code, severity, message, hint, related = [] }) => {
      const others = related.map((each) => `${each.message} ${each.place.file}`)
      return [JSON.stringify(place), severity, code, message, hint, ...others].join(' | ')
    })
}

function isNode({ path }: SourceFile): boolean {
  return likelyType(path) === 'node' && !/\/(?:index|outline)\.md$/.test(path)
}

/** What the draft check says of a file, from an index of the content with or without that file. */
function drafted(files: readonly SourceFile[], file: SourceFile, isNew: boolean) {
  const content = isNew ? files.filter((other) => other !== file) : files
  const kb = joined(content)
  const base = openDraftBase(JSON.parse(JSON.stringify(toContentIndex(kb))))
  return told(checkDraft(base, file, kb.results).problems, file.path)
}

/** Every so manieth of a list. */
function sample<Item>(items: readonly Item[], count: number): readonly Item[] {
  const step = Math.max(1, Math.floor(items.length / count))
  return items.filter((_, i) => i % step === 0)
}

describe('a draft is judged as `check` judges the whole content with it', () => {
  it.each([
    ['that takes the place of a node', false],
    ['that is new', true],
  ])('one of the real map %s', (_, isNew) => {
    const whole = check(joined(real))
    const nodes = sample(real.filter(isNode), 60)
    expect(nodes.length).toBeGreaterThanOrEqual(60)
    for (const file of nodes) {
      expect(drafted(real, file, isNew), file.path).toEqual(told(whole, file.path))
    }
  }, 120_000)

  it.each(readdirSync(examples).sort())('in the wrong example of %s', (code) => {
    const files = readContent(new URL(`${code}/wrong/content`, examples).pathname)
    const whole = check(joined(files))
    for (const file of files.filter(isNode)) {
      const expected = told(whole, file.path)
      expect(drafted(files, file, false), `instead of ${file.path}`).toEqual(expected)
      expect(drafted(files, file, true), `new ${file.path}`).toEqual(expected)
    }
  })

  it('with faults put into nodes of a map with circles, undercuts and hubs', () => {
    const { files } = syntheticMap(200)
    const faults: readonly ((text: string) => string)[] = [
      (text) => text.replace(/to: (\w)/, 'to: x$1'),
      (text) => text.replace(/from: (\w+)-/, 'from: $1a-'),
      (text) => text.replace(/^ {4}to: \w+/m, '    to: zzz'),
      (text) => text.replace(/kind: \w+/, 'kind: question'),
      (text) => text.replace(/source-\d/, 'sources-'),
      (text) => text.replace(/^supports:\n.*\n.*\n/m, ''),
      (text) => text.replace(/^statement: .*$/m, 'statement: It is not so; it is.'),
      (text) => text.replace('](', '](x'),
      (text) => text.replace(/^---$/m, '--- yaml'),
    ]
    for (const [i, file] of sample(files.filter(isNode), 40).entries()) {
      const fault = faults[i % faults.length] as (text: string) => string
      const draft = { path: file.path, text: fault(file.text) }
      const changed = files.map((other) => (other === file ? draft : other))
      const expected = told(check(joined(changed)), file.path)
      expect(drafted(changed, draft, false), draft.text).toEqual(expected)
      expect(drafted(changed, draft, true), draft.text).toEqual(expected)
    }
  }, 120_000)
})
