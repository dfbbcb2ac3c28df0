import { held, type Size } from '../client/camera.ts'
import type { Camera } from '../drawing.ts'

/** The camera so far from one to another; it zooms in logarithms, so that half way is half as large. */
export function between(from: Camera, to: Camera, part: number): Camera {
  const mix = (a: number, b: number) => a + (b - a) * part
  const zoom = from.zoom * (to.zoom / from.zoom) ** part
  return { x: mix(from.x, to.x), y: mix(from.y, to.y), zoom }
}

/** The camera after a zoom about a point of the stage. */
export function zoomed(camera: Camera, factor: number, x: number, y: number, size: Size): Camera {
  const { zoom } = held({ ...camera, zoom: camera.zoom * factor }, { width: 0, height: 0 })
  const shift = 1 / camera.zoom - 1 / zoom
  return {
    x: camera.x + (x - size.width / 2) * shift,
    y: camera.y + (y - size.height / 2) * shift,
    zoom,
  }
}
