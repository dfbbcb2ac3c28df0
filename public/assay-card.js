/**
 * Turns a link to a claim of this Assay site into the claim's card.
 *
 *   <script type="module" src="https://example.org/assay-card.js"></script>
 *   <assay-card><a href="https://example.org/c/some-claim/#v=1a2b3c4d">Some claim</a></assay-card>
 *
 * Without script, and wherever the card cannot be had, the link stays what it is. Only links to the
 * site that this file came from become cards; nothing but the card is loaded, in a frame that
 * cannot reach the page. `theme="light"` or `theme="dark"` on the element prevails over what the
 * reader prefers. A strict page allows this site in `script-src` and `frame-src`. MIT licence.
 */
const site = new URL('.', import.meta.url)
const mostHeight = 5000

const style = `
  :host { display: block; position: relative }
  iframe { position: absolute; inset: 0; width: 100%; height: 100%; border: 0; visibility: hidden }
  .shown { display: block; position: static; visibility: visible }
  .shown + div:not(:focus-within) { position: absolute; clip-path: inset(50%); inset: 0 auto auto 0 }`

/**
 * The card that a link means, with its fragment; undefined where it is no claim of this site.
 * @param {string} href
 */
function cardOf(href) {
  const link = URL.parse(href)
  if (link?.origin !== site.origin || !link.pathname.startsWith(site.pathname)) return
  const id = /^c\/([a-z][a-z\d-]*)\/?$/.exec(link.pathname.slice(site.pathname.length))?.[1]
  const pin = /^#(v=[\da-f]{8})$/.exec(link.hash)?.[1]
  return id && { id, pin }
}

class AssayCard extends HTMLElement {
  static observedAttributes = ['theme']

  #root = this.attachShadow({ mode: 'open' })
  #changes = new MutationObserver(() => this.#show())
  /** @type {HTMLIFrameElement | undefined} */
  #frame
  #id = ''

  constructor() {
    super()
    const sheet = new CSSStyleSheet()
    sheet.replaceSync(style)
    this.#root.adoptedStyleSheets = [sheet]
    this.#root.innerHTML = '<div><slot></slot></div>'
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

  attributeChangedCallback() {
    if (this.isConnected) this.#show()
  }

  /** @param {MessageEvent} event */
  handleEvent({ source, data }) {
    const frame = this.#frame
    if (frame === undefined || source !== frame.contentWindow || data?.assay !== this.#id) return
    if (!(data.height > 0 && data.height <= mostHeight)) return
    frame.style.height = `${Number(data.height)}px`
    frame.className = 'shown'
  }

  #show() {
    const link = this.querySelector('a')
    const card = link && cardOf(link.href)
    if (!card) return this.#drop()
    const theme = this.getAttribute('theme')
    const fragment = [card.pin, theme && `theme=${encodeURIComponent(theme)}`].filter(Boolean)
    const src = new URL(`embed/${card.id}/#${fragment.join('&')}`, site).href
    if (this.#frame?.src !== src) {
      this.#drop()
      const frame = document.createElement('iframe')
      Object.assign(frame, { src, loading: 'lazy', referrerPolicy: 'no-referrer' })
      frame.setAttribute('sandbox', 'allow-scripts allow-popups allow-popups-to-escape-sandbox')
      this.#root.prepend(frame)
      this.#frame = frame
      this.#id = card.id
    }
    this.#frame.title = link.textContent.trim()
  }

  #drop() {
    this.#frame?.remove()
    this.#frame = undefined
  }
}

if (!customElements.get('assay-card')) customElements.define('assay-card', AssayCard)
