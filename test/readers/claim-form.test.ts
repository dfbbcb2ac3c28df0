import fs from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { claimLabels, claimRelations, licenceBegins, readClaimForm } from '../../src/readers/claim-form.ts'

const answers: Readonly<Record<keyof typeof claimLabels, string>> = {
  statement: 'Judges err where policies err.',
  title: 'Judges share blind spots',
  target: 'judge-can-train-the-policy',
  relation: 'It challenges a step from it',
  towards: '_No response_',
  because: 'Training cannot mend what both get wrong.',
  explanation: 'A judge helps where it is right.\n\n- One\n- Two',
  sources: '_No response_',
  licence: '- [X] I publish my text under CC BY 4.0, and it is mine to publish.',
}

function form(changed: Partial<typeof answers> = {}): string {
  const all = { ...answers, ...changed }
  return Object.entries(claimLabels)
    .map(([name, label]) => `### ${label}\n\n${all[name as keyof typeof claimLabels]}`)
    .join('\n\n')
}

function problemsOf(text: string): string {
  const read = readClaimForm(text)
  return 'problems' in read ? read.problems.join(' ') : ''
}

describe('readClaimForm', () => {
  it('reads what GitHub makes of the form, with either line end', () => {
    const expected = {
      form: {
        statement: answers.statement,
        title: answers.title,
        target: answers.target,
        kind: 'counterargument',
        relation: 'undercuts',
        because: answers.because,
        explanation: answers.explanation,
      },
    }
    expect(readClaimForm(form())).toEqual(expected)
    expect(readClaimForm(form().replaceAll('\n', '\r\n'))).toEqual(expected)
  })

  it('keeps what looks like front matter, a fence or another form within its answer', () => {
    const explanation = '---\nkind: claim\n---\n\n## Licence\n\n### Your explanations\n\n```\n# x\n```'
    const read = readClaimForm(form({ explanation, statement: 'One\n---\ntitle: two' }))
    expect(read).toMatchObject({ form: { explanation, statement: 'One --- title: two' } })
  })

  it.each([
    [form({ explanation: 'So.\n\n### A title for it\n\nAnother' }), 'second heading “A title for it”'],
    [form({ statement: 'So.\n\n### Licence\n\n- [x] I publish my text under CC BY 4.0' }), 'second heading “Licence”'],
    [form().replace('### Licence', '### License'), 'lack of the heading “Licence”'],
    [form().replace('### What do you say?', '### X').concat('\n\n### What do you say?\n\nLast'), 'order of the headings'],
    [form({ licence: '- [ ] I publish my text under CC BY 4.0' }), 'not ticked'],
    [form({ licence: '- [x] I do not publish' }), 'not ticked'],
    [form({ relation: 'It is as it is' }), '“How does it bear on it?” has no answer'],
    [form({ relation: 'constructor' }), '“How does it bear on it?” has no answer'],
    [form({ statement: '_No response_', title: '' }), '“What do you say?” has no answer that can be used. “A title for it”'],
    ['', 'lack of the heading “What do you say?”'],
    [form({ explanation: 'x'.repeat(66_000) }), 'longer than GitHub takes'],
  ])('says what is missing: %#', (text, problem) => {
    expect(problemsOf(text)).toContain(problem)
  })

  it('is total', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => void readClaimForm(text)))
    const parts = fc.constantFrom('### ', '\n', '\r\n', '_No response_', '- [x] ', ...Object.values(claimLabels))
    fc.assert(fc.property(fc.array(parts), (some) => void readClaimForm(some.join(''))))
  })

  it('knows the labels, the choices and the box of the form that people see', () => {
    const { body } = parse(fs.readFileSync('.github/ISSUE_TEMPLATE/claim.yml', 'utf8')) as {
      body: { id?: string; attributes: { label?: string; options?: readonly (string | { label: string })[] } }[]
    }
    const labels = body.flatMap(({ id, attributes }) => (id === undefined ? [] : [[id, attributes.label]]))
    expect(labels).toEqual(Object.entries(claimLabels))
    const options = (id: string) => body.find((each) => each.id === id)?.attributes.options ?? []
    expect(options('relation')).toEqual(Object.keys(claimRelations))
    expect(options('licence')).toEqual([{ label: expect.stringContaining(licenceBegins), required: true }])
  })
})
