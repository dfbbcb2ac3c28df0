import { setTimeout as wait } from 'node:timers/promises'
import { z } from 'zod'
import { quote, UsageError } from '../lib/command.ts'

/** GitHub did not do what was asked, in one sentence. `status` is missing where it did not answer. */
export class GithubFault extends Error {
  readonly status: number | undefined

  constructor(message: string, status?: number) {
    super(message)
    this.status = status
  }
}

/** GitHub's REST interface for one repository. Every function throws a GithubFault. */
export interface Github {
  /** `owner/name`. */
  readonly repository: string
  /** Answers that do not have the shape are faults too. `path` begins with `/`. */
  get<Shape extends z.ZodType>(path: string, shape: Shape): Promise<z.infer<Shape>>
  /** As `get`; nothing where there is no such thing. */
  find<Shape extends z.ZodType>(path: string, shape: Shape): Promise<z.infer<Shape> | undefined>
  /** All items of a list that comes in pages, at most `mostPages` pages of 100. */
  list<Shape extends z.ZodType>(path: string, item: Shape): Promise<z.infer<Shape>[]>
  send<Shape extends z.ZodType>(
    method: 'POST' | 'PATCH' | 'PUT',
    path: string,
    body: Readonly<Record<string, unknown>>,
    shape: Shape,
  ): Promise<z.infer<Shape>>
}

const timeout = 30_000
const mostPages = 50
const tries = 3

interface Connection {
  readonly address: string
  readonly token: string
  /** Milliseconds before a question is asked again. */
  readonly pause: number
}

/**
 * The interface as a workflow's environment names it: `GITHUB_API_URL`, `GITHUB_TOKEN` and
 * `GITHUB_REPOSITORY`. Questions are asked again, after a `pause` in milliseconds, where the server
 * failed; what changes something is sent once.
 *
 * @throws UsageError when something is missing.
 */
export function openGithub(
  env: Readonly<Record<string, string | undefined>>,
  pause = 2000,
): Github {
  const address = required(env, 'GITHUB_API_URL').replace(/\/+$/, '')
  const connection = { address, token: required(env, 'GITHUB_TOKEN'), pause }
  const repository = required(env, 'GITHUB_REPOSITORY')
  if (!/^[\w.-]+\/[\w.-]+$/.test(repository)) {
    throw new UsageError(`Unexpected GITHUB_REPOSITORY ${quote(repository)}, expected owner/name.`)
  }
  const ask = async (path: string) => readJson(await request(connection, 'GET', path))
  return {
    repository,
    get: async (path, shape) => fit(shape, await ask(path), path),
    find: async (path, shape) => {
      try {
        return fit(shape, await ask(path), path)
      } catch (error) {
        if (error instanceof GithubFault && error.status === 404) return undefined
        throw error
      }
    },
    list: (path, item) => readPages(connection, path, item),
    send: async (method, path, body, shape) =>
      fit(shape, await readJson(await request(connection, method, path, body)), path),
  }
}

function required(env: Readonly<Record<string, string | undefined>>, name: string): string {
  const value = env[name]
  if (value !== undefined && value !== '') return value
  throw new UsageError(`Unexpected lack of ${name} in the environment, which a workflow sets.`)
}

async function readPages<Shape extends z.ZodType>(
  connection: Connection,
  path: string,
  item: Shape,
): Promise<z.infer<Shape>[]> {
  const items: z.infer<Shape>[] = []
  for (let page = 1; page <= mostPages; page++) {
    const joint = path.includes('?') ? '&' : '?'
    const asked = `${path}${joint}per_page=100&page=${String(page)}`
    const found = fit(z.array(item), await readJson(await request(connection, 'GET', asked)), path)
    items.push(...found)
    if (found.length < 100) return items
  }
  throw new GithubFault(`GitHub has more than ${String(mostPages)} pages of ${quote(path)}.`)
}

async function request(
  connection: Connection,
  method: string,
  path: string,
  body?: Readonly<Record<string, unknown>>,
): Promise<Response> {
  const most = method === 'GET' ? tries : 1
  for (let attempt = 1; ; attempt++) {
    try {
      return await requestOnce(connection, method, path, body)
    } catch (error) {
      if (!(error instanceof GithubFault) || attempt >= most) throw error
      if (error.status !== undefined && error.status < 500) throw error
      await wait(connection.pause * attempt)
    }
  }
}

async function requestOnce(
  { address, token }: Connection,
  method: string,
  path: string,
  body?: Readonly<Record<string, unknown>>,
): Promise<Response> {
  const what = `${method} ${quote(path)}`
  const response = await fetch(address + path, {
    method,
    redirect: 'error',
    signal: AbortSignal.timeout(timeout),
    headers: {
      accept: 'application/vnd.github+json',
      authorization: `Bearer ${token}`,
      'user-agent': 'assay',
      'x-github-api-version': '2022-11-28',
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  }).catch((error: unknown) => {
    const late = error instanceof DOMException && error.name === 'TimeoutError'
    throw new GithubFault(`GitHub ${late ? 'took too long' : 'could not be reached'} for ${what}.`)
  })
  if (response.ok) return response
  const said = await response.text().catch(() => '')
  throw new GithubFault(
    `GitHub answered ${what} with ${String(response.status)}${reason(said)}.`,
    response.status,
  )
}

const Refusal = z.object({ message: z.string() })

function reason(said: string): string {
  try {
    const { message } = Refusal.parse(JSON.parse(said))
    return `: ${quote(message.slice(0, 300))}`
  } catch {
    return ''
  }
}

async function readJson(response: Response): Promise<unknown> {
  try {
    return await response.json()
  } catch {
    throw new GithubFault('GitHub answered with something that is no JSON.')
  }
}

function fit<Shape extends z.ZodType>(shape: Shape, answer: unknown, path: string): z.infer<Shape> {
  const read = shape.safeParse(answer)
  if (read.success) return read.data
  throw new GithubFault(`GitHub answered ${quote(path)} in a shape that is not known.`)
}
