import { useLayoutEffect, useRef } from 'preact/hooks'
import type { Chart, Report, Table } from '../../experiments/contract.ts'
import { isNumeric, measureText, tableRows } from '../charts/table.ts'
import { verdictWords } from '../words.ts'
import { drawLater } from './figures.ts'
import { standing } from './standing.ts'
import type { LiveState, Shown } from './state.ts'

/** A live report in the order of the published one, or why there is none. */
export function Outcome({ state }: { readonly state: LiveState }) {
  const shown = state.shown.value
  if (state.failure.value !== undefined) return <p class="failure">{state.failure}</p>
  return shown === undefined ? null : <Live state={state} shown={shown} />
}

function Live({ state, shown }: { readonly state: LiveState; readonly shown: Shown }) {
  const { report, choice, finished } = shown
  const { settings, seed } = state
  const isOld = settings.value !== choice.settings || seed.value !== choice.seed
  return (
    <div class="live-report">
      <p class="own-run">{standing(state.data, choice, finished)}</p>
      {isOld && !state.isBusy.value && (
        <p class="own-run">The controls have changed since: Run shows what they come to.</p>
      )}
      <p class="finding">{report.sentence}</p>
      <Figures charts={report.charts} isPartial={finished === undefined} />
      {finished && <VerdictOf report={report} />}
      {finished && <Tables tables={report.tables} />}
    </div>
  )
}

interface FiguresProps {
  readonly charts: readonly Chart[]
  readonly isPartial: boolean
}

function Figures({ charts, isPartial }: FiguresProps) {
  const box = useRef<HTMLDivElement>(null)
  useLayoutEffect(() => {
    if (box.current !== null) drawLater(box.current, charts, isPartial)
  }, [charts, isPartial])
  return <div ref={box} />
}

function VerdictOf({ report: { verdict, measures } }: { readonly report: Report }) {
  return (
    <div class="standing verdict-box">
      <p>
        <span class={`label verdict verdict-${verdict.label}`}>{verdictWords[verdict.label]}</span>{' '}
        {verdict.because}
      </p>
      <ul>
        {verdict.measures.map((name) => {
          const measure = measures[name]
          return (
            measure && (
              <li key={name}>
                {measure.label}: <strong>{measureText(measure)}</strong>
              </li>
            )
          )
        })}
      </ul>
    </div>
  )
}

function Tables({ tables }: { readonly tables: readonly Table[] }) {
  return (
    <details>
      <summary>{tables.length === 1 ? 'The figures as a table' : 'The figures as tables'}</summary>
      {tables.map((table) => (
        <TableOf key={table.title} table={table} />
      ))}
    </details>
  )
}

function TableOf({ table }: { readonly table: Table }) {
  const { title, columns, note } = table
  const classes = columns.map((_, i) => (isNumeric(table, i) ? 'num' : undefined))
  return (
    <>
      <div class="table-wrap" tabIndex={0} role="group" aria-label={title}>
        <table>
          <caption>{title}</caption>
          <thead>
            <tr>
              {columns.map((name, i) => (
                <th key={i} scope="col" class={classes[i]}>
                  {name}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {tableRows(table).map((row, i) => (
              <tr key={i}>
                <th scope="row" class={classes[0]}>
                  {row[0]}
                </th>
                {row.slice(1).map((cell, k) => (
                  <td key={k} class={classes[k + 1]}>
                    {cell}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {note !== undefined && <p class="note">{note}</p>}
    </>
  )
}
