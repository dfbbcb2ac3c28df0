// The one script of the page for new nodes before it is touched; the rest is loaded by it.
export {}

const mount = document.querySelector('[data-new]') as HTMLElement
const button = mount.querySelector('button') as HTMLButtonElement
const open = async (): Promise<void> => {
  button.textContent = 'One moment'
  try {
    await (await import('./open-composer.tsx')).openComposer(mount)
  } catch {
    button.textContent = 'This could not be loaded. Try again'
  }
}
const openIfAsked = (): void => {
  if (location.hash.includes('=')) void open()
}
try {
  if (localStorage.getItem(mount.dataset['store'] as string)) {
    button.textContent = 'Go on with your draft'
  }
} catch {
  // A browser may refuse storage: then nothing was kept.
}
button.onclick = () => void open()
mount.hidden = false
addEventListener('hashchange', openIfAsked)
openIfAsked()
