// The one script of a page for views before it is touched; the rest is loaded by it.
for (const mount of document.querySelectorAll<HTMLElement>('[data-view]')) {
  const button = mount.querySelector('button') as HTMLButtonElement
  const open = async (byHand: boolean): Promise<void> => {
    button.textContent = 'One moment'
    try {
      await (await import('./open-view.tsx')).openView(mount, byHand)
    } catch {
      button.textContent = 'This could not be loaded. Try again'
    }
  }
  const openIfNamed = (): void => {
    // Eight hexadecimal digits mean a wording of the statement, all else a view.
    if (/^#(?:.*&)?v=(?![0-9a-f]{8}(?:&|$))/.test(location.hash)) void open(false)
  }
  try {
    if (localStorage.getItem(mount.dataset['store'] as string)) {
      button.textContent = 'Go on with your own view'
    }
  } catch {
    // A browser may refuse storage: then nothing was kept.
  }
  button.onclick = () => void open(true)
  mount.hidden = false
  addEventListener('hashchange', openIfNamed, { once: true })
  openIfNamed()
}
