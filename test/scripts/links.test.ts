import { once } from 'node:events'
import http from 'node:http'
import type { AddressInfo } from 'node:net'
import path from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import { toLinkMarkdown, linksMarker } from '../../src/outputs/link-report.ts'
import { folderWith, mapFile, nodeFile } from './folder.ts'
import { bot, runBeside, startGithub, stranger, workflowEnv } from './github/fake-github.ts'

/** A host with pages of every sort; how often each was asked for. */
async function startHost() {
  const asked = new Map<string, number>()
  const server = http.createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://x')
    asked.set(pathname, (asked.get(pathname) ?? 0) + 1)
    if (pathname === '/never') return
    if (pathname === '/reset') request.socket.destroy()
    const status = /^\/(\d{3})/.exec(pathname)?.[1] ?? '200'
    const headers = pathname === '/moved' ? { location: '/200' } : {}
    response.writeHead(pathname === '/moved' ? 301 : Number(status), headers)
    response.end(request.method === 'HEAD' ? undefined : 'x')
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  onTestFinished(() => {
    server.closeAllConnections()
    server.close()
  })
  return { asked, url: `http://127.0.0.1:${String((server.address() as AddressInfo).port)}` }
}

function contentWith(links: readonly string[], url: string): string {
  const body = links.map((link) => `[x](${url}${link})`).join('\n\n')
  return path.join(
    folderWith({
      'content/light/index.md': mapFile,
      'content/light/wave.md': `${nodeFile()}\n${body}\n`,
      'content/sources/young1804light.md': `---
type: webpage
title: On light
author: [{ family: Young }]
issued: 1804
URL: ${url}/404-source
checked: { how: unread, where: Nowhere. }
---

About [light](${url}/200#part).
`,
    }),
    'content',
  )
}

const options = ['--timeout', '2', '--retries', '0']

describe('links', () => {
  it('tells what is broken from what keeps robots out', async () => {
    const { url, asked } = await startHost()
    const links = ['/200', '/200#b', '/moved', '/404', '/410', '/403', '/429', '/500', '/never', '/reset']
    const { code, out, err } = await runBeside('links.ts', ['--content', contentWith(links, url), ...options], {})
    expect({ code, err }).toEqual({ code: 1, err: '' })
    for (const page of ['/404', '/410', '/500']) {
      expect(out).toContain(`Broken: ${url}${page} (answers with ${page.slice(1)})\n  content/light/wave.md:`)
    }
    expect(out).toContain(`Broken: ${url}/404-source (answers with 404)\n  content/sources/young1804light.md:6\n`)
    expect(out).toContain(`Broken: ${url}/never (no answer in time)`)
    expect(out).toMatch(/Broken: \S+\/reset \(no answer/)
    expect(out).toContain(`Could not be checked: ${url}/403 (answers a robot with 403)`)
    expect(out).toContain(`Could not be checked: ${url}/429 (answers a robot with 429)`)
    expect(out).toMatch(/2 of 10 addresses answer, 6 are broken, 2 could not be checked\.\n$/)
    expect(asked.get('/200')).toBeLessThanOrEqual(2)
  })

  it('asks again where a host failed, if it may', async () => {
    const { url, asked } = await startHost()
    const folder = contentWith(['/503'], url)
    await runBeside('links.ts', ['--content', folder, '--timeout', '2', '--retries', '1'], {})
    expect(asked.get('/503')).toBe(4)
  })

  it('is content with content without links, and says what it does not take', async () => {
    const folder = path.join(folderWith({ 'content/light/index.md': mapFile }), 'content')
    expect(await runBeside('links.ts', ['--content', folder], {})).toMatchObject({
      code: 0,
      out: '0 of 0 addresses answer, 0 are broken, 0 could not be checked.\n',
    })
    expect((await runBeside('links.ts', ['--timeout', '1e9'], {})).code).toBe(2)
    expect((await runBeside('links.ts', ['--issue', '--content', folder], {})).err).toContain('GITHUB_API_URL')
  })

  it('keeps one issue: opens it, rewrites it, closes it, and touches nobody else’s', async () => {
    const fake = await startGithub()
    const { url } = await startHost()
    const env = { ...workflowEnv(fake, ''), ASSAY_SITE: 'https://example.org', ASSAY_BASE: '/assay/' }
    const title = 'Links that lead nowhere'
    const forged = { number: 1, title, body: `${linksMarker}\nforged`, state: 'open', user: stranger }
    fake.issues.push(forged)
    const broken = ['--issue', ...options, '--content', contentWith(['/404'], url)]
    const well = ['--issue', ...options, '--content', path.join(folderWith({ 'content/light/index.md': mapFile }), 'content')]
    expect((await runBeside('links.ts', well, env)).out).toContain('no issue is open')
    expect(await runBeside('links.ts', broken, env)).toMatchObject({ code: 0, err: '' })
    const [, issue] = fake.issues
    expect(issue).toMatchObject({ title, state: 'open', user: bot })
    expect(issue?.body).toContain('line 6 ([page](https://example.org/assay/sources/young1804light/))')
    expect(issue?.body).toContain('([page](https://example.org/assay/c/wave/))')
    expect((await runBeside('links.ts', broken, env)).out).toContain('was rewritten')
    expect((await runBeside('links.ts', well, env)).out).toContain('was closed')
    expect(fake.issues).toMatchObject([forged, { state: 'closed' }])
  })
})

describe('toLinkMarkdown', () => {
  const place = { file: 'content/a/@b`#1.md', start: { line: 1, column: 1 }, end: { line: 1, column: 1 } }

  it('takes addresses and file names for text, and stays within what GitHub takes', () => {
    const url = 'https://a.example/`@octocat`/closes #1<img>'
    const link = { url, state: 'broken', reason: 'answers with 404', places: [place] } as const
    const text = toLinkMarkdown([link], 'https://example.org')
    expect(text).not.toMatch(/@(?!<!-- -->)|#1|<img|\]\(https:\/\/a/)
    const many = Array.from({ length: 5000 }, () => link)
    expect(toLinkMarkdown(many, '').length).toBeLessThan(60_000)
  })
})
