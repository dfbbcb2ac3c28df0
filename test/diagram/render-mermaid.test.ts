import { describe, expect, it } from 'vitest'
import { renderMermaid } from '../../src/site/diagram/render-mermaid.ts'
import { textWidth } from '../../src/site/diagram/text-metrics.ts'
import { corners, examples, isWithin, offset, parseSvg, walk } from './svg-page.ts'

const ALLOWED = /^(svg|title|desc|defs|marker|g|a|rect|circle|polygon|path|text|tspan)$/

const known = new Map<string, Promise<string>>()

async function drawn(text: string): Promise<Element> {
  const svg = known.get(text) ?? renderMermaid(text, { id: 'd' })
  known.set(text, svg)
  return parseSvg(await svg)
}

function shapeOf(node: Element): Element {
  const shape = [...node.children].find((child) => child.localName !== 'title')
  if (!shape) throw new TypeError('Expected a node to have a shape')
  return shape
}

describe('golden drawings', () => {
  it.each(['junction', 'sideways'])('%s', async (name) => {
    const svg = await renderMermaid(examples.get(name) ?? '', { id: name })
    await expect(svg.replaceAll('><', '>\n<')).toMatchFileSnapshot(`examples/${name}.svg`)
  })
})

describe.each([...examples])('%s', (_, text) => {
  it('is the same twice, at once or in turn', async () => {
    const [first, second] = await Promise.all([
      renderMermaid(text, { id: 'd' }),
      renderMermaid(text, { id: 'd' }),
    ])
    expect(second).toBe(first)
    expect(await renderMermaid(text, { id: 'd' })).toBe(first)
  })

  it('holds nothing a strict policy forbids', async () => {
    const all = [...(await drawn(text)).querySelectorAll('*')]
    expect(all.filter(({ localName }) => !ALLOWED.test(localName))).toEqual([])
    expect(all.filter((element) => element.hasAttribute('style'))).toEqual([])
    const names = all.flatMap((element) => element.getAttributeNames())
    expect(names.filter((name) => /^on|:/.test(name))).toEqual([])
  })

  it('prefixes every id and refers to none that is missing', async () => {
    const svg = await drawn(text)
    const ids = [svg, ...svg.querySelectorAll('[id]')].map(({ id }) => id)
    expect(ids.filter((id) => id !== 'd' && !id.startsWith('d-'))).toEqual([])
    const used = [...svg.outerHTML.matchAll(/url\(#([^)]+)\)/g)].map(([, id]) => id)
    expect(new Set(used)).toEqual(new Set([...svg.querySelectorAll('marker')].map(({ id }) => id)))
  })

  it('keeps every label within its shape', async () => {
    for (const node of (await drawn(text)).querySelectorAll('.node')) {
      for (const line of node.querySelectorAll('tspan[y]')) {
        const half = (textWidth(line.textContent) * 14) / 2
        const y = Number(line.getAttribute('y'))
        for (const x of [-half, half]) {
          for (const height of [-0.75 * 14, 0.25 * 14]) {
            expect(isWithin(shapeOf(node), x, y + height), line.textContent).toBe(true)
          }
        }
      }
    }
  })

  it('ends edges on the border of a node, arrowheads touching it', async () => {
    const svg = await drawn(text)
    const nodes = [...svg.querySelectorAll('.node')]
    const onBorder = (x: number, y: number, gap: number): boolean =>
      nodes.some((node) => {
        const at = offset(node)
        const xs = corners(shapeOf(node)).map(([px]) => px)
        const ys = corners(shapeOf(node)).map(([, py]) => py)
        const [dx, dy] = [x - at.x, y - at.y]
        const inside = dx >= Math.min(...xs) - 5 && dx <= Math.max(...xs) + 5
        const across = dy >= Math.min(...ys) - 5 && dy <= Math.max(...ys) + 5
        const onSide = xs.some((px) => Math.abs(Math.abs(dx) - Math.abs(px) - gap) < 0.3)
        const onTop = ys.some((py) => Math.abs(Math.abs(dy) - Math.abs(py) - gap) < 0.3)
        return (inside && onTop) || (across && onSide)
      })
    for (const edge of svg.querySelectorAll('.edge')) {
      const points = walk(edge.getAttribute('d') ?? '')
      const [start = [0, 0], end = [0, 0]] = [points[0], points.at(-1)]
      expect(onBorder(...start, 0)).toBe(true)
      expect(onBorder(...end, edge.hasAttribute('marker-end') ? 4 : 0)).toBe(true)
    }
  })

  it('leads no edge beneath a node and no label over one', async () => {
    const svg = await drawn(text)
    const nodes = [...svg.querySelectorAll('.node')]
    const covered = (x: number, y: number): boolean =>
      nodes.some((node) => {
        const at = offset(node)
        return isWithin(shapeOf(node), (x - at.x) * 1.01, (y - at.y) * 1.02)
      })
    for (const edge of svg.querySelectorAll('.edge')) {
      expect(walk(edge.getAttribute('d') ?? '').filter(([x, y]) => covered(x, y))).toEqual([])
    }
    for (const label of svg.querySelectorAll('.edge-label')) {
      const at = offset(label)
      const box = label.querySelector('rect')
      if (!box) throw new TypeError('Expected a label to have a box')
      expect(corners(box).filter(([x, y]) => covered(at.x + x, at.y + y))).toEqual([])
    }
  })
})

describe('renderMermaid', () => {
  it('names, describes and links', async () => {
    const svg = await drawn(examples.get('junction') ?? '')
    expect(svg.getAttribute('role')).toBe('group')
    expect(svg.querySelector('#d-title')?.textContent).toBe(
      'Reward modelling is easy: what bears on it',
    )
    expect(svg.getAttribute('aria-labelledby')).toBe('d-title')
    expect(svg.getAttribute('aria-describedby')).toBe('d-desc')
    const link = svg.querySelector('a')
    expect(link?.getAttribute('href')).toBe('../../c/reward-models-are-small/')
    expect(link?.querySelector('text')?.textContent).toBe(
      'Reward models are small next to the policies they train',
    )
  })

  it('calls a drawing without links an image', async () => {
    expect((await drawn('flowchart BT\n  n0("One"):::claim')).getAttribute('role')).toBe('img')
  })

  it('gives nodes and edges the classes of the text', async () => {
    const svg = await drawn(examples.get('junction') ?? '')
    const classes = [...svg.querySelectorAll('.node, .edge, .edge-label, .arrow')]
      .map((element) => element.getAttribute('class'))
    expect(new Set(classes)).toEqual(
      new Set([
        'node claim', 'node claim focus', 'node counterargument', 'node question', 'node junction',
        'edge supports', 'edge undercuts dotted', 'edge answers',
        'edge-label supports', 'edge-label undercuts', 'edge-label answers',
        'arrow supports', 'arrow undercuts', 'arrow answers',
      ]),
    )
  })

  it('drops links that run a script', async () => {
    const text = 'flowchart BT\n  n0("One")\n  click n0 href "javascript#58;alert(1)"'
    expect((await drawn(text)).querySelector('a')).toBeNull()
  })

  it('leaves `window` and `document` as they were', async () => {
    await drawn('flowchart BT\n  n0("One")')
    expect(['window' in globalThis, 'document' in globalThis]).toEqual([false, false])
  })

  it('goes on after a text that Mermaid cannot read', async () => {
    await expect(renderMermaid('flowchart BT\n  n0(("', { id: 'd' })).rejects.toThrow()
    expect((await drawn('flowchart BT\n  n0("One")')).textContent).toBe('One')
  })

  it.each(['', '1a', 'a b', 'a"b'])('rejects the id %j', async (id) => {
    await expect(renderMermaid('flowchart BT\n  n0("One")', { id })).rejects.toThrow(RangeError)
  })

  it.each([
    ['a subgraph', 'flowchart BT\n  subgraph s\n    n0("One")\n  end'],
    ['an edge from a node to itself', 'flowchart BT\n  n0("One") --> n0'],
    ['a cylinder', 'flowchart BT\n  n0[("One")]'],
  ])('rejects %s', async (_, text) => {
    await expect(renderMermaid(text, { id: 'd' })).rejects.toThrow(RangeError)
  })
})
