/** What gestures on a picture ask of its camera, in CSS pixels from the corner of the stage. */
export interface Gestures {
  pan(dx: number, dy: number): void
  zoom(factor: number, x: number, y: number): void
}

/** CSS pixels that a pointer may move and still be a click. */
const still = 5
/** The most that one turn of a wheel does. */
const mostTurn = 0.35

/**
 * Listens to drags, pinches and wheels until `signal` ends it. A plain wheel and a single finger
 * belong to the page, which a reader may be scrolling, until the picture is active.
 */
export function listenToGestures(stage: HTMLElement, to: Gestures, signal: AbortSignal): void {
  const isActive = () => stage.closest('[data-active]') !== null
  listenToWheel(stage, to, isActive, signal)
  const pointers = new Map<number, { x: number; y: number }>()
  let moved = 0
  const release = ({ pointerId }: PointerEvent) => {
    pointers.delete(pointerId)
    if (pointers.size === 0) delete stage.dataset['dragged']
  }
  const press = ({ pointerId, clientX: x, clientY: y, button, target }: PointerEvent) => {
    if (button !== 0 || (target as Element).closest('button')) return
    if (pointers.size === 0) moved = 0
    pointers.set(pointerId, { x, y })
  }
  const move = (event: PointerEvent) => {
    const { pointerId, clientX, clientY, pointerType } = event
    const pointer = pointers.get(pointerId)
    if (pointer === undefined) return
    const [dx, dy] = [clientX - pointer.x, clientY - pointer.y]
    if (pointers.size > 1) pinch(pointerId, clientX, clientY)
    else if (pointerType === 'touch' && !isActive()) return
    else if ((moved += Math.hypot(dx, dy)) > still) {
      // A captured pointer takes the click away from what is under it: not before it drags.
      if (!stage.hasPointerCapture(pointerId)) stage.setPointerCapture(pointerId)
      stage.dataset['dragged'] = ''
      to.pan(dx, dy)
    } else return
    Object.assign(pointer, { x: clientX, y: clientY })
  }
  const pinch = (id: number, clientX: number, clientY: number) => {
    const own = pointers.get(id)!
    const other = [...pointers].find(([each]) => each !== id)![1]
    const { left, top } = stage.getBoundingClientRect()
    const before = Math.hypot(own.x - other.x, own.y - other.y)
    const after = Math.hypot(clientX - other.x, clientY - other.y)
    moved = Infinity
    to.pan((clientX - own.x) / 2, (clientY - own.y) / 2)
    const [x, y] = [(clientX + other.x) / 2 - left, (clientY + other.y) / 2 - top]
    to.zoom(after / Math.max(before, 1), x, y)
  }
  stage.addEventListener('pointerdown', press, { signal })
  stage.addEventListener('pointermove', move, { signal })
  for (const name of ['pointerup', 'pointercancel'] as const) {
    addEventListener(name, release, { signal })
  }
  const swallow = (event: Event) => {
    if (moved <= still) return
    event.preventDefault()
    event.stopImmediatePropagation()
  }
  stage.addEventListener('click', swallow, { signal, capture: true })
  const keep = (event: TouchEvent) => {
    if (event.touches.length > 1 && event.cancelable) event.preventDefault()
  }
  stage.addEventListener('touchstart', keep, { signal, passive: false })
  stage.addEventListener('touchmove', keep, { signal, passive: false })
  stage.addEventListener('dragstart', (event) => event.preventDefault(), { signal })
}

function listenToWheel(
  stage: HTMLElement,
  to: Gestures,
  isActive: () => boolean,
  signal: AbortSignal,
): void {
  const turn = (event: WheelEvent) => {
    const isPinch = event.ctrlKey || event.metaKey
    if (!isPinch && !isActive()) return
    event.preventDefault()
    const { left, top } = stage.getBoundingClientRect()
    const pixels = event.deltaY * [1, 16, 400][event.deltaMode]!
    const turned = Math.max(-mostTurn, Math.min(mostTurn, -pixels * (isPinch ? 0.01 : 0.0018)))
    to.zoom(Math.exp(turned), event.clientX - left, event.clientY - top)
  }
  stage.addEventListener('wheel', turn, { signal, passive: false })
}
