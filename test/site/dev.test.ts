import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { serveEdits, type Server } from '../../scripts/serve.ts'
import { root } from '../../scripts/setup/run.mjs'

const folder = mkdtempSync(path.join(os.tmpdir(), 'assay-dev-'))
const content = path.join(folder, 'content')
let server: Server | undefined
let ended = false

beforeAll(async () => {
  cpSync(path.join(root, 'content'), content, { recursive: true })
  const port = 20_000 + Math.floor(Math.random() * 30_000)
  server = await serveEdits(content, path.join(folder, 'cache'), port)
  void server.ended.then(() => (ended = true))
})

afterAll(async () => {
  await server?.stop()
  rmSync(folder, { recursive: true, force: true })
})

const map =
  readdirSync(path.join(root, 'content')).find(
    (name) => name !== 'sources' && name !== 'results',
  ) ?? ''
const added = 'written-while-the-server-runs'
const claim = (statement: string) => `---
kind: claim
title: Written while the server runs
statement: ${statement}
supports:
  - to: ${anyNode()}
    because: It shows that new files are seen.
---

A page for this is there as soon as the file is.
`

function anyNode(): string {
  const folder = path.join(root, 'content', map)
  const files = readdirSync(folder).sort()
  const found = files.find((file) =>
    /^kind: claim$/m.test(readFileSync(path.join(folder, file), 'utf8')),
  )
  return path.basename(found ?? '', '.md')
}

function write(id: string, text: string): void {
  writeFileSync(path.join(content, map, `${id}.md`), text)
}

async function look(where: string): Promise<{ status: number; text: string }> {
  const response = await fetch(new URL(where, server?.url))
  return { status: response.status, text: await response.text() }
}

/** Asks for a page until it is as expected, for as long as somebody would wait for an edit. */
async function see(where: string, expected: (seen: { status: number; text: string }) => boolean) {
  const until = Date.now() + 10_000
  let seen = await look(where)
  while (!expected(seen) && Date.now() < until) {
    await wait(200)
    seen = await look(where)
  }
  expect(expected(seen), `${where}: ${seen.status}\n${seen.text.slice(0, 2000)}`).toBe(true)
  expect(ended).toBe(false)
}

describe('astro dev', () => {
  it('shows an edited node', async () => {
    const id = anyNode()
    const text = readFileSync(path.join(content, map, `${id}.md`), 'utf8')
    await see(`c/${id}/`, ({ status }) => status === 200)
    write(id, text.replace(/^statement:.*$/m, 'statement: "Edits show within a moment."'))
    await see(`c/${id}/`, (seen) => seen.text.includes('Edits show within a moment.'))
    write(id, text)
  })

  it.each(['robots.txt', 'llms.txt', 'c/index.json'])('answers for %s', async (file) => {
    expect((await look(file)).status).toBe(200)
  })

  it('shows a new node, on its page and where it bears', async () => {
    write(added, claim('A new file has a page at once.'))
    await see(`c/${added}/`, (seen) => seen.text.includes('A new file has a page at once.'))
    await see(`c/${anyNode()}/`, (seen) => seen.text.includes(`/c/${added}/`))
  })

  it.each([
    [
      'an unknown target',
      claim('It points at nothing.').replace(/to: .*/, 'to: no-such-node'),
      'unknown-target',
    ],
    ['raw HTML', `${claim('It has HTML.')}\n<script>alert(1)</script>\n`, 'raw-html'],
    ['a missing field', claim('x').replace(/^statement:.*\n/m, ''), 'missing-field'],
    ['YAML that is none', '---\nkind: [claim\n---\n', ''],
    ['nothing at all', '', ''],
  ])('shows the problems of a node with %s', async (_, text, code) => {
    write(added, text)
    await see(`c/${added}/`, (seen) => {
      const told = /class="dev-problems"/.test(seen.text) && seen.text.includes(`${added}.md:`)
      return told && seen.text.includes(code)
    })
    const { status, text: page } = await look(`c/${added}/`)
    expect([200, 404]).toContain(status)
    expect(page).not.toContain('<script>alert(1)</script>')
    if (code === 'unknown-target') expect(page).toMatch(/\^{14}/)
  })

  it('comes back when the node is mended', async () => {
    write(added, claim('It was broken and is mended.'))
    await see(`c/${added}/`, (seen) => seen.text.includes('It was broken and is mended.'))
  })

  it('no longer shows a deleted node', async () => {
    rmSync(path.join(content, map, `${added}.md`))
    await see(`c/${added}/`, ({ status }) => status === 404)
    await see(
      `c/${anyNode()}/`,
      (seen) => seen.status === 200 && !seen.text.includes(`/c/${added}/`),
    )
  })
})
