import type { Chart } from '../../experiments/contract.ts'

/** The charts that a place is to show. */
interface Wanted {
  charts: readonly Chart[]
  timer: number | undefined
  isDrawing: boolean
  /** When the charts may be drawn again. */
  next: number
  /** Goes up with each drawing; one that is not the latest any more gives up. */
  turn: number
}

const between = 250
/** What part of the time drawing may take while a run is on. */
const share = 0.15
const places = new WeakMap<HTMLElement, Wanted>()

/**
 * Draws charts into a place: at once where the run is over, else at most four times a second and
 * less often where drawing is slow, so that the page stays quick. Plot is loaded at the first call.
 */
export function drawLater(place: HTMLElement, charts: readonly Chart[], isPartial: boolean): void {
  const fresh = { charts, timer: undefined, isDrawing: false, next: 0, turn: 0 }
  const wanted = places.get(place) ?? fresh
  places.set(place, wanted)
  wanted.charts = charts
  if (isPartial) {
    schedule(place, wanted)
    return
  }
  clearTimeout(wanted.timer)
  void draw(place, wanted)
}

function schedule(place: HTMLElement, wanted: Wanted): void {
  if (wanted.timer !== undefined || wanted.isDrawing) return
  const later = (): void => void draw(place, wanted)
  wanted.timer = window.setTimeout(later, Math.max(0, wanted.next - performance.now()))
}

async function draw(place: HTMLElement, wanted: Wanted): Promise<void> {
  const turn = ++wanted.turn
  const { charts } = wanted
  wanted.timer = undefined
  wanted.isDrawing = true
  const start = performance.now()
  try {
    const { drawForPage } = await import('./draw-for-page.ts')
    for (const [i, chart] of charts.entries()) {
      if (turn !== wanted.turn) return
      const figure = drawForPage(chart)
      if (i < place.children.length) place.children[i]?.replaceWith(figure)
      else place.append(figure)
      await new Promise((resolve) => setTimeout(resolve))
    }
  } catch {
    place.textContent = 'The figures could not be drawn; the tables have their numbers.'
  }
  if (turn !== wanted.turn) return
  while (place.children.length > charts.length) place.lastElementChild?.remove()
  const end = performance.now()
  wanted.next = end + Math.max(between, (end - start) / share)
  wanted.isDrawing = false
  if (wanted.charts !== charts) schedule(place, wanted)
}
