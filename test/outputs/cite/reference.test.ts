import { describe, expect, it } from 'vitest'
import { citedText, recordOf } from '../../../src/outputs/cite/cited-words.ts'
import {
  citationStyles,
  formatReference,
  type CslVariables,
} from '../../../src/outputs/cite/csl-engine.ts'
import { toReference } from '../../../src/outputs/cite/reference.ts'
import { hostileWordings, realWordings, unknown, wording } from './wordings.ts'

function page(given: Record<string, unknown>): CslVariables {
  return { type: 'webpage', language: 'en-US', ...given }
}

describe('the styles', () => {
  // Publication Manual of the APA, 7th edition, 10.16, as the University of Manitoba's guide "How to
  // cite using APA in the Health Sciences: Webpage" repeats it.
  it('write the pages of a group as the APA does', () => {
    const who = page({
      author: [{ literal: 'World Health Organization' }],
      issued: { 'date-parts': [[2018, 5, 24]] },
      title: 'The top 10 causes of death',
      URL: 'https://www.who.int/news-room/fact-sheets/detail/the-top-10-causes-of-death',
    })
    expect(formatReference(who, 'apa').html).toBe(
      'World Health Organization. (2018, May 24). <i>The top 10 causes of death</i>. https://www.who.int/news-room/fact-sheets/detail/the-top-10-causes-of-death',
    )
    const nimh = page({
      author: [{ literal: 'National Institute of Mental Health' }],
      issued: { 'date-parts': [[2018, 7]] },
      title: 'Anxiety disorders',
      'container-title': 'U.S. Department of Health and Human Services, National Institutes of Health',
      URL: 'https://www.nimh.nih.gov/health/topics/anxiety-disorders/index.shtml',
    })
    expect(formatReference(nimh, 'apa').text).toBe(
      'National Institute of Mental Health. (2018, July). Anxiety disorders. U.S. Department of Health and Human Services, National Institutes of Health. https://www.nimh.nih.gov/health/topics/anxiety-disorders/index.shtml',
    )
  })

  // The Chicago Manual of Style, 17th edition, 15.50: the first as Piedmont Virginia Community
  // College's guide "Websites & Webpages [Author-Date]" repeats it, the second from the Manual's own
  // "Author-Date: Sample Citations".
  it('write the pages of a website as the Chicago Manual does', () => {
    const pew = page({
      author: [{ family: 'Leppert', given: 'Rebecca' }],
      issued: { 'date-parts': [[2022, 12, 19]] },
      title: '10 Facts about U.S. Renters During the Pandemic',
      'container-title': 'Pew Research Center',
      URL: 'https://www.pewresearch.org/fact-tank/2022/12/19/10-facts-about-u-s-renters-during-the-pandemic/',
    })
    expect(formatReference(pew, 'chicago').text).toBe(
      'Leppert, Rebecca. 2022. “10 Facts about U.S. Renters During the Pandemic.” Pew Research Center. December 19, 2022. https://www.pewresearch.org/fact-tank/2022/12/19/10-facts-about-u-s-renters-during-the-pandemic/.',
    )
    const yale = page({
      author: [{ literal: 'Yale University' }],
      title: 'About Yale: Yale Facts',
      accessed: { 'date-parts': [[2017, 5, 1]] },
      URL: 'https://www.yale.edu/about-yale/yale-facts',
    })
    expect(formatReference(yale, 'chicago').text).toBe(
      'Yale University. n.d. “About Yale: Yale Facts.” Accessed May 1, 2017. https://www.yale.edu/about-yale/yale-facts.',
    )
  })

  // Pierce College Library, "Cite Your Sources in MLA 9th: Websites"; the MLA Handbook leaves the
  // date of access, which stands at the end there, to the writer.
  it('write the pages of a website as the MLA does', () => {
    const verywell = page({
      author: [{ family: 'Morin', given: 'Amy' }],
      title: 'Mom am I Fat?: Helping Your Teen Have a Positive Body Image',
      'container-title': 'Verywell Family',
      publisher: 'About Inc.',
      issued: { 'date-parts': [[2019, 1, 18]] },
      URL: 'www.verywellfamily.com/media-and-teens-body-image-2611245',
    })
    expect(formatReference(verywell, 'mla').html).toBe(
      'Morin, Amy. “Mom Am I Fat?: Helping Your Teen Have a Positive Body Image.” <i>Verywell Family</i>, About Inc., 18 Jan. 2019, www.verywellfamily.com/media-and-teens-body-image-2611245.',
    )
    const guitar = page({
      title: 'How to Teach Yourself Guitar',
      'container-title': 'eHow',
      publisher: 'Demand Media',
      URL: 'www.ehow.com/how_5298173_teach-yourself-guitar.html',
    })
    expect(formatReference(guitar, 'mla').text).toBe(
      '“How to Teach Yourself Guitar.” eHow, Demand Media, www.ehow.com/how_5298173_teach-yourself-guitar.html.',
    )
  })
})

describe('toReference', () => {
  const { hash, url, archived } = wording()

  it('names author, date, title, kind, version, map, site and address, then commit and archive', () => {
    const kept = `Commit 0123456789ab, archived at ${String(archived)}.`
    const map = 'Does Alignment Generalise Further than Capabilities?'
    expect(toReference(wording(), 'apa').text).toBe(
      `Assay contributors. (2026, November 20). Reward models are small [Claim, version ${hash}]. Assay: ${map} ${url} ${kept}`,
    )
    expect(toReference(wording(), 'chicago').text).toBe(
      `Assay contributors. 2026. “Reward Models Are Small.” Claim, version ${hash}. Assay: ${map} November 20, 2026. ${url}. ${kept}`,
    )
    expect(toReference(wording(), 'mla').text).toBe(
      `Assay contributors. “Reward Models Are Small.” ${map}, version ${hash}, Assay, 20 Nov. 2026, ${url}. ${kept}`,
    )
  })

  it('says that there is no date, and never one of its own', () => {
    const [apa, chicago, mla] = citationStyles.map((style) => toReference(unknown(), style).text)
    expect(apa).toContain('Assay contributors. (n.d.). ')
    expect(chicago).toContain('Assay contributors. n.d. ')
    for (const text of [apa, chicago, mla]) {
      expect(text?.replaceAll(hash, '')).not.toMatch(/\b(?:19|20)\d\d\b/)
      expect(text).toContain('The commit of this wording is not known.')
      expect(text).not.toMatch(/n\.d\..*n\.d\.|Retrieved|Accessed/)
    }
  })

  it('says that there is no public archive where no repository is known', () => {
    const { archived: _, ...committed } = wording()
    expect(toReference(committed, 'apa').text).toContain(
      'Commit 0123456789abcdef0123456789abcdef01234567; no public archive of it is known.',
    )
  })

  it('keeps every letter of what strangers write, and lets no mark-up of theirs through', () => {
    for (const each of [...hostileWordings, ...realWordings]) {
      for (const style of citationStyles) {
        const { html, text } = toReference(each, style)
        expect(html.replace(/<\/?i>/g, '')).not.toMatch(/[<>]/)
        expect(text).not.toMatch(/[\p{Cc}\p{Co}\p{Cs}\u202a-\u202e\u2066-\u2069]/u)
        expect(letters(text)).toContain(letters(citedText(each.title)))
        expect(letters(text)).toContain(letters(citedText(each.map)))
        for (const part of [each.url, each.hash, recordOf(each)]) expect(text).toContain(part)
      }
    }
  })
})

/** Letters and digits alone: styles set capitals, quotation marks and spaces as they think right. */
function letters(text: string): string {
  return text.normalize('NFKC').toLowerCase().replace(/[^\p{L}\p{N}]/gu, '')
}
