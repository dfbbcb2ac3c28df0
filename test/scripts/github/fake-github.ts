import { once } from 'node:events'
import { spawn } from 'node:child_process'
import http from 'node:http'
import type { AddressInfo } from 'node:net'
import path from 'node:path'
import process from 'node:process'
import { onTestFinished } from 'vitest'
import { root } from '../folder.ts'

interface User {
  readonly login: string
  readonly type: string
}
export interface Comment {
  readonly id: number
  readonly issue: number
  body: string
  readonly user: User
}
export interface Pull {
  readonly number: number
  readonly html_url: string
  readonly user: User
  readonly title: string
  body: string
  readonly draft: boolean
  state: string
  readonly head: { sha: string; ref: string; repo: { id: number; full_name: string } | null }
  readonly base: { repo: { id: number }; ref: string }
}
export interface Issue {
  readonly number: number
  readonly title: string
  body: string
  state: string
  readonly user: User
}

export const bot: User = { login: 'github-actions[bot]', type: 'Bot' }
export const stranger: User = { login: 'stranger', type: 'User' }
export const repository = { id: 7, full_name: 'owner/assay' }

/** A repository as GitHub's REST interface shows it, as far as the scripts use it, over real HTTP. */
export class FakeGithub {
  readonly comments: Comment[] = []
  readonly pulls: Pull[] = []
  readonly issues: Issue[] = []
  /** Files of branches by path, and who committed them. */
  readonly branches = new Map<string, { files: Map<string, string>; authors: User[] }>()
  readonly requests: { method: string; path: string; authorization: string | undefined }[] = []
  /** Answers given instead of the true one, for the next requests of that method. */
  readonly failures: { method: string; path: RegExp; status: number }[] = []
  url = ''

  constructor() {
    this.branches.set('main', { files: new Map(), authors: [] })
  }

  get writes(): string[] {
    return this.requests.flatMap(({ method, path }) => (method === 'GET' ? [] : [`${method} ${path}`]))
  }

  answer(method: string, url: URL, body: Record<string, string>): [number, unknown] {
    const start = `/repos/${repository.full_name}`
    if (!url.pathname.startsWith(start)) return [404, { message: 'Not Found' }]
    const route = url.pathname.slice(start.length)
    const at = this.failures.findIndex((each) => each.method === method && each.path.test(route))
    const [failure] = at === -1 ? [] : this.failures.splice(at, 1)
    if (failure !== undefined) return [failure.status, { message: 'As the test says\u001b[31m' }]
    const parts = route.split('/').slice(1).map(decodeURIComponent)
    if (parts[0] === 'issues') return this.answerIssues(method, parts.slice(1), body, url)
    if (parts[0] === 'pulls') return this.answerPulls(method, parts[1], body, url)
    if (parts[0] === 'git') return this.answerGit(method, parts.slice(1).join('/'), body)
    if (parts[0] === 'compare') return this.answerCompare(parts[1] ?? '')
    if (parts[0] === 'contents') return this.answerContents(method, parts.slice(1).join('/'), body, url)
    return [404, { message: 'Not Found' }]
  }

  private answerIssues(method: string, parts: string[], body: Record<string, string>, url: URL): [number, unknown] {
    const [first = '', second = ''] = parts
    if (first === 'comments') {
      const comment = this.comments.find(({ id }) => id === Number(second))
      if (method !== 'PATCH' || comment === undefined) return [404, {}]
      comment.body = body['body'] ?? ''
      return [200, { html_url: 'c' }]
    }
    if (second === 'comments') {
      const issue = Number(first)
      if (method === 'GET') return [200, page(this.comments.filter((each) => each.issue === issue), url)]
      this.comments.push({ id: 9000 + this.comments.length, issue, body: body['body'] ?? '', user: bot })
      return [201, { html_url: 'c' }]
    }
    if (method === 'GET') return [200, page(this.issues.filter(({ state }) => state === 'open'), url)]
    if (method === 'POST') {
      const number = 500 + this.issues.length
      this.issues.push({ number, title: body['title'] ?? '', body: body['body'] ?? '', state: 'open', user: bot })
      return [201, { html_url: 'i' }]
    }
    const issue = this.issues.find(({ number }) => number === Number(first))
    if (issue === undefined) return [404, {}]
    Object.assign(issue, body)
    return [200, { html_url: 'i' }]
  }

  private answerPulls(method: string, number: string | undefined, body: Record<string, string>, url: URL): [number, unknown] {
    if (method === 'PATCH') {
      const pull = this.pulls.find((each) => each.number === Number(number))
      if (pull === undefined) return [404, {}]
      pull.body = body['body'] ?? ''
      return [200, pull]
    }
    if (method === 'POST') {
      const pull = this.openPull({ ref: body['head'] ?? '', title: body['title'] ?? '', body: body['body'] ?? '' }, body['draft'] as never)
      return [201, pull]
    }
    const state = url.searchParams.get('state')
    const head = url.searchParams.get('head')?.split(':').slice(1).join(':')
    const found = this.pulls.filter(
      (pull) => (state === 'all' || pull.state === state) && (head === undefined || pull.head.ref === head),
    )
    return [200, page(found, url)]
  }

  openPull(given: { ref: string; title?: string; body?: string; user?: User }, draft = false): Pull {
    const number = 100 + this.pulls.length
    const head = { sha: 'a'.repeat(40), ref: given.ref, repo: { ...repository } }
    const pull = {
      ...{ number, html_url: `https://github.example/owner/assay/pull/${String(number)}`, draft },
      ...{ user: given.user ?? bot, title: given.title ?? '', body: given.body ?? '', state: 'open', head },
      base: { repo: { id: repository.id }, ref: 'main' },
    }
    this.pulls.push(pull)
    return pull
  }

  private answerGit(method: string, rest: string, body: Record<string, string>): [number, unknown] {
    const shown = (branch: string) => ({ ref: `refs/heads/${branch}`, object: { sha: branch } })
    if (method === 'POST' && rest === 'refs') {
      const branch = (body['ref'] ?? '').replace('refs/heads/', '')
      const from = this.branches.get(body['sha'] ?? '')
      if (from === undefined || this.branches.has(branch)) return [422, {}]
      this.branches.set(branch, { files: new Map(from.files), authors: [] })
      return [201, shown(branch)]
    }
    const matching = /^matching-refs\/heads\/(.*)$/.exec(rest)?.[1]
    if (matching !== undefined) {
      return [200, [...this.branches.keys()].filter((name) => name.startsWith(matching)).map(shown)]
    }
    const branch = /^ref\/heads\/(.*)$/.exec(rest)?.[1] ?? ''
    return this.branches.has(branch) ? [200, shown(branch)] : [404, {}]
  }

  private answerCompare(range: string): [number, unknown] {
    const [base, head] = range.split('...').map((name) => this.branches.get(name))
    if (base === undefined || head === undefined) return [404, {}]
    const files = [...head.files].filter(([name, text]) => base.files.get(name) !== text)
    const commits = head.authors.map((author) => ({ author }))
    return [200, { total_commits: commits.length, commits, files: files.map(([filename]) => ({ filename })) }]
  }

  private answerContents(method: string, file: string, body: Record<string, string>, url: URL): [number, unknown] {
    const branch = this.branches.get(url.searchParams.get('ref') ?? body['branch'] ?? '')
    if (branch === undefined) return [404, {}]
    const now = branch.files.get(file)
    if (method === 'GET') {
      if (now === undefined) return [404, {}]
      const content = Buffer.from(now).toString('base64').replace(/(.{60})/g, '$1\n')
      return [200, { sha: `blob${String(now.length)}`, content }]
    }
    if (now !== undefined && body['sha'] !== `blob${String(now.length)}`) return [409, {}]
    branch.files.set(file, Buffer.from(body['content'] ?? '', 'base64').toString())
    branch.authors.push(bot)
    return [201, { commit: { message: body['message'] } }]
  }
}

function page<Item>(items: readonly Item[], url: URL): readonly Item[] {
  const size = Number(url.searchParams.get('per_page') ?? 30)
  const number = Number(url.searchParams.get('page') ?? 1)
  return items.slice((number - 1) * size, number * size)
}

/** Starts one for a test. */
export async function startGithub(): Promise<FakeGithub> {
  const fake = new FakeGithub()
  const server = http.createServer((request, response) => {
    const chunks: Buffer[] = []
    request.on('data', (chunk: Buffer) => chunks.push(chunk))
    request.on('end', () => {
      const url = new URL(request.url ?? '/', 'http://api.example')
      const { method = 'GET' } = request
      const { authorization } = request.headers
      fake.requests.push({ method, path: url.pathname, authorization })
      const text = Buffer.concat(chunks).toString()
      const body = text === '' ? {} : (JSON.parse(text) as Record<string, string>)
      const [status, answer] =
        authorization === 'Bearer s3cret' ? fake.answer(method, url, body) : [401, { message: 'Bad credentials' }]
      response.writeHead(status, { 'content-type': 'application/json' })
      response.end(JSON.stringify(answer))
    })
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  onTestFinished(() => {
    server.closeAllConnections()
    server.close()
  })
  fake.url = `http://127.0.0.1:${String((server.address() as AddressInfo).port)}`
  return fake
}

/** Runs a script beside the server that answers it. */
export async function runBeside(
  script: string,
  args: readonly string[],
  env: Readonly<Record<string, string>>,
): Promise<{ readonly code: number | null; readonly out: string; readonly err: string }> {
  const child = spawn(process.execPath, [path.join(root, 'scripts', script), ...args], {
    cwd: root,
    env: { PATH: process.env['PATH'] ?? '', ...env },
  })
  const texts = { out: '', err: '' }
  child.stdout.on('data', (chunk: Buffer) => (texts.out += chunk.toString()))
  child.stderr.on('data', (chunk: Buffer) => (texts.err += chunk.toString()))
  const [code] = (await once(child, 'close')) as [number | null]
  return { code, ...texts }
}

/** What a workflow sets for a script. */
export function workflowEnv(fake: FakeGithub, event: string): Readonly<Record<string, string>> {
  return {
    GITHUB_API_URL: fake.url,
    GITHUB_TOKEN: 's3cret',
    GITHUB_REPOSITORY: repository.full_name,
    GITHUB_EVENT_PATH: event,
  }
}
