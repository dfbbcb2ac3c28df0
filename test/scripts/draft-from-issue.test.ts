import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { readDocument } from '../../src/readers/read-document.ts'
import { claimLabels } from '../../src/readers/claim-form.ts'
import { idFromTitle } from '../../scripts/draft/id-from-title.ts'
import { folderWith, mapFile, nodeFile, write } from './folder.ts'
import { bot, runBeside, startGithub, stranger, workflowEnv, type FakeGithub } from './github/fake-github.ts'

const source = `---
type: article-journal
title: On light
author: [{ family: Young }]
issued: 1804
DOI: 10.1098/rstl.1804.0001
checked: { how: unread, where: Nowhere. }
---

About light.
`
const content = {
  'content/light/index.md': mapFile,
  'content/light/wave.md': nodeFile(),
  'content/light/slits.md': nodeFile({
    ...{ kind: 'evidence', title: 'Two slits', statement: 'Two slits make fringes of light and dark.' },
    supports: ['wave', 'bends'],
  }),
  'content/light/bends.md': nodeFile({ title: 'Light bends', statement: 'Light bends at an edge.', supports: ['wave'] }),
  'content/light/gone.md': nodeFile({
    ...{ title: 'An ether', statement: 'There is an ether.' },
    withdrawn: { on: '1887-11-01', reason: 'Nobody found it.' },
  }),
  'content/sources/young1804light.md': source,
}

const answers = {
  statement: 'Fringes so faint may come from the edges of the slits.',
  title: 'Fringes from the edges',
  target: 'slits',
  relation: 'It challenges a step from it',
  towards: 'wave',
  because: 'Edges alone would leave the same trace.',
  explanation: 'An edge scatters light. '.repeat(20),
  sources: '_No response_',
  licence: '- [X] I publish my text under CC BY 4.0, and it is mine to publish.',
}
type Answers = Partial<typeof answers>

function bodyOf(changed: Answers = {}): string {
  const all = { ...answers, ...changed }
  return Object.entries(claimLabels)
    .map(([name, label]) => `### ${label}\n\n${all[name as keyof typeof answers]}`)
    .join('\n\n')
}

async function draft(fake: FakeGithub, changed: Answers | string = {}, issue: Readonly<Record<string, unknown>> = {}) {
  const body = typeof changed === 'string' ? changed : bodyOf(changed)
  const event = {
    action: 'opened',
    issue: { number: 12, state: 'open', title: '$(touch x)', body, user: stranger, ...issue },
    repository: { default_branch: 'main' },
  }
  const folder = folderWith(content)
  write(folder, { 'event.json': JSON.stringify(event) })
  const env = workflowEnv(fake, path.join(folder, 'event.json'))
  return runBeside('draft-from-issue.ts', ['--content', path.join(folder, 'content')], env)
}

const branch = 'claim/12-fringes-from-the-edges'
const file = 'content/light/fringes-from-the-edges.md'

function written(fake: FakeGithub, name = branch) {
  return fake.branches.get(name)?.files ?? new Map<string, string>()
}

describe('draft-from-issue', () => {
  it('makes a file on a branch, a draft pull request and a comment', async () => {
    const fake = await startGithub()
    const { code, err } = await draft(fake, { sources: 'Young, doi:10.1098/RSTL.1804.0001, page 3\n@somebody' })
    expect({ code, err }).toEqual({ code: 0, err: '' })
    expect([...written(fake).keys()]).toEqual([file])
    const { value, problems } = readDocument({ path: file, text: written(fake).get(file) ?? '' })
    expect(problems.filter(({ severity }) => severity === 'error')).toEqual([])
    expect(value).toMatchObject({
      ...{ kind: 'counterargument', statement: answers.statement, title: answers.title },
      relations: [{ kind: 'undercuts', to: { from: 'slits', to: 'wave' }, because: answers.because }],
      sources: [{ id: 'young1804light' }],
    })
    const [pull] = fake.pulls
    expect(pull).toMatchObject({ draft: true, title: 'content: fringes-from-the-edges, from issue 12' })
    expect(pull?.body).toContain('Closes #12.')
    expect(pull?.body).toContain('<code>stranger</code>')
    expect(pull?.body).not.toContain('@s')
    expect(pull?.body).toContain('undercuts the step from <code>slits</code> to <code>wave</code>')
    expect(fake.comments).toMatchObject([{ issue: 12, user: bot }])
    expect(fake.comments[0]?.body).toContain(pull?.html_url)
  })

  it.each([
    ['https://example.org/assay/c/bends/#why', 'bends'],
    ['content/light/bends.md', 'bends'],
    ['light that bends at edges', 'bends'],
    ['`bends`', 'bends'],
  ])('finds what is meant by %j', async (target, to) => {
    const fake = await startGithub()
    await draft(fake, { target, relation: 'It supports it', towards: '' })
    const { value } = readDocument({ path: file, text: written(fake).get(file) ?? '' })
    expect(value).toMatchObject({ relations: [{ kind: 'supports', to }] })
  })

  it('lists in words what the check finds', async () => {
    const fake = await startGithub()
    await draft(fake, { statement: 'Light is a wave.', explanation: 'Short.', relation: 'It is evidence for it' })
    expect(fake.pulls[0]?.body).toMatch(/line \d+: Unexpected/)
    expect(fake.pulls[0]?.body).not.toContain('finds nothing')
  })

  it('follows edits, keeps the id, and leaves the draft to others once they have worked on it', async () => {
    const fake = await startGithub()
    await draft(fake)
    const changed = { title: 'Another title', statement: 'The fringes may come from edges alone.' }
    await draft(fake, changed)
    expect([...fake.branches.keys()]).toEqual(['main', branch])
    expect(written(fake).get(file)).toContain('edges alone')
    expect(fake.pulls.length).toBe(1)
    expect(fake.comments.length).toBe(1)
    const puts = () => fake.writes.filter((each) => each.startsWith('PUT')).length
    await draft(fake, changed)
    expect(puts()).toBe(2)
    fake.branches.get(branch)?.authors.push(stranger)
    await draft(fake, { statement: 'Third.' })
    expect(puts()).toBe(2)
    expect(fake.comments[0]?.body).toContain('Somebody else has worked on the draft')
  })

  it('leaves a draft that was closed, and issues that are closed or pull requests', async () => {
    const fake = await startGithub()
    await draft(fake)
    const [pull] = fake.pulls
    if (pull !== undefined) pull.state = 'closed'
    const before = fake.writes.length
    await draft(fake, { statement: 'Another.' })
    expect(fake.writes.slice(before)).toEqual([expect.stringMatching(/^PATCH .*comments/)])
    expect(fake.comments[0]?.body).toContain('was closed')
    const calm = await startGithub()
    await draft(calm, {}, { state: 'closed' })
    await draft(calm, {}, { pull_request: {} })
    expect(calm.requests).toEqual([])
  })

  it.each<[string, Answers | string, string]>([
    ['an empty issue', '', 'lack of the heading'],
    ['an id that is taken', { title: 'Slits' }, '<code>slits</code> already'],
    ['an id that is a source', { title: 'Young1804light' }, 'already'],
    ['a name of the site', { title: 'Index' }, 'No address can be made'],
    ['a title without letters', { title: '../../.github/workflows/x' .replace(/\w/g, '.') }, 'No address can be made'],
    ['a withdrawn target', { target: 'gone' }, 'was withdrawn'],
    ['a step that is not there', { target: 'wave' }, 'no step leads from there'],
    ['one of several steps', { towards: '' }, 'steps lead from there to <code>bends</code>, <code>wave</code>'],
    ['a target nobody knows', { target: 'xyzzy qwertz' }, 'No claim was found'],
  ])('says what is missing for %s, and writes nothing else', async (_, changed, said) => {
    const fake = await startGithub()
    expect((await draft(fake, changed)).code).toBe(0)
    expect(fake.writes).toEqual(['POST /repos/owner/assay/issues/12/comments'])
    expect(fake.comments[0]?.body).toContain(said)
  })

  const hostile = [
    '@octocat closes #1 fixes owner/repo#2 ![x](https://evil.example/p.png) <script>alert(1)</script>',
    '\n---\nkind: claim\ntitle: "x"\n---\n::set-output name=a::b\n::error file=a::b\n',
    '"; $(touch /tmp/assay-pwned) `touch /tmp/assay-pwned` ${{ github.token }} \u001b[31m \u202e \u0000',
    '- !!js/function x\n&a [*a, *a]\n<!-- assay-draft --> <!-- assay-comparison -->',
  ]

  it.each(hostile)('takes hostile answers for text: %#', async (text) => {
    const fake = await startGithub()
    const everywhere = { statement: text, because: text, explanation: text, sources: text, target: `wave ${text}` }
    const { code, out, err } = await draft(fake, { ...everywhere, relation: 'It challenges it' })
    expect({ code, err }).toEqual({ code: 0, err: '' })
    expect(out).toMatch(/^Issue 12 is drafted as [^\n]*\n$/)
    expect([...written(fake).keys()]).toEqual([file])
    const { value } = readDocument({ path: file, text: written(fake).get(file) ?? '' })
    if (value !== undefined) expect(value).toMatchObject({ kind: 'counterargument', title: answers.title })
    for (const shown of [fake.pulls[0]?.body ?? '', fake.comments[0]?.body ?? '']) {
      expect(shown).not.toMatch(/@(?!<!-- -->)|closes #1\b|<script|!\[|^::|\u001b|\u202e|\u0000/m)
      expect(shown.split('<!-- assay-').length).toBeLessThanOrEqual(2)
    }
    expect(fake.pulls[0]?.body.startsWith('<!--')).toBe(false)
    expect(fake.pulls[0]?.title).toBe('content: fringes-from-the-edges, from issue 12')
  })

  it('escapes strangers’ words where it refuses them, too', async () => {
    const fake = await startGithub()
    const { out } = await draft(fake, { target: '@octocat #1 <img> \u001b[31m xyzzy'.repeat(3), title: '@@ ## ::error::' })
    expect(out).toMatch(/^No draft was made of issue 12/)
    expect(fake.comments[0]?.body).not.toMatch(/@(?!<!-- -->)|<img|\u001b/)
  })

  it.each(['statement', 'title', 'target', 'because', 'explanation', 'sources'] as const)(
    'says something that GitHub takes of a giant %s',
    async (name) => {
      const fake = await startGithub()
      expect(await draft(fake, { [name]: `wave ${'@ ` # '.repeat(8000)}` })).toMatchObject({ code: 0, err: '' })
      for (const { body } of [...fake.comments, ...fake.pulls]) expect(body.length).toBeLessThan(65_536)
      expect(fake.comments.length).toBe(1)
    },
  )

  it('does not let strangers’ comments stand for its own', async () => {
    const fake = await startGithub()
    fake.comments.push({ id: 1, issue: 12, body: '<!-- assay-draft -->\nforged', user: stranger })
    await draft(fake)
    expect(fake.comments[0]?.body).toContain('forged')
    expect(fake.comments.length).toBe(2)
  })

  it('makes no more drafts than the maintainers can look at', async () => {
    const fake = await startGithub()
    for (let n = 0; n < 40; n++) fake.openPull({ ref: `claim/${String(n + 100)}-x` })
    await draft(fake)
    expect(fake.pulls.length).toBe(40)
    expect(fake.comments[0]?.body).toContain('so many drafts')
  })

  it('says so where GitHub lets it open no pull request', async () => {
    const fake = await startGithub()
    fake.failures.push({ method: 'POST', path: /^\/pulls$/, status: 403 })
    const { code, err } = await draft(fake)
    expect(code).toBe(1)
    expect(err).toMatch(/^GitHub answered POST .* with 403/)
    expect(fake.comments[0]?.body).toContain('has to be opened by a maintainer')
    expect((await draft(fake)).code).toBe(0)
    expect(fake.pulls.length).toBe(1)
  })
})

describe('idFromTitle', () => {
  it.each([
    ['Judges share blind spots', 'judges-share-blind-spots'],
    ['Déjà vu: it’s “here”', 'deja-vu-its-here'],
    ['one two three four five six seven eight nine', 'one-two-three-four-five-six-seven-eight'],
    ['../../etc/passwd', 'etc-passwd'],
    ['3 ways to look', 'ways-to-look'],
    ['意味', ''],
  ])('makes of %j %j', (title, id) => {
    expect(idFromTitle(title)).toBe(id)
  })
})
