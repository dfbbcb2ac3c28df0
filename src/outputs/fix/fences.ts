import { shown } from '../../core/catalogue/entry.ts'
import type { SourceFile } from '../../core/document.ts'
import type { Problem } from '../../core/problem.ts'
import { splitFence } from '../../readers/fence.ts'
import { readText } from '../../readers/text.ts'
import { applyEdits, replacing, type Edit } from './edit.ts'
import { readFields } from './read-fields.ts'

const opening = /^ {0,3}-{3,}[ \t]*(?:ya?ml)?[ \t]*$/i
const closing = /^(?:-{3,}[ \t]*|\.\.\.[ \t]*)$/
const ofFences: ReadonlySet<string> = new Set([
  'missing-front-matter',
  'front-matter-language',
  'invalid-fence',
  'unclosed-front-matter',
])

/**
 * Makes fences of lines that can be nothing else, where the front matter between them can then be
 * read. A word after the first fence that is not YAML is left: a person has to say what it means.
 */
export function fenceEdits(file: SourceFile): readonly Edit[] {
  const { value } = readText(file)
  const problem = value && splitFence(value).problems.find(({ code }) => ofFences.has(code))
  if (problem === undefined) return []
  const edits = findEdits(file, problem)
  if (edits.length === 0) return []
  const mended = readFields({ ...file, text: applyEdits(file.text, edits) })
  return mended === undefined || Object.keys(mended.data).length === 0 ? [] : edits
}

function findEdits({ path, text }: SourceFile, mends: Problem): readonly Edit[] {
  const edits: Edit[] = []
  const blank = /^(?:[ \t]*\n)*/.exec(text)?.[0].length ?? 0
  if (blank > 0) {
    const says = 'the blank lines above the fence are now gone'
    edits.push({ file: path, start: 0, end: blank, text: '', says, mends })
  }
  const firstEnd = lineEnd(text, blank)
  const first = text.slice(blank, firstEnd)
  if (!opening.test(first)) return []
  if (first !== '---') edits.push(fence(path, blank, first, mends))
  for (let start = firstEnd + 1; start < text.length; start = lineEnd(text, start) + 1) {
    const line = text.slice(start, lineEnd(text, start))
    if (line === '---') return edits
    if (closing.test(line)) return [...edits, fence(path, start, line, mends)]
  }
  return []
}

function fence(file: string, start: number, line: string, mends: Problem): Edit {
  return { ...replacing(file, start, line, '---', mends), says: `the fence ${shown(line)} is now \`---\`` }
}

function lineEnd(text: string, from: number): number {
  const end = text.indexOf('\n', from)
  return end === -1 ? text.length : end
}
