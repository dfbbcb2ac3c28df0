import { describe, expect, it } from 'vitest'
import type { Problem } from '../../src/core/problem.ts'
import { refusedEngines } from '../../src/readers/front-matter.ts'
import { readDocument } from '../../src/readers/read-document.ts'
import { defaultPath, hostileCases } from './cases.ts'

const good = {
  path: 'content/demo/good-claim.md',
  text: '---\nkind: claim\ntitle: Good\nstatement: It is good.\nsuports: [a-b-c]\n---\n\n<b>Text</b>.\n',
}
const found = readDocument(good).problems.map(describeProblem)

function describeProblem({ code, place: { start, end } }: Problem): string {
  return `${code} ${start.line}:${start.column}-${end.line}:${end.column}`
}

describe('hostile files', () => {
  it.each(hostileCases)('$name', { timeout: 5_000 }, ({ path = defaultPath, text, has, reads }) => {
    const { value, problems } = readDocument({ path, text })
    const said = problems.map(describeProblem)

    for (const one of has) expect(said).toContain(one)
    expect(value !== undefined).toBe(reads)
    if (has.length === 0) expect(said.filter((one) => !one.startsWith('body-length'))).toEqual([])
    // What others see of a text can neither move the cursor nor hide.
    for (const { message } of problems) expect(message).not.toMatch(/[\p{Cc}\p{Cf}\p{Co}\p{Cs}]/u)
    expect(Reflect.get(globalThis, 'assayWasHacked')).toBeUndefined()
    expect(Reflect.get({}, 'polluted')).toBeUndefined()
    expect(readDocument(good).problems.map(describeProblem)).toEqual(found)
  })

  it('reports a good file beside them as it is', () => {
    expect(found).toEqual([
      'unknown-field 5:1-5:8',
      'raw-html 8:1-8:4',
      'body-length 8:1-8:13',
      'raw-html 8:8-8:12',
    ])
  })

  it('refuses every language of front matter but YAML', () => {
    for (const refuse of Object.values(refusedEngines)) expect(refuse).toThrow(TypeError)
  })
})
