import { fit } from '../client/camera.ts'
import { listenToGestures } from '../client/gestures.ts'
import { movingCamera } from '../client/moving-camera.ts'
import type { Drawing } from '../drawing.ts'
import type { MapData } from '../map-data.ts'
import { openSurface, type Surface } from './surface.ts'

/**
 * Draws a map with WebGL into an element that has a size and a position of its own. Nothing is drawn
 * before the first scene.
 *
 * @throws NoWebGl where there is no WebGL 2; the element is then as it was.
 */
export function drawWithGl(mount: HTMLElement, data: MapData): Drawing {
  const ended = new AbortController()
  const surface = openSurface(mount, data, { x: data.width / 2, y: data.height / 2, zoom: 1 })
  const { size } = surface
  const camera = movingCamera(data, () => size, surface.show, () => drawing.onMove())
  const drawing: Drawing = {
    paint: surface.paint,
    camera: camera.now,
    look: camera.look,
    fitting: (nodes) => fit(data, size, nodes),
    onPick() {},
    onPoint() {},
    onMove() {},
    end() {
      camera.end()
      ended.abort()
      surface.end()
    },
  }
  listenToGestures(mount, camera.gestures, ended.signal)
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
