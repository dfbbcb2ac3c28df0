import { absent, accepted, defeated } from '../../../analysis/labels/grounded.ts'
import { indexViewData, type ViewData } from '../../../analysis/stance/view-data.ts'
import { readView } from '../../../analysis/stance/view-fragment.ts'
import { sizeOf } from '../../../analysis/stance/view.ts'
import type { Ask, Standing as Computed, Told } from '../../stance/protocol.ts'
import { labelNames, type MapData } from '../map-data.ts'
import type { Standing } from './state.ts'

/** How the map stands in a view, and a sentence for all that could not be had of it. */
export interface OwnStanding {
  /** Undefined where the view says nothing. */
  readonly standing: Standing | undefined
  readonly notices: readonly string[]
}

/** Computes how the map stands in a view, in a worker that ends with it. */
export async function standInView(
  map: MapData,
  stance: string,
  view: string,
): Promise<OwnStanding> {
  const data = (await (await fetch(stance)).json()) as ViewData
  const read = readView(view, indexViewData(data))
  if (read === undefined || sizeOf(read.view) === 0) {
    return { standing: undefined, notices: read?.notices ?? [] }
  }
  const worker = new Worker(new URL('../../stance/worker.ts', import.meta.url), { type: 'module' })
  try {
    const told = new Promise<Computed>((resolve, reject) => {
      worker.onmessage = ({ data: told }: MessageEvent<Told>) => {
        if (told.kind === 'view') resolve(told.standing)
        else if (told.kind === 'failed') reject(new Error(told.message))
      }
      worker.onerror = () => reject(new Error('The worker could not be loaded.'))
    })
    const asks: readonly Ask[] = [
      { kind: 'map', data },
      { kind: 'view', number: 1, view: read.view, topic: 0, isWeighed: false },
    ]
    for (const ask of asks) worker.postMessage(ask)
    return { standing: toMap(map, data.nodes, await told), notices: read.notices }
  } finally {
    worker.terminate()
  }
}

/** The columns of the map from those of views, which have no questions; by id. */
function toMap({ nodes }: MapData, ids: readonly string[], computed: Computed): Standing {
  const numbers = new Map(ids.map((id, number) => [id, number]))
  const label = nodes.id.map((id) => labelOf(computed.label[numbers.get(id) ?? -1]))
  const strength = nodes.id.map((id) => {
    const value = computed.strength[numbers.get(id) ?? -1] ?? Number.NaN
    return Number.isNaN(value) ? -1 : Math.round(100 * value)
  })
  return { label, strength }
}

/** -1 for what has no label: questions, and what the view leaves out. */
function labelOf(code: number | undefined): number {
  if (code === undefined || code === absent) return -1
  const name = code === accepted ? 'in' : code === defeated ? 'out' : 'undecided'
  return labelNames.indexOf(name)
}
