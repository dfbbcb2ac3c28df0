import { describe, expect, it } from 'vitest'
import { assemble } from '../../src/graph/assemble.ts'
import { toRedirects } from '../../src/outputs/redirects.ts'
import { nodeFile } from '../scripts/folder.ts'
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
      '/assay/c/goes-up/ /assay/c/wave/#from=goes-up 301\n/assay/c/moves/ /assay/c/wave/#from=moves 301\n',
    )
    expect(redirectsOf(merges)).toMatch(/^\/c\/goes-up\/ \/c\/wave\/#from=goes-up 301\n/)
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
