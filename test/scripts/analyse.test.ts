import fs from 'node:fs'
import path from 'node:path'
import Logic from 'logic-solver'
import { describe, expect, it } from 'vitest'
import { labelGrounded } from '../../src/analysis/labels/labelling.ts'
import { readContent } from '../../src/disk/read-content.ts'
import { assemble } from '../../src/graph/assemble.ts'
import { dungCases, type DungCase } from '../analysis/labels/dung-cases.ts'
import { folderWith, mapFile, nodeFile, root, runScript } from './folder.ts'

const cases = path.join(root, 'test/analysis/cases')
const samples = path.join(root, 'test/analysis-files')

function analyse(...args: readonly string[]) {
  return runScript('analyse.ts', args)
}

function json(...args: readonly string[]) {
  const { out, err, code } = analyse('--format', 'json', ...args)
  expect({ code, err }).toEqual({ code: 0, err: '' })
  return JSON.parse(out)
}

/** A published framework in the format of ICCMA 2023, with numbers for names. */
function toAf({ nodes, attacks }: DungCase): string {
  const number = (name: string) => nodes.indexOf(name) + 1
  const lines = attacks.map(([from, to]) => `${number(from)} ${number(to)}\n`)
  return `p af ${nodes.length}\n${lines.join('')}`
}

const joined = (extensions: readonly (readonly string[])[]) =>
  extensions.map((members) => [...members].sort().join(' ')).sort()

describe('analyse a map', () => {
  const small = {
    'content/light/index.md': mapFile,
    'content/light/wave.md': nodeFile({ credence: 0.6, 'credence-because': 'A guess.' }),
    'content/light/slits.md': nodeFile({ title: '=cmd()', statement: 'A.', supports: ['wave'] }),
    'content/light/photons.md': nodeFile({ kind: 'counterargument', statement: 'B.', rebuts: ['wave'] }),
  }

  it('labels the content as the site does, for every node and step', () => {
    const { nodes, steps, topics } = json('--samples', '0', '--most', '1')
    const { graph, maps } = assemble(readContent(path.join(root, 'content')))
    const labels = labelGrounded(graph)
    for (const { id, label } of nodes) expect({ id, label }).toEqual({ id, label: labels.get(id) })
    const open = [...labels].filter(([id, label]) => id.includes('>') && label !== 'in')
    expect(steps.map(({ id, label }: { id: string; label: string }) => [id, label])).toEqual(open)
    const heads = [...maps.values()].flatMap(({ thesis, rival }) => [thesis, rival])
    expect(topics.map(({ id }: { id: string }) => id)).toEqual(heads)
    for (const { strength, band } of nodes) {
      expect(strength).toBeGreaterThanOrEqual(band.lowest)
      expect(strength).toBeLessThanOrEqual(band.highest)
    }
  })

  it('prints labels, strengths and the cruxes of the thesis', () => {
    const folder = folderWith(small)
    const { code, out } = runScript('analyse.ts', [], { cwd: folder })
    expect(code).toBe(0)
    expect(out).toContain('content, 3 nodes; strengths by Quadratic energy\n')
    expect(out).toContain('Labels: 2 no open objection, 1 open objection\n')
    expect(out).toMatch(/\n {6}0\.60 +0\.\d\d to 0\.\d\d( +\S.*?)? +0\.60 +open objection +wave\n/)
    expect(out).toContain('\nCruxes of wave: strength 0.60, base score 0.60, 2 nodes reach it\n')
    expect(out).not.toMatch(/probab/i)
  })

  it('gives a spreadsheet no formula', () => {
    const folder = folderWith(small)
    const rows = runScript('analyse.ts', ['--format', 'csv'], { cwd: folder }).out.split('\r\n')
    expect(rows[0]).toBe('id,title,label,base,strength,lowest,highest,depends on the formula,qe,df-quad,euler,mlp')
    expect(rows[2]).toMatch(/^slits,'=cmd\(\),no open objection,0\.5,0\.5,0\.5,0\.5,no,/)
  })

  it('sees it as the reader of a link does, and says what the link has in vain', () => {
    const folder = folderWith(small)
    const view = 'https://example.org/stance/#v=1&t=slits&photons=off&wave=90&gone=10'
    const run = (format: string) =>
      runScript('analyse.ts', ['--view', view, '--format', format, '--samples', '0'], { cwd: folder })
    const { nodes, topics, view: kept } = JSON.parse(run('json').out)
    expect(kept).toBe('v=1&t=slits&photons=off&wave=90')
    expect(topics).toMatchObject([{ id: 'slits', reaching: 0 }])
    expect(nodes[0]).toMatchObject({ id: 'photons', label: 'absent', strength: 0 })
    expect(nodes[2]).toMatchObject({ id: 'wave', label: 'in', base: 0.9 })
    expect(run('text')).toMatchObject({ code: 0, err: expect.stringContaining('no “gone”') })
    expect(run('text').out).toContain('switched off')
  })
})

describe('analyse a benchmark file', () => {
  it.each(dungCases)('finds the published extensions of $id', (of) => {
    const file = path.join(folderWith({ 'case.af': toAf(of) }), 'case.af')
    const semantics = of.expected.stable.extensions.length === 0 ? 'stable' : 'complete'
    const { positions } = json('--file', file, '--semantics', semantics)
    const expected = of.expected[semantics].extensions
    const named = positions.accepted.map((members: readonly string[]) =>
      members.map((number) => of.nodes[Number(number) - 1] as string),
    )
    expect(joined(named)).toEqual(joined(expected))
    expect(positions.count).toBe(expected.length)
    expect(positions.status).toBe(expected.length === 0 ? 'none' : 'all')
  })

  it('counts as many stable extensions as MiniSat', () => {
    const size = 40
    let state = 7
    const next = () => {
      state = (state * 48_271) % 2_147_483_647
      return 1 + (state % size)
    }
    const attacks = Array.from({ length: 60 }, (): [number, number] => [next(), next()])
      .filter(([from, to]) => from !== to)
      .flatMap(([from, to]): [number, number][] =>
        to % 5 === 0 ? [[from, to]] : [[from, to], [to, from]],
      )
    const text = `p af ${size}\n${attacks.map((pair) => `${pair.join(' ')}\n`).join('')}`
    const file = path.join(folderWith({ 'random.af': text }), 'random.af')
    const solver = new Logic._MiniSat()
    solver.ensureVar(size)
    for (let x = 1; x <= size; x++) {
      const attackers = attacks.flatMap(([from, to]) => (to === x ? [from] : []))
      for (const y of attackers) solver.addClause([-x, -y])
      solver.addClause([x, ...attackers])
    }
    let count = 0
    while (solver.solve()) {
      const values = solver.getSolution()
      count++
      const blocked = Array.from({ length: size }, (_, i) => (values[i + 1] ? -(i + 1) : i + 1))
      if (!solver.addClause(blocked)) break
    }
    expect(count).toBeGreaterThan(1)
    expect(json('--file', file, '--semantics', 'stable').positions.count).toBe(count)
  })

  it('prints extensions and decisions as ICCMA does, from either format', () => {
    const ask = (file: string, ...more: readonly string[]) =>
      analyse('--file', path.join(samples, file), '--semantics', 'preferred', ...more).out
    const lines = ask('probo-ex1.af').split('\n')
    expect(lines).toContain('There are 2 preferred extensions.')
    expect(lines.filter((line) => line.startsWith('w')).sort()).toEqual(['w 1 3 4', 'w 2 5'])
    expect(lines).toContain('In some: 1 2 3 4 5')
    expect(ask('probo-ex1.apx', '--accepts', 'a3')).toContain(
      'a3 is accepted in some preferred extension, but not in every one.\nDC-PR YES\nDS-PR NO\n',
    )
    expect(ask('probo-ex1.af', '--most', '1')).toContain('\nand 1 more; --most shows them\n')
  })

  it('keeps apart that there is none, that it is rejected, and that it is not decided', () => {
    const ask = (text: string, semantics: string, ...more: readonly string[]) => {
      const file = path.join(folderWith({ 'x.af': text }), 'x.af')
      return analyse('--file', file, '--semantics', semantics, '--accepts', '1', ...more).out
    }
    const odd = 'p af 3\n1 2\n2 3\n3 1\n'
    const none = ask(odd, 'stable')
    expect(none).toContain('There is no stable extension.\n')
    expect(none).toContain('1 is neither accepted nor rejected: there is no stable extension.\n')
    expect(none).toContain('DC-ST NO\nDS-ST YES\n')
    const rejected = ask(odd, 'preferred')
    expect(rejected).toContain('1 is rejected: no preferred extension accepts it.\nDC-PR NO\nDS-PR NO\n')
    const undecided = ask('p af 4\n1 2\n2 1\n3 4\n4 3\n', 'stable', '--budget', '0')
    expect(undecided).toContain('not decided within the budget of 0 steps.\n')
    expect(undecided).toContain('DC-ST not decided\nDS-ST not decided\n')
    expect(undecided).not.toContain('no stable')
    expect(undecided).not.toContain('rejected')
  })

  it.each([
    'qbaf-qbafpy-example-DFQuAD',
    'qbaf-qbafpy-example-EulerBased',
    'qbaf-qbafpy-example-QE',
    'qbaf-uncertainpy-MLP-example',
    'qbaf-uncertainpy-democracy-DFQuAD',
    'qbaf-uncertainpy-stock-QE-cyclic',
    'qbaf-qbafpy-removal-basic',
  ])('finds the published strengths of %s', (name) => {
    const file = path.join(cases, `${name}.json`)
    const { expected } = JSON.parse(fs.readFileSync(file, 'utf8'))
    const { nodes } = json('--file', file)
    for (const [id, strength] of Object.entries(expected.strengths)) {
      const found = nodes.find((node: { id: string }) => node.id === id).strength
      expect(Math.abs(found - (strength as number))).toBeLessThanOrEqual(expected.tolerance)
    }
  })

  it('gives the published removals and Shapley values of a topic', () => {
    const file = path.join(cases, 'qbaf-qbafpy-shapley-basic.json')
    const [{ cruxes, shapley }] = json('--file', file, '--only', 'cruxes', '--topic', 'a').topics
    expect(shapley).toMatchObject({ exact: true, permutations: 0, sum: -2 })
    expect(shapley.values).toEqual([
      { id: 'b', value: -1.5, standardError: 0 },
      { id: 'c', value: -0.5, standardError: 0 },
    ])
    expect(cruxes.map(({ id, removal }: { id: string; removal: number }) => [id, removal])).toEqual([
      ['b', -2],
      ['c', -1],
    ])
    const csv = analyse('--file', file, '--only', 'cruxes', '--topic', 'a', '--format', 'csv').out
    expect(csv).toMatch(/^topic,node,title,swing,.*\r\na,b,,1,.*,-2,-1\.5,0\r\na,c,/)
  })

  it('gives the published response curve', () => {
    const file = path.join(cases, 'qbaf-nonmonotone-attackonly-QE.json')
    const { responseCurve, tolerance } = JSON.parse(fs.readFileSync(file, 'utf8')).expected
    const { topics } = json('--file', file, '--only', 'cruxes', '--topic', responseCurve.topic)
    const { curve, monotone } = topics[0].cruxes.find(({ id }: { id: string }) => id === responseCurve.vary)
    expect(monotone).toBe(false)
    for (const [base, strength] of responseCurve.points) {
      const found = curve.find(([at]: readonly number[]) => Math.abs((at ?? 0) - base) < 1e-9)
      expect(Math.abs(found[1] - strength)).toBeLessThanOrEqual(tolerance ?? 1e-12)
    }
  })

  it.each(['qbaf-own-DFQuAD-discrete-oscillates', 'qbaf-own-QE-K33'])('gives %s no number', (name) => {
    const file = path.join(cases, `${name}.json`)
    const { nodes, cycles, formula } = json('--file', file)
    for (const { strength } of nodes) expect(strength).toBeNull()
    const cycle = cycles.find((each: { formula: string }) => each.formula === formula)
    expect(['several', 'unsettled']).toContain(cycle.kind)
    expect(analyse('--file', file).out).toMatch(/\nCycles\n .*, so no number\n/)
  })

  it('lets no name be a formula of a spreadsheet or a control of the terminal', () => {
    const file = path.join(samples, 'names.json')
    const csv = analyse('--file', file, '--format', 'csv').out.split('\r\n')
    expect(csv.map((row) => row.split(',')[0])).toEqual(["id", "'=1+1", '__proto__', '"a', '\u001b[31mred', ''])
    expect(csv[3]).toMatch(/^"a,""b""",,no open objection,0\.5,/)
    const { out, err } = analyse('--file', file, '--topic', '=1+1')
    expect(out).not.toContain('\u001b')
    expect(out).toContain('⟨U+001B⟩[31mred')
    expect(err).toContain('1 edge repeats')
    expect(json('--file', path.join(cases, 'qbaf-qbafpy-example-QE.json')).version).toBe(1)
  })
})

describe('analyse says in a sentence', () => {
  it('that there is nothing, in a file or in content full of errors', () => {
    const folder = folderWith({ 'zero.af': 'p af 0\n', 'content/light/x.md': 'Nothing.' })
    const nothing = '\nThere is no node to say anything about.\n'
    expect(analyse('--file', path.join(folder, 'zero.af'))).toMatchObject({
      code: 0,
      out: `${path.join(folder, 'zero.af')}, 0 nodes\n${nothing}`,
    })
    const { code, out, err } = analyse('--content', path.join(folder, 'content'))
    expect({ code, isSaid: out.includes(nothing) }).toEqual({ code: 0, isSaid: true })
    expect(out).not.toContain('strength  ')
    expect(err).toMatch(/^The content has \d+ errors; `npm run check` shows them\.\n$/)
  })

  it('why a topic has no cruxes: it has no number, or the search is too long', () => {
    const clique = (size: number, credence: number) => {
      const names = Array.from({ length: size }, (_, v) => `n${v}`)
      const attacks = names.flatMap((a) => names.flatMap((b) => (a === b ? [] : [[a, b]])))
      const baseScores = Object.fromEntries(names.map((name) => [name, credence]))
      const text = JSON.stringify({ baseScores, attacks, supports: [] })
      return path.join(folderWith({ 'clique.json': text }), 'clique.json')
    }
    const ask = (file: string) => analyse('--file', file, '--topic', 'n0', '--only', 'cruxes').out
    expect(ask(clique(24, 0.5))).toContain(
      'strength none, base score 0.50, 23 nodes reach it\n  It has no number that anything could change.\n',
    )
    expect(ask(clique(120, 0.01))).toContain(
      '119 nodes reach it\n  The cruxes would take too long to find in these cycles.\n',
    )
  })
})

describe('analyse refuses in a sentence', () => {
  it.each([
    [['--formula', 'df-quat'], 'such as `df-quad`'],
    [['--most', '0'], 'expected a whole number from 1 to 1000000.'],
    [['--budget', '5'], 'Unexpected `--budget` alone'],
    [['--semantics', 'stable', '--topic', 'x'], 'together with `--semantics stable`'],
    [['--only', 'labels', '--samples', '1'], 'together with `--only labels`'],
    [['--view', 'v=1', '--file', 'x'], 'Unexpected `--view` together with `--file x`'],
    [['--view', 'nothing'], 'Unexpected `nothing` as `--view`'],
    [['--topic', 'alignment-generalises-futher'], 'such as `alignment-generalises-further`'],
    [['--file', '/nowhere.af'], '`/nowhere.af` cannot be read (ENOENT).'],
    [['--file', path.join(samples, 'probo-ex1.af'), '--only', 'cruxes'], 'expected `--topic <id>`'],
  ])('%j', (args, said) => {
    const { code, out, err } = analyse(...args)
    expect({ code, out }).toEqual({ code: 2, out: '' })
    expect(err).toContain(said)
    expect(err).not.toMatch(/^\s+at /m)
  })

  it('names each fault of a file with its place', () => {
    const file = path.join(folderWith({ 'bad.af': `p af 2\n${'1 3\n'.repeat(30)}` }), 'bad.af')
    const { code, out, err } = analyse('--file', file)
    expect({ code, out }).toEqual({ code: 2, out: '' })
    expect(err).toContain(`${file}:2:3 Unexpected \`3\`, expected arguments from 1 to 2.\n`)
    expect(err).toMatch(/has 20 faults and 10 more\.\n$/)
  })
})
