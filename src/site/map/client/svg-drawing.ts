import type { Drawing } from '../drawing.ts'
import type { MapData } from '../map-data.ts'
import { fit, type Size } from './camera.ts'
import { listenToGestures } from './gestures.ts'
import { movingCamera } from './moving-camera.ts'
import { svgPainter } from './svg-painter.ts'

/**
 * The drawing that the page was built with: the camera is its `viewBox`, painting is classes. Paper
 * has no window, so it shows everything.
 */
export function drawInSvg(stage: HTMLElement, svg: SVGSVGElement, data: MapData): Drawing {
  const ended = new AbortController()
  const { signal } = ended
  const paper = matchMedia('print')
  const size = (): Size => ({ width: stage.clientWidth, height: stage.clientHeight })
  const write = (): void => {
    if (paper.matches) return svg.setAttribute('viewBox', `0 0 ${data.width} ${data.height}`)
    const { x, y, zoom } = camera.now()
    const [width, height] = [size().width / zoom, size().height / zoom]
    const box = [x - width / 2, y - height / 2, width, height]
    svg.setAttribute('viewBox', box.map((each) => each.toFixed(2)).join(' '))
  }
  const camera = movingCamera(data, size, write, () => drawing.onMove())
  const drawing: Drawing = {
    paint: svgPainter(svg, data),
    camera: camera.now,
    look: camera.look,
    fitting: (nodes) => fit(data, size(), nodes),
    onPick() {},
    onPoint() {},
    onMove() {},
    end() {
      camera.end()
      ended.abort()
      resized.disconnect()
    },
  }
  listenToGestures(stage, camera.gestures, signal)
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
