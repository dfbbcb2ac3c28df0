import { expect, it } from 'vitest'
import { toBibtex } from '../../../src/outputs/cite/bibtex.ts'
import { citationStyles } from '../../../src/outputs/cite/csl-engine.ts'
import { toCslJson } from '../../../src/outputs/cite/csl-item.ts'
import { toCitationMarkdown } from '../../../src/outputs/cite/markdown.ts'
import { toReference } from '../../../src/outputs/cite/reference.ts'
import { toRis } from '../../../src/outputs/cite/ris.ts'
import { wording } from './wordings.ts'

it('a node that was withdrawn is cited as one in every form', () => {
  const withdrawn = wording({ withdrawn: '2026-11-28' })
  const texts = [
    toBibtex(withdrawn),
    toRis(withdrawn),
    toCslJson(withdrawn),
    toCitationMarkdown(withdrawn),
    ...citationStyles.map((style) => toReference(withdrawn, style).text),
  ]
  for (const text of texts) expect(text).toContain('Withdrawn on 2026-11-28.')
})
