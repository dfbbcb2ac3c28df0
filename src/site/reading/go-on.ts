import { readPlace } from './place.ts'

// Where routes are listed: leads to the stop at which their reader left them.
for (const link of document.querySelectorAll<HTMLAnchorElement>('[data-go-on]')) {
  try {
    const place = readPlace(localStorage.getItem(link.dataset['goOn'] as string))
    if (place === undefined || place.number < 2) continue
    link.href += `${place.id}/`
    link.textContent = `Go on at stop ${place.number}`
    link.hidden = false
  } catch {
    // A browser may refuse storage: then nothing was kept.
  }
}
