import { copyText } from './copy.ts'
import { readPin } from './pin.ts'

// The one script of a page with things to copy; what answers a selection or an earlier wording is
// loaded by it.
const place = document.querySelector('[data-link]') as HTMLElement
const permalink = place.querySelector('a[rel=bookmark]') as HTMLAnchorElement
const quote = place.querySelector<HTMLButtonElement>('[data-quote]')
const article = quote?.closest('article')
const status = document.createElement('span')
status.dataset['scriptOnly'] = ''
status.setAttribute('role', 'status')
place.append(status)

for (const button of place.querySelectorAll<HTMLButtonElement>('[data-copy]')) {
  button.onclick = () => {
    const shown = document.getElementById(button.dataset['copy'] as string) as HTMLElement
    void copyText(button, status, shown instanceof HTMLAnchorElement ? shown.href : shown.textContent)
  }
}

// Where a host redirected, who comes from where stands in the query.
const arrival = location.search.slice(1)
if (!location.hash && document.getElementById(arrival)?.matches('.merged')) location.hash = arrival

if (quote && article) {
  const { wordings, history = '' } = place.dataset
  const past = { wordings, history, link: permalink.href, status }
  let isNoticed = false
  const follow = async (event?: Event): Promise<void> => {
    const pin = readPin(location.hash)
    // The place of merged nodes has their wordings, too.
    const isHere = pin && document.getElementById(`v=${pin}`)?.matches('.statement, .merged *')
    const other = isHere ? undefined : pin
    if (!other && !isNoticed) return
    isNoticed = true
    await (await import('./notice.ts')).showNotice(article, other, past, event !== undefined)
  }
  addEventListener('hashchange', (event) => void follow(event))
  void follow()

  let quoting: Promise<(button: HTMLButtonElement) => void> | undefined
  const load = (): typeof quoting => {
    document.removeEventListener('selectionchange', loadIfSelected)
    quoting ??= import('./quote.ts').then(({ startQuoting }) =>
      startQuoting({
        roots: [...article.querySelectorAll(':is(.statement, .prose):not([data-script-only] *)')],
        title: article.querySelector('h1')?.textContent ?? '',
        link: permalink.href,
        status,
      }),
    )
    return quoting
  }
  const loadIfSelected = (): void => {
    if (getSelection()?.isCollapsed === false) void load()
  }
  document.addEventListener('selectionchange', loadIfSelected)
  // Else a press would take the selection away.
  quote.onmousedown = (event) => event.preventDefault()
  quote.onclick = async () => (await load())?.(quote)
}

for (const hidden of place.querySelectorAll<HTMLElement>('[hidden]')) hidden.hidden = false
