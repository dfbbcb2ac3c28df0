import { describe, expect, it } from 'vitest'
import type { Outline } from '../../src/core/document.ts'
import { readDocument } from '../../src/readers/read-document.ts'

function read(body: string) {
  const text = `---\ntitle: The essay\nsource: doe2024\n---\n${body}`
  const { value, problems } = readDocument({ path: 'content/demo/outline.md', text })
  return { outline: value as Outline, problems }
}

function problemsAt(body: string): string[] {
  return read(body).problems.map(
    ({ code, expected, place: { start } }) => `${code} ${start.line}:${start.column} ${expected}`,
  )
}

describe('outline', () => {
  it('gives the assertions in order with what carries them', () => {
    const { outline, problems } = read(
      'Introduction.\n\n## One\n\n- **S1** It is *said*\n  here.\n  - [A](some-claim.md)\n  - [B](../demo/other-claim.md)\n- **S2** And here.\n\n## Two\n',
    )
    expect(problems).toEqual([])
    expect(outline.map).toBe('demo')
    expect(outline.source).toBe('doe2024')
    expect(outline.paragraphs).toMatchObject([
      {
        heading: 'One',
        sentences: [
          {
            label: 'S1',
            text: 'It is said here.',
            carriers: [{ id: 'some-claim', place: { start: { line: 11, column: 5 } } }, { id: 'other-claim' }],
            place: { start: { line: 9, column: 3 }, end: { line: 10, column: 8 } },
          },
          { label: 'S2', text: 'And here.', carriers: [] },
        ],
      },
      { heading: 'Two', sentences: [] },
    ])
  })

  it.each([
    ['## A\n\n- Said.\n', '7:3 a sentence that starts with its label in bold: `**S1a**`'],
    ['## A\n\n- **S1**\n', '7:3 a sentence after the label'],
    ['## A\n\n- **S 1** Said.\n', '7:3 a label of letters and digits such as `S4a`'],
    ['## A\n\n- **S1** Said.\n- **S1** Again.\n', '8:3 a label that no other sentence has'],
    ['## A\n\n- **S1** Said.\n  - some-claim\n', '8:5 one link to a node such as `[…](knowing-is-not-caring.md)`'],
    ['## A\n\n- **S1** Said.\n  - [A](a-b-c.md) and [B](b-c-d.md)\n', '8:5 one link to a node such as `[…](knowing-is-not-caring.md)`'],
    ['## A\n\n- **S1** Said.\n  - [A](../sources/doe2024.md)\n', '8:5 one link to a node such as `[…](knowing-is-not-caring.md)`'],
    ['## A\n\n- **S1** Said.\n  - [A](https://example.org)\n', '8:5 one link to a node such as `[…](knowing-is-not-caring.md)`'],
    ['## A\n\nText.\n', '7:1 a heading `## …` or a list of sentences'],
    ['# A\n', '5:1 a heading `## …` or a list of sentences'],
    ['- **S1** Said.\n', '5:1 a heading `## …` or a list of sentences'],
  ])('reports %j at %s', (body, expected) => {
    expect(problemsAt(body)).toEqual([`outline-format ${expected}`])
  })
})
