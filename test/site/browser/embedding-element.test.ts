import { describe, expect, it } from 'vitest'
import type { Page } from 'playwright-core'
import { publishedBuild } from '../built.ts'
import { cardIn, setForeign } from '../embed/foreign.ts'
import { setStage } from './browser.ts'

const stage = setStage(publishedBuild)
const { visit } = setForeign(stage)
const [first, second] = ['knowing-is-not-caring', 'alignment-generalises-further'] as const

const site = () => `${stage.origin}/assay/`
const module = (query = '') =>
  `<script type="module" src="${site()}assay-card.js${query}"></script>`
const link = (id: string, fragment = '#v=1a2b3c4d') =>
  `<a href="${site()}c/${id}/${fragment}">${id}</a>`
const card = (inside: string) => `<assay-card>${inside}</assay-card>`

/** The cards of a page: which node, how high, and whether a reader sees the link. */
function cardsOf(page: Page) {
  return page.evaluate(() =>
    [...document.querySelectorAll('assay-card')].map((element) => {
      const frames = element.shadowRoot?.querySelectorAll('iframe') ?? []
      const slot = element.shadowRoot?.querySelector('slot')
      return {
        frames: frames.length,
        src: frames[0]?.src,
        title: frames[0]?.title,
        height: frames[0]?.clientHeight ?? 0,
        hidden: slot ? getComputedStyle(slot).position === 'absolute' : false,
      }
    }),
  )
}

const shown = (page: Page, count: number) =>
  page.waitForFunction(
    (wanted) =>
      [...document.querySelectorAll('assay-card')].filter((element) =>
        element.shadowRoot?.querySelector('iframe.shown'),
      ).length === wanted,
    count,
  )

/** Waits long enough for what must not happen. */
const settle = (page: Page) => page.waitForTimeout(300)

describe('<assay-card>', () => {
  it('becomes the card that its link means, as high as the card says', async () => {
    const look = async (page: Page) => {
      await shown(page, 1)
      const inner = await cardIn(page)
      const needed = () => inner.evaluate(() => [document.documentElement.scrollHeight, innerHeight])
      const wide = await needed()
      await page.setViewportSize({ width: 300, height: 600 })
      await inner.waitForFunction((before) => innerHeight > Number(before), wide[1])
      return { wide, narrow: await needed(), cards: await cardsOf(page) }
    }
    const { wide, narrow, cards } = await visit(module() + card(link(first)), look)
    expect(cards).toEqual([
      {
        frames: 1,
        src: `${site()}embed/${first}/#v=1a2b3c4d&theme=`,
        title: first,
        height: narrow[1],
        hidden: true,
      },
    ])
    expect(wide[0]).toBe(wide[1])
    expect(narrow[0]).toBe(narrow[1])
  })

  it('stays a link without script', async () => {
    const look = async (page: Page) => [
      await page.getByRole('link', { name: first }).isVisible(),
      await page.locator('iframe').count(),
    ]
    const seen = await visit(module() + card(link(first)), look, { javaScriptEnabled: false })
    expect(seen).toEqual([true, 0])
  })

  it('stays a link where the frame is not allowed, and where it does not come', async () => {
    const policy = `default-src 'none'; script-src ${stage.origin}; frame-src 'none'`
    const look = async (page: Page) => {
      await page.waitForFunction(() => customElements.get('assay-card'))
      await settle(page)
      return (await cardsOf(page)).map(({ hidden, height }) => [hidden, height < 40])
    }
    const headers = { 'Content-Security-Policy': policy }
    expect(await visit(module() + card(link(first)), look, { headers })).toEqual([[false, true]])
    expect(await visit(module() + card(link('no-such-node')), look)).toEqual([[false, true]])
  })

  it('works in a page with a strict policy', async () => {
    const faults: string[] = []
    const before = async (page: Page) => {
      page.on('console', (message) => faults.push(message.text()))
      page.on('pageerror', (error) => faults.push(error.message))
    }
    const headers = {
      'Content-Security-Policy':
        `default-src 'none'; script-src ${stage.origin}; frame-src ${stage.origin}; ` +
        "img-src data:; require-trusted-types-for 'script'; trusted-types 'none'",
    }
    await visit(module() + card(link(first)), (page) => shown(page, 1), { headers, before })
    expect(faults).toEqual([])
  })

  it('works twice on a page, and where its file is loaded twice', async () => {
    const html = module() + card(link(first)) + module('?again') + card(link(second, ''))
    const faults: string[] = []
    const before = async (page: Page) => {
      page.on('pageerror', ({ message }) => faults.push(message))
    }
    const seen = await visit(html, (page) => shown(page, 2).then(() => cardsOf(page)), { before })
    expect(seen.map(({ src }) => src)).toEqual([
      `${site()}embed/${first}/#v=1a2b3c4d&theme=`,
      `${site()}embed/${second}/#&theme=`,
    ])
    expect(faults).toEqual([])
  })

  it.each([
    ['#v%3D1A2B3C4D', '#v%3D1A2B3C4D'],
    ['#v=1a2b3c4d).', '#v=1a2b3c4d'],
    ['#v=1a2b3c4d0', '#'],
  ])('passes %s on as %s', async (fragment, passed) => {
    const html = module() + card(link(first, fragment))
    const [seen] = await visit(html, (page) => shown(page, 1).then(() => cardsOf(page)))
    expect(seen?.src).toBe(`${site()}embed/${first}/${passed}&theme=`)
  })

  it('asks this site for its own file and the cards alone', async () => {
    const requests: string[] = []
    const before = async (page: Page) => void page.on('request', (one) => requests.push(one.url()))
    await visit(module() + card(link(first)), (page) => shown(page, 1), { before })
    const ours = requests.filter((url) => url.startsWith(site())).map((url) => url.split('#')[0])
    expect(ours.slice(1)).toEqual([`${site()}assay-card.js`, `${site()}embed/${first}/`])
    const local = /^(?:data:|http:\/\/(?:localhost|127\.0\.0\.1):)/
    expect(requests.filter((url) => !local.test(url))).toEqual([])
  })

  it.each([
    ['another site', 'https://evil.example/assay/c/some-claim/'],
    ['another site by a name that begins like ours', 'http://127.0.0.1.evil.example/assay/c/x-y/'],
    ['another page', '/assay/maps/alignment/'],
    ['a page below a claim', '/assay/c/some-claim/history/'],
    ['a folder that begins like ours', '/assay-not/c/some-claim/'],
    ['a way out', '/assay/c/..%2f..%2fevil/'],
    ['no address', 'http://['],
    ['a script', 'javascript:alert(1)'],
  ])('leaves a link to %s alone', async (_, href) => {
    const address = href.startsWith('/') ? stage.origin + href : href
    const look = async (page: Page) => {
      await page.waitForFunction(() => customElements.get('assay-card'))
      await settle(page)
      return cardsOf(page)
    }
    const seen = await visit(module() + card(`<a href="${address}">x</a>`), look)
    expect(seen).toMatchObject([{ frames: 0, hidden: false }])
  })

  it('follows its link and its theme when they change, and leaves nothing when it goes', async () => {
    const look = async (page: Page) => {
      await shown(page, 1)
      await page.evaluate((href) => {
        const element = document.querySelector('assay-card')
        element?.setAttribute('theme', 'dark"><b>')
        element?.querySelector('a')?.setAttribute('href', href)
      }, `${site()}c/${second}/#x`)
      await page.waitForFunction((id) => {
        const frame = document.querySelector('assay-card')?.shadowRoot?.querySelector('iframe')
        return frame?.className === 'shown' && frame.src.includes(id)
      }, second)
      const changed = await cardsOf(page)
      await page.evaluate(() => document.querySelector('assay-card a')?.removeAttribute('href'))
      await settle(page)
      const without = await cardsOf(page)
      const left = await page.evaluate(() => {
        const element = document.querySelector('assay-card') as HTMLElement
        element.querySelector('a')?.setAttribute('href', '/')
        element.remove()
        postMessage({ assay: 'x', height: 1 }, '*')
        return element.shadowRoot?.querySelectorAll('iframe').length
      })
      return { changed, without, left }
    }
    const { changed, without, left } = await visit(module() + card(link(first)), look)
    expect(changed).toMatchObject([
      { frames: 1, src: `${site()}embed/${second}/#&theme=dark%22%3E%3Cb%3E`, title: first },
    ])
    expect(without).toMatchObject([{ frames: 0, hidden: false }])
    expect(left).toBe(0)
  })

  it('comes back as a card when it is moved', async () => {
    const look = async (page: Page) => {
      await shown(page, 1)
      await page.evaluate(() => document.body.append(document.querySelector('assay-card') as Element))
      await shown(page, 1)
      return cardsOf(page)
    }
    expect(await visit(module() + card(link(first)) + '<hr>', look)).toMatchObject([{ frames: 1 }])
  })

  it('heeds heights of its own frame alone, and only what can be one', async () => {
    const look = async (page: Page) => {
      await shown(page, 1)
      const before = await cardsOf(page)
      await page.evaluate((id) => {
        const source = document.querySelector('assay-card')?.shadowRoot?.querySelector('iframe')
        const heights = [0, -5, 1e9, NaN, Infinity, '300', '9px;color:red', 10.5, null, {}, [200]]
        for (const height of heights) {
          const data = { assay: id, height }
          dispatchEvent(new MessageEvent('message', { data, source: source?.contentWindow ?? null }))
        }
        const other = document.createElement('iframe')
        document.body.append(other)
        for (const data of [{ assay: id, height: 77 }, null, 'x', 7]) {
          postMessage(data, '*')
          ;(other.contentWindow as Window & { eval: typeof eval }).eval(
            `parent.postMessage(${JSON.stringify(data)}, '*')`,
          )
        }
      }, first)
      await settle(page)
      return { before, after: await cardsOf(page) }
    }
    const { before, after } = await visit(module() + card(link(first)), look)
    expect(after).toEqual(before)
  })

  it('keeps its link for the keyboard', async () => {
    const look = async (page: Page) => {
      await shown(page, 1)
      await page.locator('assay-card a').focus()
      return (await cardsOf(page)).map(({ hidden }) => hidden)
    }
    expect(await visit(module() + card(link(first)), look)).toEqual([false])
  })
})
