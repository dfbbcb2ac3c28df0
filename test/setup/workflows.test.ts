import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { root } from '../../scripts/setup/run.mjs'

interface Step {
  readonly uses?: string
  readonly run?: string
  readonly with?: Readonly<Record<string, unknown>>
}
interface Workflow {
  readonly on: Readonly<Record<string, unknown>>
  readonly permissions: Readonly<Record<string, string>>
  readonly jobs: Readonly<
    Record<string, { readonly steps: readonly Step[] } & Record<string, unknown>>
  >
}

const folder = path.join(root, '.github/workflows')
const workflows = readdirSync(folder).map((file) => {
  const text = readFileSync(path.join(folder, file), 'utf8')
  return { file, text, workflow: parse(text) as Workflow }
})

describe.each(workflows)('$file', ({ text, workflow }) => {
  const steps = Object.values(workflow.jobs).flatMap((job) => job.steps)

  it('pins every action to a commit', () => {
    const used = steps.flatMap((step) => step.uses ?? [])
    expect(used.length).toBeGreaterThan(0)
    expect(used.filter((action) => !/^[\w-]+\/[\w-]+@[0-9a-f]{40}$/.test(action))).toEqual([])
  })

  it('reads by default and leaves no token behind', () => {
    expect(workflow.permissions).toEqual({ contents: 'read' })
    const checkouts = steps.filter((step) => step.uses?.startsWith('actions/checkout@'))
    expect(checkouts.map((step) => step.with?.['persist-credentials'])).not.toContain(undefined)
    expect(checkouts.map((step) => step.with?.['persist-credentials'])).not.toContain(true)
  })

  it('puts no value of an event into a command', () => {
    expect(steps.filter((step) => step.run?.includes('${{'))).toEqual([])
  })

  it('gives strangers neither a secret nor the rights of the repository', () => {
    expect(text).not.toMatch(/\bsecrets\.|pull_request_target|workflow_run/)
    const forStrangers = 'pull_request' in workflow.on
    const rights = Object.values(workflow.jobs).filter((job) => 'permissions' in job)
    expect(forStrangers ? rights : []).toEqual([])
  })
})
