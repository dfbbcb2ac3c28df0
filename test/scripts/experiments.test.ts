import fs from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { folderWith, root, runScript } from './folder.ts'

const published = fs.readFileSync(path.join(root, 'content/results/policing.json'), 'utf8')

function experiments(...args: readonly string[]) {
  return runScript('experiments.ts', args)
}

function resultsWith(text: string): readonly string[] {
  return ['--results', folderWith({ 'policing.json': text })]
}

describe('experiments', () => {
  it('prints a run that a link names, with what it had to change', () => {
    const { code, out, err } = experiments('e11', '--set', 'agents=9999', '--set', 'x=1', '--seed', '4')
    expect(code).toBe(0)
    expect(out).toMatch(/^policing, version \d+, seed 4\nagents=200 /)
    expect(err).toContain('“9999” is not among')
    expect(err).toContain('There is no setting “x”')
  })

  it('gives the same run as JSON twice, with the digest that is published', () => {
    const run = () => experiments('policing', '--preset', 'quick', '--format', 'json').out
    const json = JSON.parse(run())
    expect(JSON.parse(run())).toEqual(json)
    expect(json.digest).toBe(JSON.parse(published).presets.quick.digest)
  })

  it('writes CSV with intervals to a file', () => {
    const folder = folderWith({})
    const file = path.join(folder, 'run.csv')
    const { code, out } = experiments('policing', '--preset', 'quick', '--format', 'csv', '--out', file)
    expect({ code, out }).toEqual({ code: 0, out: '' })
    const csv = fs.readFileSync(file, 'utf8')
    expect(csv).toMatch(/^Measures\r\nname,measure,value,unit\r\ngainOfSize,/)
    expect(csv).toContain(',Simulated,Simulated low,Simulated high\r\n')
  })

  it('makes from the parts of a sweep what one run makes', () => {
    const folder = folderWith({})
    const where = ['--results', path.join(folder, 'results'), '--pieces', path.join(folder, 'pieces')]
    for (const shard of ['1/3', '3/3']) {
      expect(experiments('policing', '--shard', shard, ...where).code).toBe(0)
    }
    const early = experiments('policing', '--merge', ...where)
    expect(early.code).toBe(2)
    expect(early.err).toContain('have all parts been run?')
    expect(experiments('policing', '--shard', '2/3', ...where).code).toBe(0)
    expect(experiments('policing', '--merge', ...where).code).toBe(0)
    const merged = fs.readFileSync(path.join(folder, 'results/policing.json'), 'utf8')
    expect(merged).toBe(published)
  })

  it('agrees with what is published', () => {
    const { code, out } = experiments('policing', '--check', ...resultsWith(published))
    expect({ code, out }).toEqual({ code: 0, out: '9 runs came out as published.\n' })
  })

  it.each([
    ['a digest', /"digest": "\w{12}/, '"digest": "000000000000', 'has the digest'],
    ['a verdict', /("verdict": \{\s*"because": "[^"]*",\s*"label": )"\w+"/g, '$1"mixed"', 'in other words or measures'],
    ['a measure', /("gainOfSize": \{[^}]*"value": )\S+/, '$19', 'in other words or measures'],
    ['a known answer', /"ours": 0.5004887586/, '"ours": 0.6', 'are others than those published'],
    ['the version', /"version": \d+/, '"version": 99', 'published is 99'],
    ['another seed', /"label": "supports", "seed": 3/, '"label": "mixed", "seed": 3', 'gives the verdict supports'],
  ])('finds %s that was altered', (name, from, to, said) => {
    const altered = published.replace(from, to)
    const seeds = name === 'another seed' ? [] : ['--no-seeds']
    expect(altered).not.toBe(published)
    const { code, out } = experiments('policing', '--check', ...seeds, ...resultsWith(altered))
    expect(code).toBe(1)
    expect(out).toContain(said)
  })

  it.each([
    [['polcing'], 'such as `policing`'],
    [['policing', '--shard', '4/3'], 'expected such as `1/3`'],
    [['policing', '--seed', '-1'], 'from 0 to 4294967295'],
    [['policing', '--set', 'agents'], 'expected `key=value`'],
    [['policing', 'aggregation', '--seed', '1'], 'expected one id'],
    [['--seeed', '1'], 'such as `--seed`'],
    [['policing', '--check', '--preset', 'quick'], 'together with options of one run'],
    [['--merge', '--check'], 'together with `--check`'],
    [['policing', '--set', 'agents=50', '--set', 'agents=60'], 'second value of `agents`'],
    [['policing', '--preset', 'quick', '--out', '/nowhere/run.json'], 'cannot be written (ENOENT)'],
  ])('refuses %j in a sentence', (args, said) => {
    const { code, err } = experiments(...args)
    expect(code).toBe(2)
    expect(err).toContain(said)
    expect(err).not.toMatch(/^\s+at /m)
  })

  it('lists settings with their bounds', () => {
    const { out } = experiments('policing', '--list')
    expect(out).toMatch(/^e11 policing: /)
    expect(out).toMatch(/agents=50 {2}.*; 5 to 200 in steps of 1/)
  })
})

describe('fix', () => {
  it('mends figures in place and says which', () => {
    const example = path.join(root, 'test/examples/stale-figure/wrong/content')
    const folder = folderWith({})
    fs.cpSync(example, folder, { recursive: true })
    const trial = runScript('fix.ts', ['--content', folder, '--check'])
    expect(trial.code).toBe(1)
    const { code, out } = runScript('fix.ts', ['--content', folder])
    expect(code).toBe(0)
    expect(out).toBe('content/light/two-slits-give-fringes.md:10 `0.97 ± 0.02` is now `0.94 ± 0.02`\n')
    expect(runScript('fix.ts', ['--content', folder])).toMatchObject({
      code: 0,
      out: 'There is nothing to mend.\n',
    })
  })
})
