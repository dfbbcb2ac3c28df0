import { spawn } from 'node:child_process'
import path from 'node:path'
import process from 'node:process'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { environment, root, run } from './setup/run.mjs'

/** What to build where; what is not given is as the environment says, else as `astro.config.mjs`. */
export interface SiteBuild {
  /** The folder to write, absolute or in the repository. */
  readonly out?: string
  /** The path under which the site is published, `/assay/`. */
  readonly base?: string
  /** The host of the site, `https://example.org`; without it nothing that needs one is written. */
  readonly site?: string | undefined
  readonly content?: string
  /** Where finished diagrams, cards and bodies are kept between builds. */
  readonly cache?: string
  /** The file to write what each stage took to. */
  readonly stages?: string
}

/** Builds the site; resolves to what was printed and whether it went well. */
export async function buildSite(build: SiteBuild = {}): Promise<{ ok: boolean; text: string }> {
  const env = environment({
    NODE_ENV: 'production',
    ...(build.out === undefined ? {} : { ASSAY_OUT: path.resolve(root, build.out) }),
    ...(build.base === undefined ? {} : { ASSAY_BASE: build.base }),
    ...(build.site === undefined ? {} : { ASSAY_SITE: build.site }),
    ...(build.content === undefined ? {} : { ASSAY_CONTENT: build.content }),
    ...(build.cache === undefined ? {} : { ASSAY_CACHE: path.resolve(root, build.cache) }),
    ...(build.stages === undefined ? {} : { ASSAY_STAGES: build.stages }),
  })
  const child = spawn(process.execPath, [astro, 'build'], { cwd: root, env })
  let text = ''
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (part: string) => (text += part))
  }
  const code = await new Promise((resolve) => child.on('error', resolve).on('close', resolve))
  return { ok: code === 0, text }
}

/** The program of Astro, to be run by Node. */
export const astro = path.join(root, 'node_modules', 'astro', 'bin', 'astro.mjs')

const noSite =
  'ASSAY_SITE is not set, so this site has nothing that needs its host: canonical addresses, ' +
  'pictures for pasted links, oEmbed, feeds, sitemap.'

async function main(): Promise<number> {
  const { values } = parseArgs({
    options: { out: { type: 'string' }, base: { type: 'string' } },
  })
  const checked = await run(process.execPath, [path.join(root, 'scripts', 'check.ts')])
  if (checked !== 0) return checked
  const { ok, text } = await buildSite(values)
  process.stdout.write(text)
  if (ok && !process.env['ASSAY_SITE']) console.log(`\n${noSite}`)
  return ok ? 0 : 1
}

if (process.argv[1] === fileURLToPath(import.meta.url)) process.exitCode = await main()
