import type { Page } from './browser.ts'

declare global {
  /** Milliseconds from each key until a frame with the new text was painted. */
  var painted: number[]
}

/** Makes a page take down how long after a key the text of an element is another, and painted. */
export async function watchPaint(page: Page, selector: string): Promise<void> {
  await page.addInitScript((selector) => {
    globalThis.painted = []
    let pressed = Number.NaN
    let before: string | null | undefined
    const textNow = () => document.querySelector(selector)?.textContent
    const listen = (event: Event) => {
      pressed = event.timeStamp
      before = textNow()
    }
    addEventListener('keydown', listen, true)
    const watch = () => {
      if (Number.isNaN(pressed) || textNow() === before) return
      const start = pressed
      pressed = Number.NaN
      // The first frame paints the text; when the next begins it has been.
      requestAnimationFrame(() =>
        requestAnimationFrame(() => globalThis.painted.push(performance.now() - start)),
      )
    }
    new MutationObserver(watch).observe(document, {
      childList: true,
      characterData: true,
      subtree: true,
    })
  }, selector)
}

/** How long it took from the key that `press` strikes until the new text was painted. */
export async function awaitPainted(page: Page, press: () => Promise<void>): Promise<number> {
  const count = await page.evaluate(() => globalThis.painted.length)
  await press()
  await page.waitForFunction((count) => globalThis.painted.length > count, count, {
    timeout: 10_000,
  })
  return page.evaluate(() => globalThis.painted.at(-1) as number)
}
