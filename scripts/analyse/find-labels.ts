import type { CompactGraph } from '../../src/analysis/compact.ts'
import { frameOf, stepElements } from '../../src/analysis/labels/frame-of.ts'
import {
  absent,
  accepted,
  compileFrame,
  defeated,
  groundedLabels,
} from '../../src/analysis/labels/grounded.ts'
import type { Label } from '../../src/analysis/labels/labelling.ts'
import type { AppliedView } from '../../src/analysis/stance/apply-view.ts'
import { edgeName } from '../../src/analysis/stance/view-data.ts'
import type { LabelsReport } from '../../src/outputs/analysis-report.ts'

/** Grounded labels of a graph, in a view where there is one. */
export function findLabels(graph: CompactGraph, view: AppliedView | undefined): LabelsReport {
  const found = groundedLabels(compileFrame(frameOf(graph, view?.muted)), view?.off)
  const steps: { id: string; label: Label }[] = []
  stepElements(graph).forEach((element, edge) => {
    const label = element < 0 ? 'in' : labelOf(found[element])
    if (label !== undefined && label !== 'in') steps.push({ id: edgeName(graph, edge), label })
  })
  return { nodes: graph.nodes.map((_, node) => labelOf(found[node])), steps }
}

function labelOf(code: number | undefined): Label | undefined {
  if (code === absent) return undefined
  return code === accepted ? 'in' : code === defeated ? 'out' : 'undecided'
}
