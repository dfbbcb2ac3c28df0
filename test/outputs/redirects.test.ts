import { writeFileSync } from 'node:fs'
import path from 'node:path'
import { parseAllRedirects } from 'netlify-redirect-parser'
import { generateRedirectsEvaluator } from 'redirects-in-workers'
import { describe, expect, it } from 'vitest'
import { assemble } from '../../src/graph/assemble.ts'
import { toRedirects } from '../../src/outputs/redirects.ts'
import { folderWith, nodeFile } from '../scripts/folder.ts'
import { hostile } from './graph.ts'

function redirectsOf(merges: Readonly<Record<string, string>>, base = ''): string {
  const files = Object.entries(merges).map(([id, into]) => ({
    path: `content/light/${id}.md`,
    text: nodeFile({
      title: 'A title',
      ...(into === '' ? {} : { withdrawn: { on: '2026-01-31', reason: hostile, 'merged-into': into } }),
    }),
  }))
  const { graph } = assemble(files)
  return toRedirects(graph.nodes, (id) => `${base}/c/${id}/`)
}

describe('toRedirects', () => {
  it('leads each merged node to the end of its merges, under the base path, in order', () => {
    const merges = { wave: '', moves: 'wave', 'goes-up': 'moves' }
    expect(redirectsOf(merges, '/assay')).toBe(
      '/assay/c/goes-up/ /assay/c/wave/?from=goes-up 301\n/assay/c/moves/ /assay/c/wave/?from=moves 301\n',
    )
    expect(redirectsOf(merges)).toMatch(/^\/c\/goes-up\/ \/c\/wave\/\?from=goes-up 301\n/)
  })

  it('is empty where nothing was merged, or merges lead nowhere', () => {
    expect(redirectsOf({ wave: '' })).toBe('')
    expect(redirectsOf({ wave: 'moves', moves: 'wave', old: 'moves', gone: 'unknown' })).toBe('')
  })

  it.each(['/evil.example', 'wave 200\n/* https://evil.example', '../../x', 'wave#y', ':splat', '*', hostile])(
    'has no line for what is no id, such as %j',
    (into) => {
      expect(redirectsOf({ wave: '', moves: into })).toBe('')
    },
  )
})

describe('what hosts make of it', () => {
  const merges = { wave: '', moves: 'wave', 'goes-up': 'moves' }
  const text = redirectsOf(merges, '/assay')

  it('is two redirects for Netlify, by its own parser', async () => {
    const file = path.join(folderWith({}), '_redirects')
    writeFileSync(file, text)
    const { redirects, errors } = await parseAllRedirects({
      redirectsFiles: [file],
      configRedirects: [],
      minimal: true,
    })
    expect(errors).toEqual([])
    expect(redirects).toMatchObject([
      { from: '/assay/c/goes-up/', to: '/assay/c/wave/?from=goes-up', status: 301 },
      { from: '/assay/c/moves/', to: '/assay/c/wave/?from=moves', status: 301 },
    ])
  })

  it('sends a reader of Cloudflare on, by its own code, and leaves all others alone', async () => {
    const answer = generateRedirectsEvaluator(text)
    const assets = {} as Parameters<typeof answer>[1]
    const get = (where: string) => answer(new Request(`https://assay.example/assay/c/${where}/`), assets)
    const sent = await get('moves')
    expect(sent?.status).toBe(301)
    expect(sent?.headers.get('location')).toMatch(/\/assay\/c\/wave\/\?from=moves$/)
    expect(await get('wave')).toBeNull()
  })
})
