import type { Camera } from '../drawing.ts'
import type { MapData } from '../map-data.ts'
import { between, held, zoomed, type Size } from './camera.ts'
import type { Gestures } from './gestures.ts'

/** Milliseconds that the camera takes from one place to another. */
const gliding = 200

/** Where a drawing is looked at from: it glides, and gestures move it; never away from the picture. */
export interface MovingCamera {
  now(): Camera
  /** Goes there, within a fifth of a second where that is asked for and motion is welcome. */
  look(camera: Camera, glide?: boolean): void
  /** Moves by what a reader does to the picture. */
  readonly gestures: Gestures
  /** Stands still. */
  end(): void
}

/** A camera that is written wherever it comes to, and told of where a reader moves it. */
export function movingCamera(
  data: MapData,
  size: () => Size,
  write: (camera: Camera) => void,
  onMove: () => void,
): MovingCamera {
  const still = matchMedia('(prefers-reduced-motion: reduce)')
  let camera: Camera = { x: data.width / 2, y: data.height / 2, zoom: 1 }
  let frame = 0
  const set = (next: Camera): void => {
    camera = held(next, data, size())
    write(camera)
  }
  const move = (next: Camera): void => {
    cancelAnimationFrame(frame)
    set(next)
    onMove()
  }
  return {
    now: () => camera,
    look(next, glide = false) {
      cancelAnimationFrame(frame)
      if (!glide || still.matches) return set(next)
      const [from, to] = [camera, held(next, data, size())]
      const start = performance.now()
      const step = (now: number): void => {
        const part = Math.min(1, Math.max(0, (now - start) / gliding))
        set(between(from, to, 1 - (1 - part) ** 3))
        if (part < 1) frame = requestAnimationFrame(step)
      }
      frame = requestAnimationFrame(step)
    },
    gestures: {
      pan: (dx, dy) => move({ ...camera, x: camera.x - dx / camera.zoom, y: camera.y - dy / camera.zoom }),
      zoom: (factor, x, y) => move(zoomed(camera, factor, x, y, size(), data)),
    },
    end: () => cancelAnimationFrame(frame),
  }
}
