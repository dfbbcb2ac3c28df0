import { describe, expect, it } from 'vitest'
import type { Place } from '../../src/core/place.ts'
import { problem, type Problem } from '../../src/core/problem.ts'
import { toGithubAnnotations } from '../../src/outputs/github-annotations.ts'
import { toJsonReport } from '../../src/outputs/json-report.ts'
import { toMarkdownText } from '../../src/outputs/markdown-text.ts'
import { toSarif } from '../../src/outputs/sarif.ts'
import { toStepSummary } from '../../src/outputs/step-summary.ts'
import { toTextReport } from '../../src/outputs/text-report.ts'
import { textWidth } from '../../src/outputs/text-width.ts'
import { hostile } from './graph.ts'

const base = 'https://example.org/assay'

function at(file: string, line: number, column: number, endColumn = column, endLine = line): Place {
  return { file, start: { line, column }, end: { line: endLine, column: endColumn } }
}

const wave = 'content/light/wave.md'
const slits = 'content/light/slits.md'
const texts = new Map([
  [wave, '---\r\nkind: claim\r\ntitle: "Light"\r\n---\r\n'],
  [
    slits,
    [
      '---',
      'kind: evidence',
      'supports: [light-is-a-wav]',
      '\ttitle:\t"光の波 👩‍🔬 \u001b[31m e\u0301" # wide',
      `statement: ${'long '.repeat(60)}HERE ${'after '.repeat(60)}`,
      '---',
      'A <b>bold</b>',
      'claim</b>.',
    ].join('\n'),
  ],
])

const problems: readonly Problem[] = [
  problem('raw-html', at(slits, 7, 3, 10, 8), { html: '<b>bold</b>\nclaim</b>' }),
  problem('unknown-target', at(slits, 3, 12, 26), { target: 'light-is-a-wav', nearest: 'light-is-a-wave' }, [
    { message: 'The node that is meant', place: at(wave, 2, 1, 12) },
  ]),
  problem('raw-html', at(slits, 4, 12, 19), { html: '波 👩‍🔬' }),
  problem('raw-html', at(slits, 5, 312, 316), { html: 'HERE' }),
  problem('claim-without-support', at(wave, 3, 8, 15), { id: 'wave' }),
  problem('invalid-file-name', at('content/light/Slits.md', 1, 1), { name: 'Slits.md', nearest: 'content/light/slits.md' }),
]

const nasty: readonly Problem[] = [
  {
    ...problem('unknown-target', at(`content/${hostile}.md`, 2, 1, 300), { target: hostile }),
    message: `${hostile}\n::error::x\n##[add-path]/tmp`,
    hint: hostile,
    nearest: hostile,
    related: [{ message: hostile, place: at(hostile, 1, 1) }],
  },
]
const nastyTexts = new Map([[`content/${hostile}.md`, `a\n${hostile.split('\n')[0]}`]])

describe('text report', () => {
  it('is as agreed', async () => {
    const text = toTextReport(problems, { texts, colour: false, base, width: 80 })
    await expect(text).toMatchFileSnapshot('golden/report.txt')
  })

  it('marks exactly the characters, however wide they are', () => {
    const lines = toTextReport(problems, { texts, colour: false, base, width: 80 }).split('\n')
    for (const [index, line] of lines.entries()) {
      const mark = /^ +\| +(\^+)$/.exec(line)
      if (mark === null) continue
      const above = lines[index - 1] ?? ''
      expect(textWidth(above), above).toBeLessThanOrEqual(80)
      const start = textWidth(line.slice(0, line.indexOf('^')))
      let before = ''
      for (const character of above) {
        if (textWidth(before) >= start) break
        before += character
      }
      const marked = above.slice(before.length)
      expect(['light-is-a-wav', '<b>bold</b>', 'HERE', '"Light"', '波 👩⟨U+200D⟩🔬'].some((text) => marked.startsWith(text)), marked).toBe(true)
    }
  })

  it('sends no control character of content to the terminal', () => {
    const text = toTextReport(nasty, { texts: nastyTexts, colour: false, base, width: 60 })
    expect(text.replaceAll('\n', '')).not.toMatch(/[\p{Cc}\p{Cf}]/u)
    expect(text).toContain('⟨U+001B⟩')
    const lines = text.split('\n').filter((line) => /^\s*(::|##)/.test(line))
    expect(lines).toEqual([])
  })

  it('colours only where asked to, and changes no word by it', () => {
    const coloured = toTextReport(problems, { texts, colour: true, base, width: 80 })
    expect(coloured).toContain('\u001b[')
    // eslint-disable-next-line no-control-regex
    expect(coloured.replace(/\u001b\[\d+m/g, '')).toBe(
      toTextReport(problems, { texts, colour: false, base, width: 80 }),
    )
  })

  it('leaves notes to the count where asked to', () => {
    const text = toTextReport(problems, { texts, colour: false, base, withoutInfos: true })
    expect(text).not.toContain('claim-without-support')
    expect(text).toMatch(/5 errors and 1 note in 3 files\. Notes are shown by --all\.\n$/)
    expect(toTextReport([], { texts, colour: false, base })).toBe('No problems.\n')
  })

  it('stands a place that the text does not have', () => {
    const beyond = [at(wave, 99, 1), at(wave, 2, 99, 120), at('content/none.md', 3, 4)]
    const found = beyond.map((place) => problem('unknown-target', place, { target: 'x' }))
    expect(toTextReport(found, { texts, colour: false, base })).toContain('3 errors')
  })

  it('takes time that does not grow with the square of a line', () => {
    const line = 'x'.repeat(200_000)
    const many = Array.from({ length: 50 }, (_, index) => at(wave, 1, 1000 * index + 2, 1000 * index + 900))
    const found = many.map((place) => problem('unknown-target', place, { target: 'x' }))
    const text = toTextReport(found, { texts: new Map([[wave, line]]), colour: false, base, width: 80 })
    expect(Math.max(...text.split('\n').filter((each) => each.includes('xxx')).map((each) => each.length))).toBeLessThanOrEqual(80)
  })
})

describe('JSON report', () => {
  it('is as agreed', async () => {
    const json = toJsonReport(problems, { base })
    await expect(json).toMatchFileSnapshot('golden/report.json')
    expect(toJsonReport(problems.toReversed(), { base })).toBe(json)
  })

  it('keeps hostile text and gives no log a command', () => {
    const json = toJsonReport(nasty, { base })
    expect(JSON.parse(json).problems[0]).toMatchObject({ message: nasty[0]?.message, nearest: hostile })
    expect(json).not.toMatch(/^\s*::|##\[|\u001b/m)
  })
})

/** Reads commands as the runner of GitHub does. */
function readCommands(text: string) {
  return text.trimEnd().split('\n').map((line) => {
    const [, name, properties = '', message = ''] = /^::(\S+) (.*?)::(.*)$/.exec(line) ?? []
    const plain = (value: string) =>
      value.replace(/%3A/g, ':').replace(/%2C/g, ',').replace(/%0D/g, '\r').replace(/%0A/g, '\n').replace(/%25/g, '%')
    const entries = properties.split(',').map((each) => each.split('='))
    return {
      name,
      message: plain(message),
      properties: Object.fromEntries(entries.map(([key, ...value]) => [key, plain(value.join('='))])),
    }
  })
}

describe('GitHub annotations', () => {
  it('are as agreed', async () => {
    const { commands, overflow } = toGithubAnnotations(problems, { base })
    await expect(commands).toMatchFileSnapshot('golden/annotations.txt')
    expect(overflow).toEqual([])
  })

  it('are one command each, whatever the text', () => {
    const [command, ...more] = readCommands(toGithubAnnotations(nasty, { base }).commands)
    expect(more).toEqual([])
    expect(command?.name).toBe('error')
    expect(Object.keys(command?.properties ?? {})).toEqual(['file', 'line', 'col', 'endColumn', 'title'])
    expect(command?.properties['title']).toBe('unknown-target')
    expect(command?.message).toContain('::error::x')
  })

  it('come from changed lines first where there are more than GitHub shows', () => {
    const many = Array.from({ length: 25 }, (_, index) =>
      problem('unknown-target', at(wave, index + 1, 1, 5), { target: `t${index}` }),
    )
    const changed = new Map([[wave, [{ first: 20, last: 21 }]]])
    const { commands, overflow } = toGithubAnnotations(many, { base, changed })
    const lines = readCommands(commands).map(({ properties }) => Number(properties['line']))
    expect(lines).toEqual([20, 21, 1, 2, 3, 4, 5, 6, 7, 8])
    expect(overflow).toHaveLength(15)
    expect(overflow[0]?.place.start.line).toBe(9)
  })

  it('give each severity its own room', () => {
    const notes = Array.from({ length: 11 }, () => problem('claim-without-support', at(wave, 1, 1, 2), { id: 'x' }))
    const { overflow } = toGithubAnnotations([...notes, ...problems.slice(0, 1)], { base })
    expect(overflow.map(({ severity }) => severity)).toEqual(['info'])
  })
})

describe('step summary', () => {
  it('is as agreed', async () => {
    await expect(toStepSummary(problems, { base })).toMatchFileSnapshot('golden/summary.md')
    expect(toStepSummary([], { base })).toContain('No problems')
  })

  it('holds no mark-up, mention or row of a stranger', () => {
    const summary = toStepSummary(nasty, { base })
    const row = summary.trimEnd().split('\n').at(-1) ?? ''
    expect(row.match(/\|/g)).toHaveLength(5)
    expect(row).not.toMatch(/<(?!\/?code>|!-- -->)|@\w|#\d(?!\d*;)|\]\(javascript/)
    expect(summary.split('\n')).toHaveLength(8)
  })

  it('says how many rows are left out', () => {
    const many = Array.from({ length: 502 }, () => problems[0] as Problem)
    expect(toStepSummary(many, { base })).toContain('2 more problems not shown.')
  })
})

describe('toMarkdownText', () => {
  it('keeps words, makes code of what stands in backticks', () => {
    expect(toMarkdownText('Unexpected `a|b`, expected é – “x”')).toBe(
      'Unexpected <code>a&#124;b</code>, expected é – “x”',
    )
    expect(toMarkdownText('@org/team #12 www.example.org')).toBe(
      '&#64;<!-- -->org/team &#35;<!-- -->12 www<!-- -->.example.org',
    )
  })
})

describe('SARIF', () => {
  it('fixes nothing where the place is more than what would be written there', () => {
    const link = problem('unknown-mention', at(slits, 8, 5, 27), { href: 'wav.md', nearest: 'wave.md' })
    const step = { from: 'aaa', to: 'bbb', why: 'no-relation', nearest: 'bbb > aaa' } as const
    const found = [link, problem('unknown-step', at(slits, 9, 5, 27), step)]
    expect(found.map(({ nearest }) => nearest)).toEqual(['wave.md', 'bbb > aaa'])
    expect(toSarif(found, { base })).not.toContain('"fixes"')
  })

  it('is as agreed, but for the rules', async () => {
    const log = JSON.parse(toSarif(problems, { base }))
    const { rules } = log.runs[0].tool.driver
    for (const result of log.runs[0].results) expect(rules[result.ruleIndex].id).toBe(result.ruleId)
    expect(rules.every((rule: { helpUri: string }) => URL.canParse(rule.helpUri))).toBe(true)
    log.runs[0].tool.driver.rules = []
    for (const result of log.runs[0].results) delete result.ruleIndex
    await expect(`${JSON.stringify(log, null, 2)}\n`).toMatchFileSnapshot('golden/report.sarif')
  })

  it('keeps hostile text in its place', () => {
    const sarif = toSarif(nasty, { base: '' })
    const log = JSON.parse(sarif)
    expect(log.runs[0].results[0].locations[0].physicalLocation.artifactLocation.uri).toMatch(/^[\w%./!*'()~-]+$/)
    expect(log.runs[0].tool.driver.rules[0].helpUri).toBeUndefined()
    expect(sarif).not.toMatch(/^\s*::|##\[|\u001b/m)
  })
})
