// The one script of a page before it is touched; the rest is loaded by it.
for (const mount of document.querySelectorAll<HTMLElement>('[data-live]')) {
  const section = mount.closest<HTMLElement>('[data-experiment]') as HTMLElement
  const button = document.createElement('button')
  button.type = 'button'
  button.textContent = 'Change the assumptions and run it'
  const open = async (byHand: boolean): Promise<void> => {
    try {
      ;(await import('./shell.tsx')).openShell(section, byHand)
    } catch {
      button.textContent = 'This could not be loaded. Try again'
    }
  }
  const openIfNamed = (): void => {
    if (location.hash.slice(1).split('?')[0] === section.dataset['experiment']) void open(false)
  }
  button.onclick = () => void open(true)
  mount.append(button)
  mount.hidden = false
  addEventListener('hashchange', openIfNamed)
  openIfNamed()
}
