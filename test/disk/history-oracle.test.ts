import { execFileSync } from 'node:child_process'
import path from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { foldHistory } from '../../src/analysis/history/fold.ts'
import type { PastCommit } from '../../src/analysis/history/past-commit.ts'
import { readContentAt } from '../../src/disk/content-at.ts'
import { historyState, readHistory, type CommittedContent } from '../../src/disk/history.ts'
import type { GitAnswer } from '../../src/disk/run-git.ts'
import { readDocument } from '../../src/readers/read-document.ts'
import { folderWith, git, nodeFile, root } from '../scripts/folder.ts'
import { replay, type WholeCommit } from './history-replay.ts'

function committed(content: string): GitAnswer<CommittedContent> {
  const state = historyState(content)
  return 'value' in state ? readHistory(content, state.value) : state
}

function folded(commits: readonly PastCommit[]) {
  const { nodes } = foldHistory(commits, readDocument)
  return nodes.map(([id, node]) => ({ id, ...node })).sort((a, b) => (a.id < b.id ? -1 : 1))
}

/** The last commits of a branch with all their files, each asked for by itself. */
function slowly(
  folder: string,
  filesAt: (commit: string) => WholeCommit['files'],
  most = Infinity,
): readonly WholeCommit[] {
  const branch = ['--first-parent', '--reverse', 'HEAD', '--', 'content']
  const names = git(folder, 'rev-list', ...branch).split('\n').slice(-most)
  return names.map((commit) => {
    const seconds = Number(git(folder, 'show', '--no-patch', '--format=%ct', commit))
    const on = new Date(seconds * 1000).toISOString().replace('.000', '')
    return { commit, on, files: filesAt(commit) }
  })
}

const ids = ['aaa', 'bbb', 'ccc', 'ddd', 'eee']
const places = ids.flatMap((id) => [`light/${id}.md`, ...(id === 'aaa' ? [`sound/${id}.md`] : [])])
const anyId = fc.constantFrom(...ids)
const because = 'It tells them apart.'
const rebuts = fc.array(anyId, { maxLength: 3 }).map((all) => all.map((to) => ({ to, because })))
const undercuts = fc
  .array(fc.tuple(anyId, anyId), { maxLength: 1 })
  .map((all) => all.map(([from, to]) => ({ from, to, because })))
const good = fc
  .record(
    {
      kind: fc.constantFrom('claim', 'counterargument', 'evidence', 'question'),
      title: fc.constantFrom('One', 'Two'),
      statement: fc.constantFrom('A is B.', 'A  is B.', 'A is C.', 'A is <b>“D” 😀.'),
      rebuts,
      undercuts,
      withdrawn: fc
        .constantFrom({ reason: 'Wrong.' }, { reason: 'Merged.', 'merged-into': 'aaa' })
        .map((why) => ({ on: '2026-01-05', see: [], ...why })),
    },
    { requiredKeys: ['kind', 'title', 'statement', 'rebuts'] },
  )
  .map((fields) =>
    nodeFile(Object.fromEntries(Object.entries(fields).filter(([, value]) => !isEmpty(value)))),
  )
const text = fc.oneof(
  { weight: 8, arbitrary: good },
  { weight: 1, arbitrary: fc.constantFrom('x', '---\nkind: x\n---\n') },
)
const change = fc.record({
  /** A file's new text; undefined where it is deleted. */
  file: fc.constantFrom(...places),
  text: fc.option(text, { nil: undefined, freq: 6 }),
})
const step = fc.record({
  changes: fc.array(change, { maxLength: 3 }),
  /** Whether it is merged from a branch of two commits. */
  isMerge: fc.boolean(),
})

function isEmpty(value: unknown): boolean {
  return Array.isArray(value) && value.length === 0
}

type Step = typeof step extends fc.Arbitrary<infer One> ? One : never

/** A repository with one commit of the main branch for each step, from one call of git. */
function build(steps: readonly Step[]): string {
  const folder = folderWith({})
  git(folder, 'init', '--quiet')
  const stream: string[] = []
  let number = 0
  const commit = (branch: string, parents: readonly number[], changes: Step['changes']) => {
    const by = `committer A <a@example.org> ${1_760_000_000 + ++number * 1000} +0100`
    const [from, merge] = parents.map((mark) => `:${mark}\n`)
    stream.push(`commit refs/heads/${branch}\nmark :${number}\n${by}\ndata 1\nx\n`)
    stream.push(from ? `from ${from}` : '', merge ? `merge ${merge}` : '')
    for (const { file, text: now = '' } of changes) {
      const size = Buffer.byteLength(now)
      const data = `M 100644 inline content/${file}\ndata ${size}\n${now}\n`
      stream.push(now === '' ? `D content/${file}\n` : data)
    }
    return number
  }
  let head: readonly number[] = []
  for (const { changes, isMerge } of steps) {
    const elsewhere = { file: 'light/bbb.md', text: nodeFile({ title: 'Never on main' }) }
    const topic =
      isMerge && head.length > 0
        ? [commit('topic', [commit('topic', head, [elsewhere])], changes)]
        : []
    head = [commit('main', [...head, ...topic], changes)]
  }
  execFileSync('git', ['fast-import', '--quiet', '--force'], {
    cwd: folder,
    input: stream.join(''),
  })
  git(folder, 'reset', '--quiet', '--hard', 'main')
  return folder
}

describe('the history that is read', () => {
  const types = new Set<string>()
  const histories = fc.sample(fc.array(step, { minLength: 12, maxLength: 22 }), {
    seed: 6,
    numRuns: 5,
  })

  it.each(histories.map((steps, index) => ({ index, steps })))(
    'is that of replaying every commit as a whole, in random history $index',
    ({ steps }) => {
      const folder = build([
        { changes: [{ file: 'light/aaa.md', text: nodeFile() }], isMerge: false },
        ...steps,
      ])
      const slow = slowly(folder, (commit) => {
        const names = git(folder, 'ls-tree', '-r', '--name-only', commit).split('\n')
        return names.map((name) => ({
          path: name,
          text: `${git(folder, 'show', `${commit}:${name}`)}\n`,
        }))
      })
      const expected = replay(slow)
      for (const { events } of expected) for (const { type } of events) types.add(type)
      const history = committed(path.join(folder, 'content'))
      expect('value' in history && folded(history.value.commits)).toEqual(expected)
    },
  )

  it('had all that can happen to a node in it', () => {
    const all = ['added', 'kind-changed', 'label-changed', 'restored', 'retitled', 'reworded']
    expect([...types].sort()).toEqual([...all, 'withdrawn'])
  })

  const own = committed(path.join(root, 'content'))
  const last = 'value' in own ? own.value.commits.slice(-40) : []

  it.skipIf(last.length === 0)('is that of this repository, as far as its last 40 commits', () => {
    const filesAt = (commit: string) => {
      const files = readContentAt(root, commit)
      return 'value' in files ? files.value : []
    }
    const commits = slowly(root, filesAt, last.length)
    const [first, ...rest] = last
    const start = first && { ...first, changed: filesAt(first.commit) }
    const found = folded([...(start ? [start] : []), ...rest])
    expect(found.length).toBeGreaterThan(100)
    expect(found).toEqual(replay(commits))
  })
})
