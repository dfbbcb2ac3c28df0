import { placeOn } from './place.ts'

// Where a route is told of: leads to the stop at which its reader left it.
for (const link of document.querySelectorAll<HTMLAnchorElement>('[data-go-on]')) {
  const { goOn, stops } = link.dataset as { goOn: string; stops: string }
  try {
    const place = placeOn(stops.split(' '), localStorage.getItem(goOn))
    if (place === undefined) continue
    link.href += `${place.id}/`
    link.textContent = `Go on at stop ${place.number}`
    link.hidden = false
  } catch {
    // A browser may refuse storage: then nothing was kept.
  }
}
