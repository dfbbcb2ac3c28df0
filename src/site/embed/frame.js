{
  const main = document.querySelector('main')
  const notice = document.querySelector('.notice')
  const footer = document.querySelector('footer')
  const { node, wording, past } = main.dataset
  const read = () => {
    const asked = new URLSearchParams(location.hash.slice(1))
    const pinned = asked.get('v')
    const isOther = /^[\da-f]{8}$/.test(pinned) && pinned !== wording
    const wasHere = past.split(' ').includes(pinned)
    notice.hidden = !isOther
    notice.children[0].hidden = !wasHere
    notice.children[1].hidden = wasHere
    document.documentElement.dataset.theme = /^(light|dark)$/.exec(asked.get('theme'))?.[0] ?? ''
  }
  read()
  addEventListener('hashchange', read)
  if (parent !== self) {
    let told
    const tell = () => {
      const { top, height } = main.getBoundingClientRect()
      const spaces = 3 * (top + scrollY)
      const now = Math.ceil(height + footer.getBoundingClientRect().height + spaces)
      if (now !== told) parent.postMessage({ assay: node, height: now }, '*')
      told = now
    }
    tell()
    const observer = new ResizeObserver(tell)
    observer.observe(main)
    observer.observe(footer)
  }
}
