import sharp, { type OutputInfo, type PngOptions } from 'sharp'
import type { Card } from './card.ts'
import { drawCardSvg } from './card-svg.ts'

// Cards are drawn side by side, so one thread for each is enough.
sharp.concurrency(1)

/** Versions of the libraries that make pixels and bytes. */
export const drawingLibraries: Readonly<Record<string, string | undefined>> = sharp.versions

/** Bytes that a card may have. */
export const mostBytes = 60_000

const faithful: PngOptions = { quality: 95 }
/** Four bits a pixel: colours shift a little, and no card is too large. */
const frugal: PngOptions = { colours: 16 }

/**
 * A card as a PNG of 1200 by 630 with a palette and at most 60,000 bytes. The same card gives the
 * same bytes.
 */
export async function drawCard(card: Card): Promise<Uint8Array> {
  const drawing = await sharp(Buffer.from(drawCardSvg(card)))
    .removeAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true })
  if (edgesOf(drawing) > mostEdges) return toPng(drawing, frugal)
  const png = await toPng(drawing, faithful)
  return png.length <= mostBytes ? png : toPng(drawing, frugal)
}

/** Edges from which on a picture is likely to be too large: each comes to 0.8 to 1.05 bytes. */
const mostEdges = 62_000

/** Pixels that are not as green as the one before them. */
function edgesOf({ data, info: { channels } }: Pixels): number {
  let edges = 0
  for (let i = channels + 1; i < data.length; i += channels) {
    if (data[i] !== data[i - channels]) edges++
  }
  return edges
}

async function toPng({ data, info }: Pixels, options: PngOptions): Promise<Uint8Array> {
  const { width, height, channels } = info
  return sharp(data, { raw: { width, height, channels } })
    .png({ palette: true, dither: 0, effort: 1, ...options })
    .toBuffer()
}

interface Pixels {
  readonly data: Buffer
  readonly info: OutputInfo
}
