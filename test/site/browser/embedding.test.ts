import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import path from 'node:path'
import axe from 'axe-core'
import { HtmlValidate } from 'html-validate'
import { parse } from 'parse5'
import { describe, expect, it } from 'vitest'
import type { Frame, Page } from 'playwright-core'
import { typographic } from '../../../src/outputs/typography.ts'
import { elements, named, textOf, type Element } from '../built.ts'
import { buildCards, formerHash, hostile, presentHash } from '../embed/card-site.ts'
import { cardIn, setForeign } from '../embed/foreign.ts'
import { setStage } from './browser.ts'

const build = buildCards()
const stage = setStage(build)
const { visit } = setForeign(stage)
const ids = [...Object.keys(hostile), 'wave', 'slit', 'stream', 'why-so', 'gone', 'merged']

/** The frame that is offered for pasting, as it would be on the site that the stage serves. */
function snippet(id: string): string {
  const file = path.join(build.out, 'c', id, 'oembed.json')
  const { html } = JSON.parse(readFileSync(file, 'utf8')) as { html: string }
  return html.replaceAll('https://assay.example', stage.origin)
}

/** How much of a card its frame shows. */
function sizes(card: Frame) {
  return card.evaluate(() => {
    const { scrollWidth, scrollHeight } = document.documentElement
    return { scrollWidth, scrollHeight, width: innerWidth, height: innerHeight }
  })
}

const violations = (card: Frame) =>
  card.evaluate(async (source) => {
    ;(0, eval)(source)
    const { violations } = await (globalThis as unknown as { axe: typeof axe }).axe.run({
      runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
    })
    return violations.map(({ id, nodes }) => ({ id, at: nodes.map(({ html }) => html) }))
  }, axe.source)

const validator = new HtmlValidate({ extends: ['html-validate:standard'] })

/** How a Content-Security-Policy names what stands in an element. */
function sourceOf(element: Element | undefined): string {
  if (element === undefined) throw new Error('There is no such element.')
  return `'sha256-${createHash('sha256').update(textOf(element)).digest('base64')}'`
}

/** All text of an element, as parse5 reads it. */
function innerText(element: Element): string {
  return textOf(element) + [...elements(element)].map(textOf).join('')
}

describe('a card in the frame that is offered', () => {
  it.each([240, 320, 480, 720])('shows all of it at %i pixels, and is never too wide', async (width) => {
    const frames = ids.map((id) =>
      snippet(id).replace('width="640"', `id="${id}" width="${width}"`).replace('lazy', 'eager'),
    )
    const wrong = await visit(frames.join('\n'), async (page) => {
      const seen = await Promise.all(
        ids.map(async (id) => ({ id, ...(await sizes(await cardIn(page, `#${id}`))) })),
      )
      return seen.filter(
        (each) => each.scrollWidth > width || (each.scrollHeight > each.height && width >= 320),
      )
    })
    expect(wrong).toEqual([])
  })

  it.each(['light', 'dark'] as const)('has nothing wrong for axe in %s', async (colorScheme) => {
    const frames = ids.map((id) => snippet(id).replace('<iframe', `<iframe id="${id}"`))
    const look = async (page: Page) => {
      for (const id of ids) expect(await violations(await cardIn(page, `#${id}`)), id).toEqual([])
    }
    const eager = frames.join('\n').replaceAll('lazy', 'eager')
    await visit(eager, look, { bypassCSP: true, colorScheme, reducedMotion: 'reduce' })
  })

  it('says kind, map, title, statement, label and how many object and support', async () => {
    const text = await visit(snippet('wave'), async (page) => (await cardIn(page)).innerText('body'))
    expect(text.replace(/\s+/g, ' ').trim()).toBe(
      'Claim in Light Waves Light is a wave in a field. ' +
        'Open objection · 1 objection · 1 support Assay contributors, CC BY 4.0',
    )
  })

  it('says of what was withdrawn and merged that it was', async () => {
    const read = async (page: Page) => (await cardIn(page)).innerText('main')
    expect(await visit(snippet('gone'), read)).toMatch(
      /Withdrawn on 3 May 2026\.\s+It <b>moves<\/b>\. .{100,150}…\s+See instead: Waves\s+See instead: A slit$/,
    )
    expect(await visit(snippet('merged'), read)).toMatch(
      /Merged into “Waves” on 3 May 2026\.\s+Said twice\.$/,
    )
  })

  it.each([
    ['wave', 'Waves'],
    ['gone', 'Withdrawn: Gone'],
    ['merged', 'Merged: Merged'],
  ])('has of %s the title %s where only that is shown', (id, title) => {
    const file = path.join(build.out, 'c', id, 'oembed.json')
    expect((JSON.parse(readFileSync(file, 'utf8')) as { title: string }).title).toBe(title)
  })

  it('opens its node in a window of its own, with the wording pinned and no way back', async () => {
    const look = async (page: Page) => {
      const card = await cardIn(page)
      const popup = page.waitForEvent('popup')
      await card.click('h1 a')
      const opened = await popup
      await opened.waitForLoadState()
      return { url: opened.url(), opener: await opened.evaluate(() => window.opener as unknown) }
    }
    expect(await visit(snippet('wave'), look)).toEqual({
      url: `${stage.origin}/assay/c/wave/#v=${presentHash}`,
      opener: null,
    })
  })

  it('is complete without script, and scrolls', async () => {
    const low = snippet('wave').replace(/height="\d+"/, 'height="80"')
    const look = async (page: Page) => {
      const frame = page.frameLocator('iframe')
      await frame.locator('h1 a').focus()
      const link = frame.getByRole('link', { name: 'CC BY 4.0' })
      await link.scrollIntoViewIfNeeded()
      const text = await frame.locator('body').innerText()
      return { text, box: await link.boundingBox(), notice: await frame.locator('.notice').isVisible() }
    }
    const { text, box, notice } = await visit(`<style>body { margin: 0 }</style>${low}`, look, {
      javaScriptEnabled: false,
    })
    expect(text).toContain('Light is a wave in a field.')
    expect(notice).toBe(false)
    expect((box?.y ?? 99) + (box?.height ?? 99)).toBeLessThanOrEqual(80)
  })
})

describe('a card', () => {
  it.each(ids)('of %s is one valid file of at most 6 kB that says what it should', async (id) => {
    const html = readFileSync(path.join(build.out, 'embed', id, 'index.html'), 'utf8')
    expect(Buffer.byteLength(html)).toBeLessThanOrEqual(6000)
    expect((await validator.validateString(html)).results).toEqual([])
    const document = parse(html)
    const [script, ...others] = named(document, 'script')
    expect(others).toEqual([])
    expect(html).toContain(`script-src ${sourceOf(script)};`)
    expect(html).toContain(`style-src ${sourceOf(named(document, 'style')[0])};`)
    expect(named(document, 'img', 'iframe', 'form', 'b')).toEqual([])
    const [title, statement] = hostile[id] ?? []
    if (title === undefined || statement === undefined) return
    expect(named(document, 'h1').map(innerText)).toEqual([typographic(title)])
    expect(named(document, 'p').map(innerText)).toContain(typographic(statement))
  })

  it('asks for nothing but itself, does not say who asks, and keeps nothing', async () => {
    const requests: { readonly url: string; readonly referer: string | undefined }[] = []
    const faults: string[] = []
    const before = async (page: Page) => {
      page.on('request', (request) =>
        requests.push({ url: request.url(), referer: request.headers()['referer'] }),
      )
      page.on('console', (message) => faults.push(message.text()))
      page.on('pageerror', (error) => faults.push(error.message))
    }
    const bare = `<iframe src="${stage.origin}/assay/embed/wave/" title="x"></iframe>`
    await visit(bare, cardIn, { before })
    const inFrame = requests.filter(({ url }) => url.startsWith(`${stage.origin}/assay/embed/`))
    expect(inFrame).toHaveLength(1)
    expect(requests.filter(({ url }) => !url.startsWith('data:'))).toHaveLength(3)
    await visit(snippet('wave'), cardIn, { before })
    expect(requests.find(({ url }) => url.includes('/embed/wave/#'))?.referer).toBeUndefined()
    expect(faults).toEqual([])
    const kept = await stage.visit('embed/wave/#theme=dark', async (page) => ({
      cookies: await page.context().cookies(),
      storage: await page.evaluate(async () => [
        localStorage.length,
        sessionStorage.length,
        (await indexedDB.databases()).length,
      ]),
    }))
    expect(kept).toEqual({ cookies: [], storage: [0, 0, 0] })
  })

  it.each(['', 'sandbox="allow-scripts"'])('cannot be reached by its host (%s)', async (sandbox) => {
    const bare = `<iframe src="${stage.origin}/assay/embed/wave/" title="x" ${sandbox}></iframe>`
    const look = async (page: Page) => {
      await cardIn(page)
      return page.evaluate(() => {
        const frame = document.querySelector('iframe') as HTMLIFrameElement
        const attempts = [
          () => frame.contentWindow?.document.body,
          () => (frame.contentWindow as Window & { eval: typeof eval }).eval('1'),
          () => frame.contentWindow?.localStorage,
        ]
        const names = attempts.map((attempt) => {
          try {
            return attempt() as unknown
          } catch (error) {
            return (error as Error).name
          }
        })
        return [frame.contentDocument, ...names]
      })
    }
    const denied = 'SecurityError'
    expect(await visit(bare, look)).toEqual([null, denied, denied, denied])
  })

  it('heeds no message, whoever sends it', async () => {
    const look = async (page: Page) => {
      const card = await cardIn(page)
      const before = await card.content()
      await page.evaluate(() => {
        const other = document.createElement('iframe')
        document.body.append(other)
        const target = (document.querySelector('iframe') as HTMLIFrameElement).contentWindow as Window
        const texts = ['x', '<img src=x onerror=alert(1)>', 'close', 'javascript:alert(1)']
        const things = [null, 1, { assay: 'wave', height: 1 }, { theme: 'dark' }, new ArrayBuffer(8)]
        for (const sent of [...texts, ...things]) {
          target.postMessage(sent, '*')
          const from = other.contentWindow as Window & { eval: typeof eval }
          from.eval('(to, what) => to.postMessage(what, "*")')(target, sent)
        }
      })
      await card.evaluate(() => new Promise((done) => setTimeout(done, 200)))
      return { before, after: await card.content() }
    }
    const { before, after } = await visit(snippet('wave'), look)
    expect(after).toBe(before)
  })

  it('tells whoever frames it how high it is, and again when that changes', async () => {
    const listener = `<script>
      const told = []
      addEventListener('message', ({ data, origin, source }) => {
        const frame = document.querySelector('iframe')
        if (source !== frame.contentWindow) return
        told.push({ ...data, origin })
        frame.height = data.height
      })
    </script>`
    const look = async (page: Page) => {
      const card = await cardIn(page)
      const seen = [await sizes(card)]
      await page.evaluate(() => (document.querySelector('iframe') as HTMLIFrameElement).width = '240')
      await page.waitForFunction('told.length > 1')
      await card.waitForFunction(() => document.documentElement.scrollHeight === innerHeight)
      seen.push(await sizes(card))
      return { seen, told: await page.evaluate('told') }
    }
    const { seen, told } = await visit(listener + snippet('many-words'), look)
    const [wide, narrow] = seen.map(({ height }) => height)
    expect(narrow).toBeGreaterThan(wide ?? 0)
    expect(seen.every(({ height, scrollHeight }) => height === scrollHeight)).toBe(true)
    expect(told).toEqual(
      [wide, narrow].map((height) => ({ assay: 'many-words', height, origin: 'null' })),
    )
  })

  it('tells nothing to itself where it is no frame', async () => {
    const before = async (page: Page) => {
      await page.addInitScript(() => addEventListener('message', () => (document.title = 'told')))
    }
    const title = await stage.visit('embed/wave/', (page) => page.title(), { before })
    expect(title).toBe('Waves · Card · Assay')
  })
})

describe('the fragment of a card', () => {
  const look = async (page: Page) => {
    const notice = page.locator('.notice')
    const shown = (await notice.isVisible()) ? await notice.innerText() : ''
    const { theme, paper } = await page.evaluate(() => ({
      theme: document.documentElement.dataset['theme'],
      paper: getComputedStyle(document.body).backgroundColor,
    }))
    return { shown: shown.replace(/\s+/g, ' ').trim(), theme, paper }
  }
  const [day, night] = ['rgb(253, 253, 251)', 'rgb(22, 24, 27)']
  const plain = { shown: '', theme: '', paper: day }
  const unknown = 'This was embedded with a wording that is not known here. Its history'

  it.each([
    ['the present wording', `#v=${presentHash}`, plain],
    ['a former wording', `#v=${formerHash}`, {
      ...plain,
      shown: 'The wording has changed since this was embedded. What changed',
    }],
    ['a former wording as some write it', `#v%3D${formerHash.toUpperCase()}&theme=dark`, {
      shown: 'The wording has changed since this was embedded. What changed',
      theme: 'dark',
      paper: night,
    }],
    ['a former wording and something after it', `#v=${formerHash}).`, {
      ...plain,
      shown: 'The wording has changed since this was embedded. What changed',
    }],
    ['a wording that never was', '#v=00000000', { ...plain, shown: unknown }],
    ['a dark theme', `#v=${presentHash}&theme=dark`, { ...plain, theme: 'dark', paper: night }],
    ['a theme that is none', '#theme=dark%22%3E%3Cb%3E', plain],
    ['markup', '#v=%3Cimg%20src=x%20onerror=alert(1)%3E', plain],
    ['a broken escape', '#v=%E0%A4%A', plain],
    ['a hash and more', `#v=${formerHash}0`, plain],
    ['the same twice', `#v=${presentHash}&v=${formerHash}&theme=light&theme=dark`, {
      ...plain,
      theme: 'light',
    }],
    ['the name of an element', '#footer', plain],
    ['the name of a property', '#__proto__=x&v=constructor', plain],
    ['100,000 characters', `#${'v=&'.repeat(33_000)}`, plain],
  ])('that is %s', async (_, fragment, expected) => {
    const faults: string[] = []
    const before = async (page: Page) => {
      page.on('pageerror', (error) => faults.push(error.message))
    }
    expect(await stage.visit(`embed/wave/${fragment}`, look, { before })).toEqual(expected)
    expect(faults).toEqual([])
  })

  it('leads from a former wording to what changed since', async () => {
    const follow = async (page: Page) => {
      const popup = page.waitForEvent('popup')
      await page.getByRole('link', { name: 'What changed' }).click()
      const opened = await popup
      const told = await opened.locator('.wording-notice').innerText()
      return { url: opened.url(), told }
    }
    const { url, told } = await stage.visit(`embed/wave/#v=${formerHash}`, follow)
    expect(url).toBe(`${stage.origin}/assay/c/wave/#v=${formerHash}`)
    expect(told).toContain('in a field')
  })

  it('is read again when it changes, and prevails over what the reader prefers', async () => {
    const change = async (page: Page) => {
      await page.evaluate((hash) => void (location.hash = hash), `v=${formerHash}&theme=light`)
      await page.locator('.notice').waitFor()
      return look(page)
    }
    const options = { colorScheme: 'dark' } as const
    expect((await stage.visit('embed/wave/', look, options)).paper).toBe(night)
    const seen = await stage.visit('embed/wave/', change, options)
    expect(seen).toMatchObject({ theme: 'light', paper: day })
  })
})
