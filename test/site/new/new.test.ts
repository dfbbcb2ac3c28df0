import { describe, expect, it } from 'vitest'
import fc from 'fast-check'
import { parse } from 'yaml'
import { readDocument } from '../../../src/readers/read-document.ts'
import { doings, readAsked, writeAsked } from '../../../src/site/new/doings.ts'
import { emptyForm, fileOf, readKept, suggestedId } from '../../../src/site/new/form.ts'
import { longestAddress, newFileAddress } from '../../../src/site/new/new-file-address.ts'
import { templateOf } from '../../../src/site/new/template.ts'

const repository = { address: 'https://github.com/example/assay', branch: 'main' }

describe('the address of GitHub’s page for a new file', () => {
  it('has the folder, the name and the text', () => {
    const text = '---\ntitle: "A & B = 100 % + é"\n---\n'
    const { address, isWhole } = newFileAddress(repository, { path: 'content/map/an-id.md', text })
    const url = new URL(address)
    expect(url.origin + url.pathname).toBe('https://github.com/example/assay/new/main/content/map')
    expect(Object.fromEntries(url.searchParams)).toEqual({ filename: 'an-id.md', value: text })
    expect(isWhole).toBe(true)
  })

  it('has the name alone where the text is too long', () => {
    const file = { path: 'content/map/an-id.md', text: 'word '.repeat(longestAddress / 5) }
    const { address, isWhole } = newFileAddress(repository, file)
    expect(isWhole).toBe(false)
    expect(Object.fromEntries(new URL(address).searchParams)).toEqual({ filename: 'an-id.md' })
  })

  it('stays in the repository whatever names and texts are', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.string({ unit: 'binary' }), (name, text) => {
        const file = { path: `content/map/${name.replaceAll('/', '')}.md`, text }
        const { address } = newFileAddress({ ...repository, branch: 'a/b' }, file)
        expect(address.startsWith(`${repository.address}/new/a/b/content/map?filename=`)).toBe(true)
        expect(address.length).toBeLessThanOrEqual(longestAddress)
      }),
    )
  })
})

describe('what a fragment asks for', () => {
  it.each(doings)('is read back for %s', (doing) => {
    const end = doing === 'undercuts' ? 'the-end' : ''
    const asked = { doing, target: 'an-id', end }
    expect(readAsked(`#${writeAsked(asked)}`)).toEqual(asked)
  })

  it.each(['', '#', '#main', '#take-part'])('is nothing in %j', (fragment) => {
    expect(readAsked(fragment)).toBeUndefined()
  })

  it.each([
    '#rebuts=',
    '#rebuts=An-Id',
    '#rebuts=a/b',
    '#rebuts=<script>alert(1)</script>',
    '#rebuts=javascript:alert(1)',
    '#constructor=an-id',
    '#undercuts=an-id/the-end/more',
    '#rebuts=../../etc/passwd',
    `#rebuts=${'a'.repeat(10_000)}`,
    '#rebuts=constructor',
  ])('cannot be understood in %j', (fragment) => {
    expect(readAsked(fragment)).toBe('wrong')
  })
})

describe('the file of a form', () => {
  it.each(doings)('can be read as it is filled in by a template for %s', (doing) => {
    const asked = { doing, target: 'an-id', end: doing === 'undercuts' ? 'the-end' : '' }
    const { value, problems } = readDocument(templateOf('a-map', asked))
    expect(problems.map(({ code }) => code)).toEqual(['body-length'])
    expect(value?.type === 'node' && value.relations.length).toBe(1)
  })

  it('begins with a guide of two lines', () => {
    const asked = { doing: 'rebuts', target: 'an-id', end: '' } as const
    const lines = templateOf('a-map', asked).text.split('\n')
    expect(lines.slice(0, 4).map((line) => line.slice(0, 2))).toEqual(['--', '# ', '# ', 'ki'])
  })

  it('says whatever was typed, and nothing else', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.string({ unit: 'binary' }), (title, because) => {
        const form = { ...emptyForm('a-map', { target: 'an-id' }), title, because }
        const fields = parse(fileOf(form).text.split('\n---\n')[0] ?? '') as Record<string, unknown>
        expect(Object.keys(fields)).toEqual(['kind', 'title', 'statement', 'rebuts'])
        expect(fields['title']).toBe(title.trim())
      }),
    )
  })

  it.each([
    ['The head of a reward model is not all of it', 'head-reward-model-not-all'],
    ['Élan vital? 3 cases!', 'elan-vital-3-cases'],
    ['42', ''],
    ['日本語', ''],
  ])('has of the title %j the id %j', (title, id) => {
    expect(suggestedId(title)).toBe(id)
  })

  it('keeps within its folder whatever id is typed', () => {
    const form = { ...emptyForm('a-map'), id: '../../../etc/passwd' }
    expect(fileOf(form).path.split('/')).toHaveLength(3)
  })
})

describe('a draft that was kept', () => {
  it('is read back', () => {
    const form = {
      ...emptyForm('a-map', { doing: 'undercuts', target: 'an-id', end: 'the-end' }),
      title: 'A title',
      sources: [{ id: 'a-source', at: 'page 3' }],
      own: '---\n',
    }
    expect(readKept(JSON.stringify(form))).toEqual(form)
  })

  it.each(['', '{', 'null', '7', '[]', '{"map":"../x"}', '{"map":{}}'])(
    'is left aside where it is %j',
    (kept) => {
      expect(readKept(kept)).toBeUndefined()
    },
  )

  it('loses what is not text or no id', () => {
    const kept = '{"map":"a-map","doing":"__proto__","target":"<b>","title":7,"sources":[1,null,{"id":"A"}]}'
    expect(readKept(kept)).toEqual(emptyForm('a-map'))
  })
})
