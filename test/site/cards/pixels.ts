import { PNG } from 'pngjs'

/** A decoded picture: four bytes a pixel. */
export type Picture = ReturnType<typeof PNG.sync.read>

export function decode(png: Uint8Array): Picture {
  return PNG.sync.read(Buffer.from(png))
}

/** How far a pixel is from white, 0 to 255. */
function inkAt({ width, data }: Picture, x: number, y: number): number {
  const at = (y * width + x) * 4
  return 255 - Math.min(data[at] ?? 0, data[at + 1] ?? 0, data[at + 2] ?? 0)
}

/** The smallest box around all that is not paper: first and last column and row. */
export function inkBox(picture: Picture): { left: number; right: number; top: number; bottom: number } {
  const box = { left: picture.width, right: -1, top: picture.height, bottom: -1 }
  for (let y = 0; y < picture.height; y++) {
    for (let x = 0; x < picture.width; x++) {
      if (inkAt(picture, x, y) < 10) continue
      box.left = Math.min(box.left, x)
      box.right = Math.max(box.right, x)
      box.top = Math.min(box.top, y)
      box.bottom = Math.max(box.bottom, y)
    }
  }
  return box
}

/** How much ink there is in each column from the first that has some to the last. */
export function inkByColumn(picture: Picture): readonly number[] {
  const { left, right } = inkBox(picture)
  return Array.from({ length: right - left + 1 }, (_, i) => {
    let sum = 0
    for (let y = 0; y < picture.height; y++) sum += inkAt(picture, left + i, y)
    return sum
  })
}

/** The colour of a pixel: `1d4f7c`. */
export function colourAt({ width, data }: Picture, x: number, y: number): string {
  const at = (y * width + x) * 4
  return [...data.subarray(at, at + 3)].map((byte) => byte.toString(16).padStart(2, '0')).join('')
}
