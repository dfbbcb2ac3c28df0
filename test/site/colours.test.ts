import { readFileSync } from 'node:fs'
import path from 'node:path'
import {
  differenceCiede2000,
  filterDeficiencyDeuter,
  filterDeficiencyProt,
  filterDeficiencyTrit,
  rgb,
  type Rgb,
  wcagContrast,
} from 'culori'
import { describe, expect, it } from 'vitest'
import { root } from '../../scripts/setup/run.mjs'

const css = readFileSync(path.join(root, 'src/site/styles/tokens.css'), 'utf8')
const [light = '', dark = ''] = css.split('@media (prefers-color-scheme: dark)')
const tokensOf = (text: string): ReadonlyMap<string, string> =>
  new Map([...text.matchAll(/--([\w-]+): (#[0-9a-f]{6});/g)].map(([, name, colour]) => [name!, colour!]))

/** What has to be told apart at a glance, beside its shape and its word. */
const sets = {
  kinds: ['claim', 'evidence', 'counter', 'question'],
  labels: ['label-in', 'label-out', 'label-undecided'],
  relations: ['supports', 'rebuts', 'undercuts'],
}
const eyes: Readonly<Record<string, (colour: Rgb) => Rgb>> = {
  'usual sight': (colour) => colour,
  protanopia: filterDeficiencyProt(1),
  deuteranopia: filterDeficiencyDeuter(1),
  tritanopia: filterDeficiencyTrit(1),
}
/** Of CIEDE2000; 2.3 is just noticeable between patches side by side. */
const apart = 14
const difference = differenceCiede2000()

describe.each([
  ['light', tokensOf(light)],
  ['dark', tokensOf(dark)],
])('the %s colours', (_, tokens) => {
  const of = (name: string): string => tokens.get(name) ?? expect.fail(`no colour ${name}`)
  const rgbOf = (name: string): Rgb => rgb(of(name)) as Rgb

  it.each(Object.entries(sets))('of %s stay apart for every kind of sight', (_set, names) => {
    const near = Object.entries(eyes).flatMap(([sight, seen]) =>
      names.flatMap((a, i) =>
        names
          .slice(i + 1)
          .map((b) => ({ sight, a, b, by: difference(seen(rgbOf(a)), seen(rgbOf(b))) }))
          .filter(({ by }) => by < apart),
      ),
    )
    expect(near).toEqual([])
  })

  it('can be read as text on both grounds', () => {
    const inks = ['ink', 'soft', 'muted', 'link', ...Object.values(sets).flat()]
    const faint = ['paper', 'raised'].flatMap((ground) =>
      inks.filter((ink) => wcagContrast(of(ink), of(ground)) < 4.5).map((ink) => `${ink} on ${ground}`),
    )
    expect(faint).toEqual([])
  })
})
