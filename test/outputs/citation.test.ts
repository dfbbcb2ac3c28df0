import { describe, expect, it } from 'vitest'
import type { Source } from '../../src/core/document.ts'
import { formatCitation } from '../../src/outputs/citation.ts'
import { hostile, source } from './graph.ts'

function cite(csl: Partial<Source['csl']>) {
  return formatCitation(source('young1804', csl))
}

describe('formatCitation', () => {
  // The examples of the reference list in the APA manual's style pages.
  it('writes an article as the APA does', () => {
    const article = cite({
      type: 'article-journal',
      title: 'The scientific process',
      author: [
        { family: 'Grady', given: 'Joan S.' },
        { family: 'Her', given: 'Mai' },
        { family: 'Moreno', given: 'Gina' },
      ],
      issued: { 'date-parts': [[2019]] },
      'container-title': 'Psychology of Popular Media Culture',
      volume: '8',
      issue: '3',
      page: '207-217',
      DOI: '10.1037/ppm0000185',
    })
    expect(article.html).toBe(
      'Grady, J. S., Her, M., &amp; Moreno, G. (2019). The scientific process. <i>Psychology of Popular Media Culture</i>, <i>8</i>(3), 207–217. https://doi.org/10.1037/ppm0000185',
    )
    expect(article.text).toBe(
      'Grady, J. S., Her, M., & Moreno, G. (2019). The scientific process. Psychology of Popular Media Culture, 8(3), 207–217. https://doi.org/10.1037/ppm0000185',
    )
  })

  it('puts the title of a book in italics', () => {
    expect(cite({ publisher: 'P & P' }).html).toBe('Young, T. (1804). <i>On light</i>. P &amp; P.')
  })

  it('writes a shortened list of authors as et al.', () => {
    const author = [{ family: 'Kwa', given: 'Thomas' }, { family: 'West', given: 'Ben' }, { literal: 'others' }]
    expect(cite({ author }).text).toBe('Kwa, T., West, B., et al. (1804). On light.')
    expect(cite({ author: author.slice(1) }).text).toBe('West, B., et al. (1804). On light.')
  })

  it('lets no mark-up of a source through', () => {
    const marks = '<i>a</i> <b>b</b> <span class="nocase">c</span> <sc>d</sc> &amp; &#60;'
    const { html, text } = cite({
      title: `${hostile} ${marks}`,
      author: [{ family: hostile, given: '<i>x</i>' }],
      'container-title': hostile,
      URL: 'https://example.org/"><script>',
    })
    expect(html.replace(/<\/?i>/g, '')).not.toMatch(/[<>]/)
    expect(html.match(/<i>/g)?.length).toBe(html.match(/<\/i>/g)?.length)
    expect(text.replace(/[“”]/g, '"')).toContain(marks)
    expect(text).not.toMatch(/[\p{Cc}\p{Co}]/u)
  })

  it('gives the same for the same source, whatever was written before', () => {
    const first = cite({})
    cite({ title: 'Another', author: [{ literal: 'METR' }] })
    expect(cite({})).toEqual(first)
  })
})
