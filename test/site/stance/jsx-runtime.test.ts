import { JSDOM } from 'jsdom'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { drawIn, Fragment, jsx, type Child } from '../../../src/site/stance/jsx-runtime.ts'

let body: HTMLElement

beforeEach(() => {
  const { document } = new JSDOM('<body>').window
  vi.stubGlobal('document', document)
  body = document.body
})
afterEach(() => vi.unstubAllGlobals())

const item = ({ children }: { readonly children?: Child }) => jsx('li', { children })
const list = (...names: readonly string[]) =>
  jsx('ul', { children: names.map((name) => jsx(item, { children: name }, name)) })

it('leaves out what is not shown, and keeps lists and fragments in order', () => {
  const draw = drawIn(body)
  const last = jsx(Fragment, { children: 'c' })
  draw(jsx('p', { children: ['a', false, null, [1, undefined, ['b']], last] }))
  expect(body.innerHTML).toBe('<div><p>a1bc</p></div>')
})

it('writes text as text', () => {
  drawIn(body)(jsx('p', { children: '<img src=x onerror=alert(1)>' }))
  expect(body.querySelector('img')).toBeNull()
})

it('gives attributes of state their value even where it is false', () => {
  drawIn(body)(jsx('button', { 'aria-pressed': false, 'data-given': true, class: undefined }))
  expect(body.innerHTML).toBe('<div><button aria-pressed="false" data-given="true"></button></div>')
})

it('moves the element of a component with its key', () => {
  const draw = drawIn(body)
  draw(list('a', 'b'))
  const before = [...body.querySelectorAll('li')]
  draw(list('c', 'b', 'a'))
  const after = [...body.querySelectorAll('li')]
  expect(after.map((element) => element.textContent)).toEqual(['c', 'b', 'a'])
  expect(after[1]).toBe(before[1])
  expect(after[2]).toBe(before[0])
})

it('leaves what has a key alone where something comes before it', () => {
  const draw = drawIn(body)
  const card = (isMore: boolean) =>
    jsx('section', {
      children: [isMore && jsx('p', {}, 'more'), jsx('p', {}, 'acts'), jsx('details', {}, 'steps')],
    })
  draw(card(false))
  const details = body.querySelector('details')
  draw(card(true))
  expect(body.querySelector('details')).toBe(details)
})
