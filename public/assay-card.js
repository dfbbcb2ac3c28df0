/**
 * Turns links to the claims of this Assay site into their cards:
 *
 *   <script type="module" src="https://example.org/assay-card.js"></script>
 *   <assay-card><a href="https://example.org/c/some-claim/#v=1a2b3c4d">Some claim</a></assay-card>
 *
 * Without a card the link stays. Nothing else is loaded; the frame cannot reach the page.
 * `theme="dark"` or `"light"` prevails over the reader's. A strict page allows this site in
 * `script-src` and `frame-src`. MIT licence.
 */
const site = new URL('.', import.meta.url)

const sheet = new CSSStyleSheet()
sheet.replaceSync(`
:host { display: block; position: relative }
iframe { position: absolute; width: 100%; height: 100%; border: 0; visibility: hidden }
.shown { display: block; position: static; visibility: visible }
.shown + slot:not(:focus-within) { display: block; position: absolute; clip-path: inset(50%) }`)

const attributes = {
  loading: 'lazy',
  referrerPolicy: 'no-referrer',
  sandbox: 'allow-scripts allow-popups allow-popups-to-escape-sandbox',
}

/**
 * The card that a link means; undefined where that is no claim of this site.
 * @param {HTMLAnchorElement} link
 */
function cardOf({ origin, pathname, hash }) {
  if (origin !== site.origin || !pathname.startsWith(site.pathname)) return
  const id = /^c\/([a-z][a-z\d-]*)\/?$/.exec(pathname.slice(site.pathname.length))?.[1]
  return id && `embed/${id}/${/^#v(=|%3D)[\da-f]{8}(?![\da-f])/i.exec(hash)?.[0] ?? '#'}`
}

class AssayCard extends HTMLElement {
  #root = this.attachShadow({ mode: 'open' })
  #changes = new MutationObserver(() => this.#show())
  /** @type {HTMLIFrameElement | undefined} */
  #frame

  constructor() {
    super()
    this.#root.adoptedStyleSheets = [sheet]
    this.#root.append(document.createElement('slot'))
  }

  connectedCallback() {
    addEventListener('message', this)
    this.#changes.observe(this, { attributes: true, childList: true, subtree: true })
    this.#show()
  }

  disconnectedCallback() {
    removeEventListener('message', this)
    this.#changes.disconnect()
    this.#drop()
  }

  /** @param {MessageEvent} message */
  handleEvent({ source, data }) {
    const frame = this.#frame
    if (!frame || source !== frame.contentWindow || !data?.assay) return
    const { height } = data
    if (!Number.isInteger(height) || height < 1 || height > 5000) return
    frame.style.height = `${height}px`
    frame.className = 'shown'
  }

  #show() {
    const link = this.querySelector('a')
    const card = link && cardOf(link)
    if (!card) return this.#drop()
    const theme = encodeURIComponent(this.getAttribute('theme') ?? '')
    const src = `${site}${card}&theme=${theme}`
    if (this.#frame?.src !== src) {
      this.#drop()
      this.#frame = Object.assign(document.createElement('iframe'), attributes, { src })
      this.#root.prepend(this.#frame)
    }
    this.#frame.title = link.textContent.trim()
  }

  #drop() {
    this.#frame?.remove()
    this.#frame = undefined
  }
}

if (!customElements.get('assay-card')) customElements.define('assay-card', AssayCard)
