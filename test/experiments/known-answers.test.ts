import { readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it, vi } from 'vitest'
import type { PublishedResult } from '../../src/core/experiment-result.ts'
import { canonical } from '../../src/experiments/canonical.ts'
import { experimentIds, loadKnownAnswers } from '../../src/experiments/registry.ts'

// Some count by simulation, on machines that may be busy.
vi.setConfig({ testTimeout: 240_000 })

const root = path.resolve(import.meta.dirname, '../..')

/** Which known answers each experiment has to meet. */
const required: Readonly<Record<(typeof experimentIds)[number], readonly string[]>> = {
  'judge-or-doer': ['sign-accuracy', 'exrm-dporm', 'razin-tokens', 'viterbi', 'ols-risk'],
  pessimism: ['pick-prob', 'ucb-bound', 'batch-bandit'],
  'checking-and-finding': ['crawford-auton', '3sat-threshold', 'sat-oracle', 'sat-first-moment'],
  'judging-and-steering': [
    'emax',
    'bon-gauss',
    'frozenlake-vector',
    'frozenlake-undiscounted',
    'compounding',
  ],
  'what-comes-first': ['frozenlake-vector', 'frozenlake-undiscounted', 'random-walk'],
  'values-for-free': ['bbp', 'sign-accuracy', 'xor-chance'],
  'over-optimisation': [
    'emax',
    'bon-kl',
    'bon-gauss',
    'linear-proxy-parabola',
    'gao-forms',
    'heavy-tail',
  ],
  'blind-directions': ['sign-accuracy', 'fgsm-linear', 'gd-orthogonal'],
  aggregation: ['condorcet-ic3', 'condorcet-counts', 'condorcet-iac3', 'median-voter'],
  'set-points': ['emax', 'closed-form-homeostat', 'quantilizer', 'max-gauss-proxy', 'heavy-tail'],
  policing: ['moran', 'birth-death'],
}

describe.each(experimentIds)('%s', async (id) => {
  const answers = await loadKnownAnswers(id)

  it('is held against all that is known of it', () => {
    const ids = answers.map((answer) => answer.id)
    expect(ids).toEqual(expect.arrayContaining(required[id].map((name) => `ka-${name}`)))
    expect(new Set(ids).size).toBe(ids.length)
    for (const { cases } of answers) expect(cases.length).toBeGreaterThan(0)
  })

  const all = answers.flatMap((answer) => answer.cases.map((each) => ({ ...each, id: answer.id })))
  it.each(all)('$id: $label', ({ id: answer, label, expected, tolerance, ours }) => {
    const value = ours()
    expect(Number.isFinite(tolerance)).toBe(true)
    expect(Math.abs(value - expected)).toBeLessThanOrEqual(tolerance)
    const file = path.join(root, 'content/results', `${id}.json`)
    const published = JSON.parse(readFileSync(file, 'utf8')) as PublishedResult
    const told = published.checks
      .find((check) => check.id === answer)
      ?.cases.find((each) => each.label === label)
    expect(told?.ours).toBe(canonical(value))
  })
})
