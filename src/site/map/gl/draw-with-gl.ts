import { between, fit, held, zoomed } from '../client/camera.ts'
import { listenToGestures } from '../client/gestures.ts'
import type { Camera, Drawing } from '../drawing.ts'
import type { MapData } from '../map-data.ts'
import { openSurface, type Surface } from './surface.ts'

/** Milliseconds that the camera takes from one place to another. */
const gliding = 200

/**
 * Draws a map with WebGL into an element that has a size and a position of its own. Nothing is drawn
 * before the first scene.
 *
 * @throws NoWebGl where there is no WebGL 2; the element is then as it was.
 */
export function drawWithGl(mount: HTMLElement, data: MapData): Drawing {
  const ended = new AbortController()
  let camera: Camera = { x: data.width / 2, y: data.height / 2, zoom: 1 }
  let frame = 0
  const surface = openSurface(mount, data, camera)
  const { size } = surface
  const set = (next: Camera) => {
    camera = held(next, data, size)
    surface.show(camera)
  }
  const move = (next: Camera) => {
    cancelAnimationFrame(frame)
    set(next)
    drawing.onMove()
  }
  const drawing: Drawing = {
    paint: surface.paint,
    camera: () => camera,
    look(next, glide = false) {
      cancelAnimationFrame(frame)
      if (!glide || matchMedia('(prefers-reduced-motion: reduce)').matches) return set(next)
      const [from, to] = [camera, held(next, data, size)]
      const start = performance.now()
      const step = (now: number) => {
        const part = Math.min(1, Math.max(0, (now - start) / gliding))
        set(between(from, to, 1 - (1 - part) ** 3))
        if (part < 1) frame = requestAnimationFrame(step)
      }
      frame = requestAnimationFrame(step)
    },
    fitting: (nodes) => fit(data, size, nodes),
    onPick() {},
    onPoint() {},
    onMove() {},
    end() {
      cancelAnimationFrame(frame)
      ended.abort()
      surface.end()
    },
  }
  const gestures = {
    pan: (dx: number, dy: number) =>
      move({ ...camera, x: camera.x - dx / camera.zoom, y: camera.y - dy / camera.zoom }),
    zoom: (factor: number, x: number, y: number) => move(zoomed(camera, factor, x, y, size, data)),
  }
  listenToGestures(mount, gestures, ended.signal)
  listenToPointer(mount, surface, drawing, ended.signal)
  return drawing
}

/** Tells what a pointer is at and what is clicked; buttons above the drawing are none of it. */
function listenToPointer(
  mount: HTMLElement,
  surface: Surface,
  drawing: Drawing,
  signal: AbortSignal,
): void {
  let pointed: number | undefined
  const point = (node: number | undefined) => {
    if (node === pointed) return
    pointed = node
    surface.host.style.cursor = node === undefined ? '' : 'pointer'
    drawing.onPoint(node)
  }
  const isOurs = ({ target }: Event) => target instanceof Node && surface.host.contains(target)
  const at = ({ clientX, clientY }: MouseEvent) => surface.nodeAt(clientX, clientY)
  const follow = (event: PointerEvent) => {
    if (event.buttons === 0 && isOurs(event)) point(at(event))
  }
  const pick = (event: MouseEvent) => {
    if (isOurs(event) || event.target === mount) drawing.onPick(at(event))
  }
  mount.addEventListener('pointermove', follow, { signal })
  mount.addEventListener('pointerleave', () => point(undefined), { signal })
  mount.addEventListener('click', pick, { signal })
}
