import { readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, it } from 'vitest'
import { attribute, elements, named, pagesOf, publishedBuild } from './built.ts'

const home = pagesOf(publishedBuild).find(({ file }) => file === 'index.html')
const figure = home && named(home.document, 'figure').find((each) => attribute(each, 'class') === 'overview')
const parts = figure ? [...elements(figure)] : []
const exported = JSON.parse(
  readFileSync(path.join(publishedBuild.out, 'knowledge-base.json'), 'utf8'),
) as {
  readonly nodes: readonly {
    readonly id: string
    readonly withdrawn?: object
    readonly relations: readonly { readonly kind: string }[]
  }[]
}
const live = exported.nodes.filter(({ withdrawn }) => withdrawn === undefined)

it('draws every statement of the map on the home page once, as a link', () => {
  const drawn = parts.flatMap((each) => (each.tagName === 'a' ? [attribute(each, 'href')] : []))
  const marks = drawn.filter((href) => href?.includes('/c/'))
  expect(marks.toSorted()).toEqual(live.map(({ id }) => `/assay/c/${id}/`).toSorted())
})

it('draws every relation once, by its kind', () => {
  const lines = parts.flatMap((each) => {
    const relation = /^line-(\w+)$/.exec(attribute(each, 'class') ?? '')?.[1]
    const count = attribute(each, 'd')?.match(/M/g)?.length ?? 0
    return relation === undefined ? [] : [[relation, count] as const]
  })
  const kinds = Object.entries(
    Object.groupBy(
      live.flatMap(({ relations }) => relations),
      ({ kind }) => kind,
    ),
  )
  expect(Object.fromEntries(lines)).toEqual(
    Object.fromEntries(kinds.map(([kind, edges]) => [kind, edges?.length])),
  )
})
