import type { Camera, Drawing } from '../drawing.ts'

/** For a browser that cannot draw so much: the list and the filters are what is left. */
export function noDrawing(): Drawing {
  const camera: Camera = { x: 0, y: 0, zoom: 1 }
  return {
    paint() {},
    camera: () => camera,
    look() {},
    fitting: () => camera,
    onPick() {},
    onPoint() {},
    onMove() {},
    end() {},
  }
}
