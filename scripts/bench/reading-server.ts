import { existsSync, readFileSync, statSync } from 'node:fs'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import path from 'node:path'
import { gzipSync } from 'node:zlib'
import { freePort, host, type Server } from '../serve.ts'

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.xml': 'application/xml; charset=utf-8',
  '.txt': 'text/plain; charset=utf-8',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
  '.wasm': 'application/wasm',
}
const packed = new Set(['.png', '.woff2'])

interface Answer {
  readonly status: number
  readonly headers: Readonly<Record<string, string>>
  readonly body: Buffer
}

/**
 * Serves a built site at a root as a host of static pages does: gzip for what is text, ten minutes of
 * cache as GitHub Pages has it, a year for files that are named by their content, the site's page for 404.
 */
export async function servePacked(out: string): Promise<Server> {
  const answers = new Map<string, Answer>()
  const answerTo = (request: IncomingMessage): Answer => {
    const { pathname } = new URL(request.url ?? '/', 'http://site')
    const known = answers.get(pathname) ?? answerWith(out, pathname)
    answers.set(pathname, known)
    return known
  }
  const port = await freePort(20_000 + (process.pid % 20_000))
  const server = createServer((request, response) => send(response, answerTo(request)))
  const ended = new Promise<void>((resolve) => server.on('close', () => resolve()))
  await new Promise<void>((resolve) => server.listen(port, host, resolve))
  return {
    url: `http://${host}:${String(port)}/`,
    ended,
    async stop() {
      server.close()
      server.closeAllConnections()
      await ended
    },
  }
}

function send(response: ServerResponse, { status, headers, body }: Answer): void {
  response.writeHead(status, headers).end(body)
}

function answerWith(out: string, pathname: string): Answer {
  const wanted = fileIn(out, decodeURIComponent(pathname))
  const file = wanted ?? path.join(out, '404.html')
  const ending = path.extname(file)
  const bytes = readFileSync(file)
  const age = pathname.startsWith('/_astro/') ? '31536000, immutable' : '600'
  const headers = {
    'content-type': types[ending] ?? 'application/octet-stream',
    'cache-control': `public, max-age=${age}`,
  }
  const status = wanted === undefined ? 404 : 200
  if (packed.has(ending)) return { status, headers, body: bytes }
  const body = gzipSync(bytes)
  return { status, headers: { ...headers, 'content-encoding': 'gzip', vary: 'accept-encoding' }, body }
}

function fileIn(out: string, pathname: string): string | undefined {
  const file = path.join(out, pathname.endsWith('/') ? `${pathname}index.html` : pathname)
  const inside = file.startsWith(path.join(out, path.sep))
  return inside && existsSync(file) && statSync(file).isFile() ? file : undefined
}
