import fs from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { compare } from '../../src/analysis/compare/compare.ts'
import { assemble } from '../../src/graph/assemble.ts'
import { toComparisonJson } from '../../src/outputs/comparison-json.ts'
import { comparisonMarker } from '../../src/outputs/comparison-markdown.ts'
import { folderWith, mapFile, nodeFile, write } from './folder.ts'
import { bot, runBeside, startGithub, stranger, workflowEnv, type FakeGithub } from './github/fake-github.ts'

const hostileTitle = '@everyone closes #1 <!-- assay-draft --> <img src=x> ::error::'
const map = { path: 'content/light/index.md', text: mapFile }
const wave = { path: 'content/light/wave.md', text: nodeFile() }
const slits = {
  path: 'content/light/slits.md',
  text: nodeFile({ kind: 'evidence', title: hostileTitle, statement: `${hostileTitle}.`, supports: ['wave'] }),
}
const comparison = toComparisonJson(compare(assemble([map, wave]), assemble([map, wave, slits])))
const sha = 'a'.repeat(40)
const branch = 'topic/ä&state=closed#x'

function eventOf(run: Readonly<Record<string, unknown>> = {}) {
  return JSON.stringify({
    repository: { id: 7 },
    workflow_run: {
      ...{ id: 1, event: 'pull_request', head_sha: sha, head_branch: branch, pull_requests: [] },
      head_repository: { id: 8, owner: { login: 'fork' } },
      ...run,
    },
  })
}

function pullFrom(fake: FakeGithub, ref = branch) {
  const pull = fake.openPull({ ref })
  pull.head.repo = { id: 8, full_name: 'fork/assay' }
  return pull
}

async function post(
  fake: FakeGithub,
  options: { event?: string; artifact?: Readonly<Record<string, string>>; folder?: string } = {},
) {
  const { event = eventOf(), artifact = { 'comparison.json': comparison } } = options
  const folder = options.folder ?? folderWith({})
  write(folder, Object.fromEntries(Object.entries(artifact).map(([name, text]) => [`a/${name}`, text])))
  write(folder, { 'event.json': event })
  const env = workflowEnv(fake, path.join(folder, 'event.json'))
  return runBeside('post-comparison.ts', [path.join(folder, 'a')], env)
}

describe('post-comparison', () => {
  it('posts one comment on the pull request of a fork, in which nothing of strangers acts', async () => {
    const fake = await startGithub()
    const { number } = pullFrom(fake)
    const { code, out, err } = await post(fake)
    expect({ code, out, err }).toEqual({ code: 0, out: `The comparison on ${String(number)} was posted.\n`, err: '' })
    const [{ issue, body } = { issue: 0, body: '' }] = fake.comments
    expect(issue).toBe(number)
    expect(body.startsWith(`${comparisonMarker}\n`)).toBe(true)
    expect(body).toContain('slits')
    expect(body).not.toMatch(/@everyone|closes #1|<img|<!-- assay-draft/)
    expect(fake.requests.every(({ authorization }) => authorization === 'Bearer s3cret')).toBe(true)
  })

  it('rewrites its own comment in place, however many there are, and no forged one', async () => {
    const fake = await startGithub()
    const { number: issue } = pullFrom(fake)
    const forged = `${comparisonMarker}\nforged`
    fake.comments.push({ id: 1, issue, body: forged, user: stranger })
    fake.comments.push({ id: 2, issue, body: forged, user: { login: 'github-actions[bot]', type: 'User' } })
    fake.comments.push({ id: 3, issue, body: forged, user: { login: 'other[bot]', type: 'Bot' } })
    fake.comments.push({ id: 4, issue, body: `I quote\n${forged}`, user: bot })
    for (let id = 10; id < 260; id++) fake.comments.push({ id, issue, body: 'x', user: stranger })
    fake.comments.push({ id: 999, issue, body: `${comparisonMarker}\nold`, user: bot })
    expect((await post(fake)).out).toBe(`The comparison on ${String(issue)} was updated.\n`)
    expect(fake.writes).toEqual(['PATCH /repos/owner/assay/issues/comments/999'])
    expect(fake.comments.at(-1)?.body).toContain('slits')
    expect((await post(fake)).out).toBe(`The comparison on ${String(issue)} was unchanged.\n`)
    expect(fake.writes.length).toBe(1)
  })

  it.each<[string, (fake: FakeGithub) => void, string]>([
    ['at a newer commit', (fake) => (pullFrom(fake).head.sha = 'b'.repeat(40)), 'No open pull request'],
    ['that is closed', (fake) => (pullFrom(fake).state = 'closed'), 'No open pull request'],
    ['of another branch', (fake) => pullFrom(fake, 'topic'), 'No open pull request'],
    ['of another fork', (fake) => (pullFrom(fake).head.repo = { id: 9, full_name: 'x/assay' }), 'No open pull request'],
    ['whose fork is gone', (fake) => (pullFrom(fake).head.repo = null), 'No open pull request'],
    ['in another repository', (fake) => (pullFrom(fake).base.repo.id = 8), 'No open pull request'],
    ['one of two', (fake) => (pullFrom(fake), pullFrom(fake)), 'Several pull requests'],
  ])('writes nothing on a pull request %s, and says so', async (_, prepare, said) => {
    const fake = await startGithub()
    prepare(fake)
    const { code, out } = await post(fake)
    expect({ code, writes: fake.writes }).toEqual({ code: 0, writes: [] })
    expect(out).toContain(said)
  })

  it.each([
    [eventOf({ event: 'push' }), 0, 'not for a pull request'],
    [eventOf({ head_repository: null }), 0, 'is gone'],
    [eventOf({ head_sha: 'main' }), 2, 'Unexpected event'],
    ['{', 2, 'Unexpected event'],
  ])('writes nothing for another event: %#', async (event, code, said) => {
    const fake = await startGithub()
    pullFrom(fake)
    const done = await post(fake, { event })
    expect(done.code).toBe(code)
    expect(done.out + done.err).toContain(said)
    expect(fake.writes).toEqual([])
  })

  it.each<[string, Readonly<Record<string, string>>, number]>([
    ['no artifact', {}, 0],
    ['another file beside it', { 'comparison.json': comparison, 'x.sh': 'echo' }, 1],
    ['another file', { '::error::\u001b.json': comparison }, 1],
    ['a folder of its name', { 'comparison.json/x': comparison }, 1],
    ['no JSON', { 'comparison.json': '\u001b[31m::error::x' }, 1],
    ['another field', { 'comparison.json': comparison.replace('{', '{ "number": 1,') }, 1],
    ['a giant', { 'comparison.json': ' '.repeat(8_000_001) }, 1],
  ])('writes nothing of an artifact that is %s', async (_, artifact, code) => {
    const fake = await startGithub()
    pullFrom(fake)
    const done = await post(fake, { artifact })
    expect(done.code).toBe(code)
    expect(done.out + done.err).toMatch(/^(?:The run ended without a comparison|Unexpected [^\n]+)\.\n$/)
    expect(done.out + done.err).not.toMatch(/\u001b|^::/m)
    expect(fake.writes).toEqual([])
  })

  it('does not follow a link to a file elsewhere', async () => {
    const fake = await startGithub()
    pullFrom(fake)
    const folder = folderWith({ 'secret.json': comparison, 'a/x': '' })
    fs.rmSync(path.join(folder, 'a/x'))
    fs.symlinkSync('../secret.json', path.join(folder, 'a/comparison.json'))
    const { code, err } = await post(fake, { folder, artifact: {} })
    expect({ code, err }).toEqual({ code: 1, err: 'Unexpected comparison.json, expected a plain file.\n' })
    expect(fake.writes).toEqual([])
  })

  it('asks again where the server failed, and sends what changes something once', async () => {
    const fake = await startGithub()
    pullFrom(fake)
    fake.failures.push({ method: 'GET', path: /^\/pulls/, status: 502 })
    fake.failures.push({ method: 'POST', path: /comments/, status: 403 })
    const { code, err } = await post(fake)
    expect(code).toBe(1)
    expect(err).toMatch(/^GitHub answered POST `[^`]*` with 403: `As the test says⟨U\+001B⟩\[31m`\.\n$/)
    expect(fake.requests.filter(({ path: asked }) => asked.endsWith('/pulls')).length).toBe(2)
    expect(fake.writes.length).toBe(1)
  })

  it('says in a sentence what is missing', async () => {
    expect((await runBeside('post-comparison.ts', [], {})).err).toBe('Unexpected lack of a folder with the artifact.\n')
    const { code, err } = await runBeside('post-comparison.ts', ['x'], {})
    expect({ code, err }).toEqual({ code: 2, err: 'Unexpected lack of GITHUB_EVENT_PATH, which a workflow sets.\n' })
  })
})
