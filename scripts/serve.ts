import { spawn, type ChildProcess } from 'node:child_process'
import { createServer } from 'node:net'
import { setTimeout as wait } from 'node:timers/promises'
import process from 'node:process'
import { stripVTControlCharacters } from 'node:util'
import { astro } from './build.ts'
import { environment, root } from './setup/run.mjs'

/** Where sites are served: on this machine, for nobody else. */
export const host = '127.0.0.1'

/** A server that runs until it is stopped. */
export interface Server {
  /** Where the site's first page is, base path included. */
  readonly url: string
  /** Settles when the server has ended. */
  readonly ended: Promise<void>
  stop(): Promise<void>
}

/** Serves a built site as it will be published: under its base path, with its page for 404. */
export function serveSite(site: { out: string; base: string; port?: number }): Promise<Server> {
  const env = { NODE_ENV: 'production', ASSAY_OUT: site.out, ASSAY_BASE: site.base }
  return serve('preview', env, site.base, site.port ?? 4321)
}

/** Serves a site that follows edits of the content in a folder. */
export function serveEdits(content: string, cache: string, port: number): Promise<Server> {
  const env = {
    NODE_ENV: 'development',
    ASSAY_CONTENT: content,
    ASSAY_CACHE: cache,
    ASSAY_BASE: '/',
  }
  return serve('dev', env, '/', port)
}

async function serve(
  command: 'preview' | 'dev',
  env: Record<string, string>,
  base: string,
  wanted: number,
): Promise<Server> {
  const port = await freePort(wanted)
  const args = [astro, command, '--host', host, '--port', String(port), '--ignore-lock']
  const child = spawn(process.execPath, args, { cwd: root, env: environment(env) })
  let said = ''
  child.stdout.on('data', (part) => (said = (said + String(part)).slice(-4000)))
  child.stderr.on('data', (part) => (said = (said + String(part)).slice(-4000)))
  const ended = new Promise<void>((resolve) => child.on('close', () => resolve()))
  const url = `http://${host}:${port}${base.replace(/\/?$/, '/')}`
  // Another may have taken the port since; the server then says at which it is.
  const told = () => /http:\/\/127\.0\.0\.1:\d+\//.exec(stripVTControlCharacters(said))?.[0]
  const address = () => new URL(new URL(url).pathname, told() ?? url).href
  if (!(await answers(address, child))) {
    child.kill('SIGKILL')
    throw new Error(`The server did not start:\n${said}`)
  }
  return {
    url: address(),
    ended,
    async stop() {
      child.kill('SIGTERM')
      await ended
    },
  }
}

async function answers(address: () => string, child: ChildProcess): Promise<boolean> {
  for (let tries = 0; tries < 600 && child.exitCode === null; tries++) {
    const response = await fetch(address()).catch(() => undefined)
    await response?.body?.cancel()
    if (response !== undefined) return true
    await wait(100)
  }
  return false
}

/** The first port from the wanted one up that nothing listens on. */
export async function freePort(wanted: number): Promise<number> {
  for (let port = wanted; port < Math.min(wanted + 100, 65_536); port++) {
    if (await isFree(port)) return port
  }
  throw new Error(`No port is free from ${wanted} to ${wanted + 99}.`)
}

function isFree(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const server = createServer()
    server.once('error', () => resolve(false))
    server.listen({ port, host, exclusive: true }, () => server.close(() => resolve(true)))
  })
}
