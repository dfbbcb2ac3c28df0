// On a stop: keeps in this browser which one it is.
const { key, place } = (document.querySelector('[data-place]') as HTMLElement).dataset
try {
  localStorage.setItem(key as string, place as string)
} catch {
  // A browser may refuse storage: then there is nothing to go on from.
}
