import { describe, expect, it } from 'vitest'
import { contentHistory } from '../../../src/analysis/history/content-history.ts'
import { foldHistory, type PastNode } from '../../../src/analysis/history/fold.ts'
import type { ArgumentNode } from '../../../src/core/document.ts'
import type { NodeId } from '../../../src/core/id.ts'
import { wordingHash } from '../../../src/core/wording.ts'
import { readDocument } from '../../../src/readers/read-document.ts'
import { nodeFile } from '../../scripts/folder.ts'
import { commitsOf, moment } from './commits.ts'

type Files = Readonly<Record<string, string | undefined>>

function nodesOf(...states: readonly Files[]): ReadonlyMap<string, PastNode> {
  return new Map<string, PastNode>(foldHistory(commitsOf(...states), readDocument).nodes)
}

function eventsOf(id: string, ...states: readonly Files[]): readonly string[] {
  return (nodesOf(...states).get(id)?.events ?? []).map(
    ({ type, at }) => `${type} ${at.on.slice(8, 10)}`,
  )
}

function said(statement: string): string {
  return nodeFile({ statement })
}

function objection(to: string, more: Readonly<Record<string, unknown>> = {}): string {
  const rebuts = [{ to, because: 'It tells them apart.' }]
  return nodeFile({
    kind: 'counterargument',
    title: 'No',
    statement: `Not so: ${to}.`,
    rebuts,
    ...more,
  })
}

const gone = { on: '2026-01-05', reason: 'It was wrong.', see: [] }

describe('foldHistory', () => {
  it('tells what came with a node, and when', () => {
    const { nodes, head } = foldHistory(
      commitsOf({ wave: said('Light is a wave.') }, {}),
      readDocument,
    )
    const hash = wordingHash('Light is a wave.')
    const wording = { hash, statement: 'Light is a wave.' }
    expect(head).toEqual(moment(1))
    expect(nodes).toEqual([
      [
        'wave',
        {
          events: [
            {
              type: 'added',
              at: moment(0),
              kind: 'claim',
              title: 'Light is a wave',
              ...wording,
              label: 'in',
            },
          ],
          wordings: [{ ...wording, since: moment(0), file: 'content/light/wave.md' }],
          modified: moment(0),
        },
      ],
    ])
  })

  it('knows the file that each wording came in, wherever that went since', () => {
    const wave = nodesOf(
      { 'content/light/wave.md': said('A is B.') },
      { 'content/light/wave.md': undefined, 'content/sound/wave.md': said('A is B.') },
      { 'content/sound/wave.md': said('A is C.') },
      { 'content/sound/wave.md': undefined, 'content/water/wave.md': said('A is C.') },
    ).get('wave')
    expect(wave?.wordings.map(({ since, file }) => [since?.on, file])).toEqual([
      [moment(0).on, 'content/light/wave.md'],
      [moment(2).on, 'content/sound/wave.md'],
    ])
    expect(wave?.events.map(({ type }) => type)).toEqual(['added', 'reworded'])
  })

  it('tells a merger from a withdrawal', () => {
    const merged = { ...gone, 'merged-into': 'wave' }
    const nodes = nodesOf(
      { wave: said('A is B.'), ray: said('B is A.'), dot: said('A is D.') },
      { ray: nodeFile({ statement: 'B is A.', withdrawn: merged }) },
      { dot: nodeFile({ statement: 'A is D.', withdrawn: gone }) },
    )
    const at = moment(1)
    const { reason } = gone
    expect(nodes.get('ray')?.events.at(-1)).toEqual({ type: 'withdrawn', at, reason, into: 'wave' })
    expect(nodes.get('dot')?.events.at(-1)).not.toHaveProperty('into')
  })

  it('lists a wording that came back once, where it came last', () => {
    const wave = nodesOf(
      { wave: said('A is B.') },
      { wave: said('A is C.') },
      { wave: said('A is B.') },
    ).get('wave')
    expect(wave?.wordings.map(({ statement, since }) => [statement, since?.on])).toEqual([
      ['A is C.', moment(1).on],
      ['A is B.', moment(2).on],
    ])
    expect(wave?.events.map((event) => [event.type, 'was' in event && event.was])).toEqual([
      ['added', false],
      ['reworded', { hash: wordingHash('A is B.'), statement: 'A is B.' }],
      ['reworded', { hash: wordingHash('A is C.'), statement: 'A is C.' }],
    ])
  })

  it('takes other white space for the same wording, and another body for a change without event', () => {
    const [once, folded] = ['statement: A is B.', 'statement: >-\n  A is\n  B.'].map((line) =>
      said('x').replace(/^statement:.*$/m, line),
    )
    const wave = nodesOf({ wave: once }, { wave: folded }, { wave: `${folded}\nMore.\n` }).get(
      'wave',
    )
    expect(wave?.events.map(({ type }) => type)).toEqual(['added'])
    expect(wave?.wordings).toHaveLength(1)
    expect(wave?.modified).toEqual(moment(2))
  })

  it('tells new titles and kinds', () => {
    const events = nodesOf(
      { wave: said('A is B.') },
      { wave: nodeFile({ statement: 'A is B.', kind: 'evidence', title: 'T' }) },
    ).get('wave')?.events
    expect(events?.slice(1)).toEqual([
      { type: 'kind-changed', at: moment(1), was: 'claim', kind: 'evidence' },
      { type: 'retitled', at: moment(1), was: 'Light is a wave', title: 'T' },
    ])
  })

  it('tells a label that another node’s commit changed, and counts that as modified', () => {
    const states = [
      { wave: said('A is B.') },
      { drop: objection('wave') },
      { drop: objection('wave', { title: 'Another title' }) },
      { reply: objection('drop') },
    ]
    const wave = nodesOf(...states).get('wave')
    expect(wave?.events.slice(1)).toEqual([
      { type: 'label-changed', at: moment(1), was: 'in', label: 'out' },
      { type: 'label-changed', at: moment(3), was: 'out', label: 'in' },
    ])
    expect(wave?.modified).toEqual(moment(3))
    expect(eventsOf('drop', ...states)).toEqual(['added 02', 'retitled 03', 'label-changed 04'])
  })

  it('tells the label that a node came with', () => {
    const nodes = nodesOf(
      { wave: said('A is B.'), drop: objection('wave') },
      { why: nodeFile({ kind: 'question' }) },
    )
    expect(nodes.get('wave')?.events).toMatchObject([{ type: 'added', label: 'out' }])
    expect(nodes.get('why')?.events[0]).not.toHaveProperty('label')
  })

  it('tells withdrawals and returns, and no labels in between', () => {
    const states = [
      { wave: said('A is B.'), drop: objection('wave') },
      { wave: nodeFile({ statement: 'A is B.', withdrawn: gone }) },
      { drop: undefined },
      { wave: said('A is B.') },
    ]
    expect(
      nodesOf(...states)
        .get('wave')
        ?.events.slice(1),
    ).toEqual([
      { type: 'withdrawn', at: moment(1), reason: 'It was wrong.' },
      { type: 'restored', at: moment(3) },
      { type: 'label-changed', at: moment(3), was: 'out', label: 'in' },
    ])
  })

  it('takes a deleted file for a withdrawal, and knows it again when it comes back', () => {
    const states = [{ wave: said('A is B.') }, { wave: undefined }, { wave: said('A is C.') }]
    expect(eventsOf('wave', ...states)).toEqual([
      'added 01',
      'withdrawn 02',
      'reworded 03',
      'restored 03',
    ])
    expect(
      nodesOf(...states)
        .get('wave')
        ?.wordings.map(({ statement }) => statement),
    ).toEqual(['A is B.', 'A is C.'])
    const back = [
      { wave: said('A is B.') },
      { wave: undefined },
      { wave: nodeFile({ statement: 'A is B.', withdrawn: gone }) },
    ]
    expect(
      nodesOf(...back)
        .get('wave')
        ?.events.slice(1),
    ).toMatchObject([
      { type: 'withdrawn', reason: 'Its file was deleted.' },
      { type: 'withdrawn', reason: 'It was wrong.' },
    ])
  })

  it('knows a node in another map for the same, and of two files takes the first by path', () => {
    const moved = [
      { wave: said('A is B.') },
      { wave: undefined, 'content/sound/wave.md': said('A is B.') },
      { 'content/about/wave.md': said('A is C.') },
      { 'content/about/wave.md': undefined },
    ]
    expect(eventsOf('wave', ...moved)).toEqual(['added 01', 'reworded 03', 'reworded 04'])
  })

  it.each([
    '',
    '---\nkind: claim\n---\n',
    'kind',
    '---js\nprocess.exit(1)\n---\n',
    '\ufffd',
    ' '.repeat(2 ** 21),
  ])('takes a file that cannot be read for as it was before', (broken) => {
    const states = [
      { wave: broken },
      { wave: said('A is B.') },
      { wave: broken },
      { wave: said('A is C.') },
    ]
    expect(eventsOf('wave', ...states)).toEqual(['added 02', 'reworded 04'])
    expect(nodesOf({ wave: broken }).size).toBe(0)
  })

  it('reads over what is no node, and joins what can be joined', () => {
    const states = [
      {
        'content/README.md': 'x',
        'content/light/index.md': 'x',
        'content/a/b/c.md': 'x',
        'content/light/X Y.md': 'x',
      },
      { wave: said('A is B.'), drop: objection('nowhere') },
      { nowhere: nodeFile({ kind: 'question' }) },
    ]
    expect([...nodesOf(...states).keys()]).toEqual(['wave', 'drop', 'nowhere'])
    expect(eventsOf('drop', ...states)).toEqual(['added 02'])
  })

  it('keeps statements that look like something else', () => {
    const statement = '</script><b>"$&\' {{x}} ]]> \u202eא 😀 `--` @a #1 =1+1'
    const wave = nodesOf({ wave: said('A is B.') }, { wave: said(statement) }).get('wave')
    expect(wave?.wordings.at(-1)).toEqual({
      hash: wordingHash(statement),
      statement,
      since: moment(1),
      file: 'content/light/wave.md',
    })
  })

  it('knows of the first commit of a shallow clone only what was there', () => {
    const commits = commitsOf(
      { wave: said('A is B.'), drop: objection('wave') },
      { wave: said('A is C.'), reply: objection('drop') },
    )
    const nodes = new Map<string, PastNode>(foldHistory(commits, readDocument, true).nodes)
    expect(nodes.get('wave')).toMatchObject({
      events: [{ type: 'reworded' }, { type: 'label-changed', was: 'out' }],
      wordings: [{ statement: 'A is B.' }, { statement: 'A is C.', since: moment(1) }],
      modified: moment(1),
    })
    expect(nodes.get('wave')?.wordings[0]).not.toHaveProperty('since')
    expect(nodes.get('reply')?.events).toMatchObject([{ type: 'added' }])
    expect(
      new Map<string, PastNode>(foldHistory(commits.slice(0, 1), readDocument, true).nodes).get(
        'wave',
      ),
    ).toEqual({
      events: [],
      wordings: [{ hash: wordingHash('A is B.'), statement: 'A is B.' }],
    })
  })

  it('is plain data, and nothing for no commits', () => {
    const past = foldHistory(
      commitsOf({ wave: said('A is B.') }, { wave: said('A is C.') }),
      readDocument,
    )
    expect(JSON.parse(JSON.stringify(past))).toEqual(past)
    expect(foldHistory([], readDocument)).toEqual({ nodes: [] })
  })
})

describe('contentHistory', () => {
  const node = (statement: string) =>
    readDocument({ path: 'content/light/wave.md', text: said(statement) }).value as ArgumentNode
  const past = foldHistory(
    commitsOf({ wave: said('A is B.'), drop: said('x') }, { wave: said('A is C.') }),
    readDocument,
  )
  const wave = 'wave' as NodeId

  it('has an entry for every node that there is now, and none for others', () => {
    const history = contentHistory([node('A is C.')], past)
    expect([...history.nodes.keys()]).toEqual(['wave'])
    expect(history.head).toEqual(moment(1))
    expect(history).not.toHaveProperty('incomplete')
    expect(history.nodes.get(wave)?.wordings.at(-1)?.since).toEqual(moment(1))
  })

  it('puts a wording that is in no commit last, without a moment', () => {
    const wordings = (statement: string) =>
      contentHistory([node(statement)], past).nodes.get(wave)?.wordings
    expect(wordings('A is D.')?.map(({ statement, since }) => [statement, since?.on])).toEqual([
      ['A is B.', moment(0).on],
      ['A is C.', moment(1).on],
      ['A is D.', undefined],
    ])
    expect(wordings('A is B.')?.map(({ statement, since }) => [statement, since?.on])).toEqual([
      ['A is C.', moment(1).on],
      ['A is B.', undefined],
    ])
  })

  it('has the present wording alone where nothing is known, and says why', () => {
    const history = contentHistory([node('A is B.')], undefined, 'There is no git.')
    expect(history.incomplete).toBe('There is no git.')
    expect(history.nodes.get(wave)).toEqual({
      id: 'wave',
      events: [],
      wordings: [{ hash: wordingHash('A is B.'), statement: 'A is B.' }],
    })
  })
})
