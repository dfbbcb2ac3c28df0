{
  const root = document.documentElement
  const main = document.querySelector('main')
  const footer = document.querySelector('footer')
  const { node, wording, past } = main.dataset
  const showNotices = () => {
    const asked = new URLSearchParams(location.hash.slice(1))
    const pinned = asked.get('v')
    const isOther = /^[\da-f]{8}$/.test(pinned) && pinned !== wording
    const wasHere = past.split(' ').includes(pinned)
    document.getElementById('changed').hidden = !(isOther && wasHere)
    document.getElementById('unknown').hidden = !(isOther && !wasHere)
    root.dataset.theme = /^(light|dark)$/.exec(asked.get('theme'))?.[0] ?? ''
  }
  showNotices()
  addEventListener('hashchange', showNotices)
  if (parent !== self) {
    let told
    const observer = new ResizeObserver(() => {
      const { top, height } = main.getBoundingClientRect()
      const spaces = 3 * (top + scrollY)
      const all = Math.ceil(height + footer.getBoundingClientRect().height + spaces)
      if (all !== told) parent.postMessage({ assay: node, height: (told = all) }, '*')
    })
    observer.observe(main)
    observer.observe(footer)
  }
}
