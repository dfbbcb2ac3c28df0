import { spawnSync } from 'node:child_process'
import fs from 'node:fs'
import path from 'node:path'
import process from 'node:process'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { toComparisonMarkdown } from '../../src/outputs/comparison-markdown.ts'
import { readComparison } from '../../src/outputs/comparison-json.ts'
import { folderWith, git, mapFile, nodeFile, root, write } from '../scripts/folder.ts'

const names = [
  'content/light/new\nline\n::error file=x::pwned.md',
  'content/light/::set-output name=x::pwned.md',
  'content/light/##[error]pwned.md',
  'content/light/"quoted" \'names\'.md',
  'content/light/$(touch pwned).md',
  'content/light/`touch pwned`.md',
  'content/light/; touch pwned; #.md',
  'content/light/-rf.md',
  'content/light/--out=pwned.md',
  'content/light/@octocat closes #1 <img src=x>.md',
  'content/light/\u001b[31mred\u0007.md',
  'content/light/tab\tand\r\n::warning::return.md',
  'content/--summary/index.md',
  'content/$GITHUB_TOKEN/${{ github.token }}.md',
  '--base=pwned.md',
]

interface Step {
  readonly run?: string
  readonly env?: Readonly<Record<string, string>>
}
const { jobs } = parse(fs.readFileSync(path.join(root, '.github/workflows/check.yml'), 'utf8')) as {
  jobs: { content: { steps: readonly Step[] } }
}
/** The commands of the job, but for the one that installs. */
const commands = jobs.content.steps.flatMap(({ run }) => run ?? []).filter((run) => !run.startsWith('npm ci'))

/** A branch with every hostile name, on which the workflow's own commands are run as a runner does. */
function runJob() {
  const base = { 'content/light/index.md': mapFile, 'content/light/wave.md': nodeFile() }
  const folder = folderWith(base)
  for (const linked of ['scripts', 'src', 'node_modules', 'package.json']) {
    fs.symlinkSync(path.join(root, linked), path.join(folder, linked))
  }
  fs.writeFileSync(path.join(folder, '.gitignore'), 'scripts\nsrc\nnode_modules\npackage.json\ntemp\n')
  git(folder, 'init', '--quiet')
  git(folder, 'add', '--all')
  git(folder, 'commit', '--quiet', '--message', 'x')
  const commit = git(folder, 'rev-parse', 'HEAD')
  const files = names.map((name, at) => {
    const title = `@octocat ::error:: $(touch pwned) ${String(at)}`
    return [name, nodeFile({ title, statement: `${title} \u0060touch pwned\u0060 closes #1.` })]
  })
  write(folder, { ...Object.fromEntries(files), 'temp/.keep': '' })
  git(folder, 'add', '--all')
  git(folder, 'commit', '--quiet', '--message', 'y')
  const temp = path.join(folder, 'temp')
  const summary = path.join(temp, 'summary.md')
  const done = commands.map((command) => {
    const script = path.join(temp, 'step.sh')
    fs.writeFileSync(script, command)
    return spawnSync('bash', ['-e', script], {
      cwd: folder,
      encoding: 'utf8',
      env: {
        PATH: `${path.join(root, 'node_modules/.bin')}${path.delimiter}${process.env['PATH'] ?? ''}`,
        ...{ HOME: temp, GITHUB_ACTIONS: 'true', GITHUB_STEP_SUMMARY: summary, RUNNER_TEMP: temp },
        ...{ BASE: commit, ASSAY_SITE: 'https://example.org', ASSAY_BASE: '/assay/' },
        ASSAY_CACHE: path.join(temp, 'cache'),
      },
    })
  })
  const known = new Set(['.git', '.gitignore', 'content', 'temp', '--base=pwned.md'])
  const left = fs.readdirSync(folder).filter((name) => !known.has(name) && !fs.lstatSync(path.join(folder, name)).isSymbolicLink())
  const texts = { summary: fs.readFileSync(summary, 'utf8'), comparison: fs.readFileSync(path.join(temp, 'comparison.json'), 'utf8') }
  return { done, left, ...texts }
}

describe('hostile file names in the commands of the workflow', () => {
  it('are problems, and start nothing', () => {
    expect(commands.length).toBe(2)
    const { done, left, summary, comparison } = runJob()
    expect(done.map(({ status, stderr }) => [status, stderr])).toEqual([
      [1, ''],
      [1, ''],
    ])
    expect(left).toEqual([])
    // A runner takes a line for a command where it begins so, and otherwise has this anywhere.
    const ours = /^::(?:error|warning|notice) file=[^:,]*,line=\d+,[^:]*title=[\w-]+::Unexpected/
    const lines = done.flatMap(({ stdout }) => stdout.split(/[\n\r]/))
    const annotations = lines.filter((line) => /^\s*::/.test(line))
    expect(annotations.length).toBeGreaterThan(5)
    expect(annotations.filter((line) => !ours.test(line))).toEqual([])
    expect(lines.filter((line) => line.includes('##[') && !ours.test(line))).toEqual([])
    expect(lines.filter((line) => /[\u0000-\u0008\u001b]/.test(line))).toEqual([])
    expect(summary).not.toMatch(/@octocat|closes #1\b|<img|\u001b|^::/m)
    const { value, problem } = readComparison(comparison)
    expect(problem).toBeUndefined()
    const markdown = value === undefined ? '' : toComparisonMarkdown(value, { base: 'https://example.org' })
    expect(markdown).toMatch(/^<!-- assay-comparison -->\n/)
    expect(markdown).not.toMatch(/@octocat|closes #1\b|<img|\u001b|^::/m)
  })
})
