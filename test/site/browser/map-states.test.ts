import { readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import type { ViewData } from '../../../src/analysis/stance/view-data.ts'
import { kindNames, relationNames } from '../../../src/site/map/map-data.ts'
import { rootBuild } from '../built.ts'
import { setStage } from './browser.ts'
import { listen } from './live-page.ts'
import {
  count,
  drawn,
  edges,
  expectAddress,
  expectInWindow,
  focused,
  mapVisitor,
  nodeOf,
  nodes,
  rows,
  thesis,
  windowOf,
  withClass,
} from './map-page.ts'

const visit = mapVisitor(setStage(rootBuild))
const evidence = nodes.id.filter((_, node) => kindNames[nodes.kind[node]!] === 'evidence')
const last = nodes.id.at(-1) as string

/** Ids of nodes in whose title or statement a word stands as it is written here, counted by hand. */
function written(word: string): readonly string[] {
  const stance = JSON.parse(readFileSync(path.join(rootBuild.out, 'stance.json'), 'utf8')) as ViewData
  return nodes.id.filter((id, node) => {
    const statement = stance.statements[stance.nodes.indexOf(id)] ?? ''
    return `${nodes.title[node]} ${statement}`.toLowerCase().includes(word)
  })
}

describe('a filter', () => {
  it('is the same for picture, list, count and address, and is taken back', async () => {
    await visit('', async (map, page) => {
      await map.locator('.map-filters > summary').click()
      for (const kind of ['Claim', 'Objection', 'Open question']) {
        await map.getByRole('checkbox', { name: kind, exact: true }).uncheck()
      }
      expect(await drawn(map)).toEqual(evidence)
      expect(await rows(map)).toEqual(evidence)
      const status = map.locator('[data-map-status]')
      expect(await status.innerText()).toBe(`${evidence.length} of ${count} shown.`)
      await expectAddress(page, 'kind=evidence')
      await map.locator('[data-do="reset"]').first().click()
      expect(await rows(map)).toHaveLength(count)
      expect(await status.innerText()).toBe(`All ${count} shown.`)
      await expectAddress(page, '')
    })
  })

  it('of strengths leaves out what has no number, and its ends push one another', async () => {
    await visit('', async (map, page) => {
      await map.locator('.map-filters > summary').click()
      await map.locator('input[name="strength-from"]').fill('60')
      const strong = nodes.id.filter((_, node) => nodes.strength[node]! >= 60)
      expect(await rows(map)).toEqual(strong)
      await map.locator('input[name="strength-to"]').fill('40')
      await expectAddress(page, 'strength=40-40')
      expect(await map.locator('[data-out="strength"]').innerText()).toBe('0.40 to 0.40')
    })
  })

  it('hides the lines of what it hides', async () => {
    const seen = await visit('kind=evidence', async (map) =>
      map
        .locator('.map-edge[data-edge]:visible')
        .evaluateAll((all) => all.map((each) => Number(each.getAttribute('data-edge')))),
    )
    const isShown = (node: number) => evidence.includes(nodes.id[node]!)
    const between = edges.from.flatMap((from, edge) => {
      const to = edges.to[edge]!
      const isUndercut = relationNames[edges.kind[edge]!] === 'undercuts'
      const ends = isUndercut ? [from, edges.from[to]!, edges.to[to]!] : [from, to]
      return ends.every(isShown) ? [edge] : []
    })
    expect(seen.toSorted((a, b) => a - b)).toEqual(between)
  })
})

describe('a search', () => {
  it('marks what it finds in picture and list; arrows go through it, Enter goes there', async () => {
    await visit('', async (map, page) => {
      const field = map.getByRole('searchbox')
      await field.fill('reward model')
      await expect.poll(() => withClass(map, 'is-found')).not.toEqual([])
      const found = await withClass(map, 'is-found')
      expect((await rows(map)).toSorted()).toEqual(found.toSorted())
      expect(await map.locator('[data-map-status]').innerText()).toBe(`${found.length} of ${count} found.`)
      const marked = async () => (await withClass(map, 'is-current'))[0] as string
      await field.press('ArrowDown')
      await expect.poll(marked).toBeDefined()
      const first = await marked()
      await field.press('ArrowDown')
      await expect.poll(marked).not.toBe(first)
      expect(found).toContain(await marked())
      await expectInWindow(map, await marked())
      await field.press('ArrowUp')
      await field.press('Enter')
      await expect.poll(() => focused(page)).toBe(first)
      await expectAddress(page, `focus=${first}&find=reward%20model`)
    })
  })

  it('misses nothing that is written, however much there is, and says what filters leave out', async () => {
    const expected = written('reward')
    expect(expected.length).toBeGreaterThan(30)
    await visit('find=reward', async (map, page) => {
      const status = () => map.locator('[data-map-status]').innerText()
      await expect.poll(() => withClass(map, 'is-found')).toEqual(expect.arrayContaining([...expected]))
      const all = (await withClass(map, 'is-found')).length
      await page.evaluate(() => void (location.hash = 'find=reward&kind=evidence'))
      const shown = expected.filter((id) => evidence.includes(id))
      await expect.poll(() => rows(map)).toEqual(expect.arrayContaining([...shown]))
      await expect.poll(status).toBe(`${(await rows(map)).length} of the ${all} found are shown.`)
    })
  })

  it('finds by Enter as soon as it is written, and says when there is nothing', async () => {
    await visit('', async (map, page) => {
      const field = map.getByRole('searchbox')
      await field.fill(nodes.title[3] as string)
      await field.press('Enter')
      await expect.poll(() => focused(page)).toBe(nodes.id[3])
      await field.fill('zzzzqqqq')
      await expect.poll(() => map.locator('[data-map-status]').innerText()).toMatch(/^No statement/)
      expect(await rows(map)).toEqual([])
    })
  })
})

describe('the list', () => {
  it('moves the picture by focus and pointer, and the picture marks the list', async () => {
    await visit('', async (map) => {
      const row = map.locator(`li[data-node="${count - 1}"]`)
      await row.getByRole('link').focus()
      expect(await withClass(map, 'is-current')).toEqual([last])
      await expectInWindow(map, last)
      expect(await row.getByRole('link').getAttribute('aria-current')).toBe('true')
      await map.locator('li[data-node="0"]').hover()
      expect(await withClass(map, 'is-current')).toEqual([thesis])
      await expectInWindow(map, thesis)
      await nodeOf(map, thesis).hover()
      const marked = map.locator('li.is-current')
      expect(await marked.getAttribute('data-node')).toBe('0')
    })
  })

  it('puts a node in the middle by Space, and leads to its page by its link', async () => {
    await visit('', async (map, page) => {
      const link = map.locator('li[data-node="1"]').getByRole('link')
      await link.press(' ')
      await expectAddress(page, `focus=${nodes.id[1]}`)
      await link.click()
      await page.waitForURL(`**/c/${nodes.id[1]}/`)
    })
  })
})

describe('an address', () => {
  it('brings back all that it says, and follows when it is changed', async () => {
    const fragment = `focus=${thesis}&depth=2&kind=claim,evidence&colour=strength&at=600,500,0.800`
    await visit(fragment, async (map, page) => {
      expect(await withClass(map, 'is-focus')).toEqual([thesis])
      expect(await map.locator('select[name=depth]').inputValue()).toBe('2')
      expect(await map.locator('input[name=kind][value="2"]').isChecked()).toBe(false)
      expect(await map.getByRole('radio', { name: 'Strength' }).isChecked()).toBe(true)
      const [left = 0, top = 0, width = 0, height = 0] = await windowOf(map)
      expect([left + width / 2, top + height / 2]).toEqual([600, 500].map((each) => expect.closeTo(each, 0)))
      await page.evaluate((hash) => void (location.hash = hash), `focus=${last}`)
      await expect.poll(() => withClass(map, 'is-focus')).toEqual([last])
      expect(await map.locator('select[name=depth]').inputValue()).toBe('1')
      await page.goBack()
      await expect.poll(() => withClass(map, 'is-focus')).toEqual([thesis])
      const link = await map.getByRole('link', { name: 'Link to this view' }).getAttribute('href')
      expect(new URL(link ?? '', page.url()).hash).toBe(`#${fragment}`)
    })
  })

  it('keeps where the reader has moved the picture', async () => {
    await visit('', async (map, page) => {
      const box = await map.locator('[data-map-stage]').boundingBox()
      const [x, y] = [(box?.x ?? 0) + 500, (box?.y ?? 0) + 30]
      await page.mouse.move(x, y)
      await page.mouse.down()
      await page.mouse.move(x - 40, y + 200, { steps: 4 })
      await page.mouse.up()
      const window = await windowOf(map)
      const [left = 0, top = 0, width = 0, height = 0] = window
      const middle = [left + width / 2, top + height / 2].map((each) => Math.round(each))
      await expect.poll(() => page.url()).toContain(`#at=${middle.join()},`)
      await page.reload()
      await expect.poll(() => windowOf(map)).toEqual(window.map((each) => expect.closeTo(each, -1)))
    })
  })

  const attacks = [
    ['mark-up', 'focus=<img src=x onerror=alert(1)>&kind=claim'],
    ['names of every object', 'focus=__proto__&constructor=1&kind=claim'],
    ['a long name', `focus=${'a'.repeat(5000)}&kind=claim`],
    ['no numbers', 'at=NaN,1e9,-1&depth=99&strength=9-1&colour=url(x)&part=..&label=%00&kind=claim'],
    ['broken encoding', '%E0%A4%A&focus=%&kind=claim'],
  ] as const

  it.each(attacks)('that has %s is told in words and does no harm', async (_, fragment) => {
    let faults: readonly string[] = []
    const seen = await visit(
      fragment,
      async (map) => ({
        rows: await rows(map),
        notice: await map.locator('[data-map-notice]').innerText(),
        images: await map.locator('img').count(),
      }),
      { before: async (page) => void (faults = await listen(page)) },
    )
    expect(seen.rows).toEqual(nodes.id.filter((_, node) => kindNames[nodes.kind[node]!] === 'claim'))
    expect(seen.notice).toContain('“')
    expect(seen.images).toBe(0)
    expect(faults).toEqual([])
  })
})

describe('colours', () => {
  it.each(['kind', 'label', 'strength'])('by %s differ where that differs', async (colour) => {
    const fills = await visit(`colour=${colour}`, async (map) =>
      map
        .locator('a.map-node .map-shape')
        .evaluateAll((all) => all.map((each) => getComputedStyle(each).fill)),
    )
    const groups = new Map<string, Set<string>>()
    for (const [node, fill] of fills.entries()) {
      const of = { kind: nodes.kind, label: nodes.label, strength: nodes.strength.map((each) => Math.min(4, Math.floor(each / 20))) }
      const key = String(of[colour as 'kind'][node])
      groups.set(key, (groups.get(key) ?? new Set()).add(fill))
    }
    expect([...groups.values()].every((each) => each.size === 1)).toBe(true)
    expect(new Set(fills).size).toBe(groups.size)
  })
})
