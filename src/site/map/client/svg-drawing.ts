import type { Camera, Drawing } from '../drawing.ts'
import type { MapData } from '../map-data.ts'
import { between, fit, held, zoomed, type Size } from './camera.ts'
import { listenToGestures } from './gestures.ts'
import { svgPainter } from './svg-painter.ts'

/** Milliseconds that the camera takes from one place to another. */
const gliding = 200

/**
 * The drawing that the page was built with: the camera is its `viewBox`, painting is classes. Paper
 * has no window, so it shows everything.
 */
export function drawInSvg(stage: HTMLElement, svg: SVGSVGElement, data: MapData): Drawing {
  const ended = new AbortController()
  const { signal } = ended
  const still = matchMedia('(prefers-reduced-motion: reduce)')
  const paper = matchMedia('print')
  let camera: Camera = { x: data.width / 2, y: data.height / 2, zoom: 1 }
  let frame = 0
  const size = (): Size => ({ width: stage.clientWidth, height: stage.clientHeight })
  const write = (): void => {
    if (paper.matches) return svg.setAttribute('viewBox', `0 0 ${data.width} ${data.height}`)
    const { x, y, zoom } = camera
    const [width, height] = [size().width / zoom, size().height / zoom]
    const box = [x - width / 2, y - height / 2, width, height]
    svg.setAttribute('viewBox', box.map((each) => each.toFixed(2)).join(' '))
  }
  const set = (next: Camera): void => {
    camera = held(next, data, size())
    write()
  }
  const move = (next: Camera): void => {
    cancelAnimationFrame(frame)
    set(next)
    drawing.onMove()
  }
  const drawing: Drawing = {
    paint: svgPainter(svg, data),
    camera: () => camera,
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
    fitting: (nodes) => fit(data, size(), nodes),
    onPick() {},
    onPoint() {},
    onMove() {},
    end() {
      cancelAnimationFrame(frame)
      ended.abort()
      resized.disconnect()
    },
  }
  const gestures = {
    pan: (dx: number, dy: number) =>
      move({ ...camera, x: camera.x - dx / camera.zoom, y: camera.y - dy / camera.zoom }),
    zoom: (factor: number, x: number, y: number) => move(zoomed(camera, factor, x, y, size(), data)),
  }
  listenToGestures(stage, gestures, signal)
  listenToClicks(stage, drawing, signal)
  const resized = new ResizeObserver(write)
  resized.observe(stage)
  paper.addEventListener('change', write, { signal })
  svg.removeAttribute('width')
  svg.removeAttribute('height')
  return drawing
}

function listenToClicks(stage: HTMLElement, drawing: Drawing, signal: AbortSignal): void {
  const nodeAt = ({ target }: Event): number | undefined => {
    const node = (target as Element).closest<SVGElement>('[data-node]')?.dataset['node']
    return node === undefined ? undefined : Number(node)
  }
  const pick = (event: MouseEvent): void => {
    // With a key held a link is opened as links are, in a tab of its own.
    if (event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return
    if ((event.target as Element).closest('button')) return
    event.preventDefault()
    drawing.onPick(nodeAt(event))
  }
  stage.addEventListener('click', pick, { signal })
  stage.addEventListener('pointerover', (event) => drawing.onPoint(nodeAt(event)), { signal })
  stage.addEventListener('pointerleave', () => drawing.onPoint(undefined), { signal })
}
