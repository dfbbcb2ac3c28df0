import { Socket } from 'node:net'
import { expect, it, vi } from 'vitest'
import { toBibtex } from '../../../src/outputs/cite/bibtex.ts'
import { citationStyles } from '../../../src/outputs/cite/csl-engine.ts'
import { toCslJson } from '../../../src/outputs/cite/csl-item.ts'
import { toCitationMarkdown } from '../../../src/outputs/cite/markdown.ts'
import { toReference } from '../../../src/outputs/cite/reference.ts'
import { toRis } from '../../../src/outputs/cite/ris.ts'
import { wording } from './wordings.ts'

// citation-js can take an address for something to fetch, if its chain of guesses is used.
it('nothing is asked of a host, also where all texts are addresses', () => {
  const connect = vi.spyOn(Socket.prototype, 'connect')
  const fetch = vi.spyOn(globalThis, 'fetch')
  for (const address of ['https://127.0.0.1/x.json', '10.1000/182', 'Q42', 'http://127.0.0.1/x.bib']) {
    const each = wording({ title: address, statement: address, map: address })
    for (const write of [toBibtex, toRis, toCslJson, toCitationMarkdown]) write(each)
    for (const style of citationStyles) toReference(each, style)
  }
  expect(connect).not.toHaveBeenCalled()
  expect(fetch).not.toHaveBeenCalled()
})
