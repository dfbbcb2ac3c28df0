import { execFileSync } from 'node:child_process'
import { describe, expect, it } from 'vitest'
import { nodeCommand } from '../../../src/site/live/command.ts'
import type { Finished } from '../../../src/site/live/job.ts'
import { browserName, standing } from '../../../src/site/live/standing.ts'
import { data } from './data.ts'

const { published, quick, attack } = data.presets
const { seed } = data
const finished = (digest: string, version = data.version): Finished => ({
  kind: 'finished',
  version,
  digest,
  report: {
    sentence: '',
    measures: {},
    verdict: { label: 'mixed', measures: [], because: '' },
    charts: [],
    tables: [],
  },
  json: '',
  csv: '',
})
const same = 'a'.repeat(64)

describe('how a run stands to the published one', () => {
  it('is identical where the digest is the same', () => {
    const words = standing(data, { settings: published, seed }, finished(same))
    expect(words).toContain('Identical to the published result')
    expect(words).toContain('aaaaaaaa')
  })

  it('is a mismatch, with both digests and the browser, where the digest is another', () => {
    const words = standing(data, { settings: published, seed }, finished('c'.repeat(64)))
    expect(words).toContain('not the published result')
    expect(words).toContain('cccccccc')
    expect(words).toContain('aaaaaaaa')
    expect(words).toContain(browserName(navigator.userAgent))
  })

  it('compares the quick preset with the quick digest', () => {
    const choice = { settings: quick, seed }
    expect(standing(data, choice, finished('b'.repeat(64)))).toContain('Identical')
    expect(standing(data, choice, finished(same))).toContain('not the published quick result')
  })

  it('says what is set otherwise', () => {
    const words = standing(
      data,
      { settings: { ...attack, rule: 'it’s odd' }, seed: 3 },
      finished(same),
    )
    expect(words).toContain('your own run')
    expect(words).toContain('Noise 2 instead of 0.5')
    expect(words).toContain('Tied on instead of off')
    expect(words).toContain('Rule An odd one instead of Borda')
    expect(words).toContain('seed 3 instead of 20261124')
    expect(words).not.toContain('Size')
  })

  it('claims nothing for another version or a result so far', () => {
    expect(standing(data, { settings: published, seed }, finished(same, 3))).toContain('may differ')
    expect(standing(data, { settings: published, seed }, undefined)).toContain('not complete')
  })
})

it.each([
  ['Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0', 'Firefox 140.0'],
  [
    'Mozilla/5.0 (Windows NT 10.0) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36 Edg/140.0.1',
    'Edge 140.0.1',
  ],
  [
    'Mozilla/5.0 (Macintosh) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.1 Safari/605.1.15',
    'Safari 18.1',
  ],
  ['curl', 'this browser'],
])('%s is %s', (userAgent, name) => {
  expect(browserName(userAgent)).toBe(name)
})

describe('the command', () => {
  it('names what differs from its preset', () => {
    expect(nodeCommand(data, 'published', { ...published, noise: 0.4 }, 3)).toBe(
      'npm run experiments -- toy --preset published --set noise=0.4 --seed 3',
    )
  })

  it.each(['it’s odd', "it's; rm -rf /", '$(id)', '`id`', 'a b', ''])(
    'quotes %j for a shell',
    (rule) => {
      const command = nodeCommand(data, 'quick', { ...quick, rule }, 1)
      const script = `npm() { printf '%s\\n' "$@"; }; ${command}`
      const words = execFileSync('/bin/sh', ['-c', script], { encoding: 'utf8' }).split('\n')
      expect(words).toContain(`rule=${rule}`)
      expect(words.length).toBe(11)
    },
  )
})
