const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' })

/** What is not drawn: controls, formats (of direction too), private use, lone halves, fillers. */
const undrawn = new RegExp(
  '(?![\\u200c\\u200d\\u{e0020}-\\u{e007f}])' +
    '[\\p{Cc}\\p{Cf}\\p{Co}\\p{Cs}\\p{Noncharacter_Code_Point}\\u034f\\u115f\\u1160\\u3164\\uffa0]',
  'gu',
)

/** HarfBuzz sets the sign of a double letter before its vowel too; composition sorts it behind. */
const doubled = /([\u064b-\u0650\u08f0-\u08f2]+)(\u0651)/g

/** Joiners mean something between letters of Arabic script and within emoji, and nowhere else. */
const idleJoiners = new RegExp(
  [
    '(?<!\\p{Script=Arabic}\\p{M}*)\\u200c|\\u200c(?!\\p{Script=Arabic})',
    '(?<!\\p{Extended_Pictographic}[\\ufe0f\\p{Emoji_Modifier}]?)\\u200d',
    '\\u200d(?!\\p{Extended_Pictographic})',
  ].join('|'),
  'gu',
)

/** Tags spell the flags of England, Scotland and Wales after a black flag, and nothing else. */
const idleTags = /(?<!\u{1f3f4}[\u{e0020}-\u{e007e}]*)[\u{e0020}-\u{e007f}]/gu

const selectors = /(?<!\p{Emoji}\u200d?)[\ufe00-\ufe0f\u{e0100}-\u{e01ef}]/gu

/** Marks that may stand on one letter. */
const mostMarks = 3

/**
 * A text as one line that can be drawn: composed, white space as one space, without characters that
 * are not seen or that change the direction of others, with at most three marks to a letter.
 */
export function cleanText(text: string): string {
  const plain = text
    .normalize('NFC')
    .replace(/\s/gu, ' ')
    .replace(undrawn, '')
    .replace(idleJoiners, '')
    .replace(idleTags, '')
    .replace(selectors, '')
    .replace(/ +/g, ' ')
    .replace(doubled, '$2$1')
    .trim()
  return Array.from(graphemes.segment(plain), ({ segment }) => withFewMarks(segment)).join('')
}

function withFewMarks(grapheme: string): string {
  let marks = 0
  return grapheme.replace(/\p{M}/gu, (mark) =>
    /[\ufe0e\ufe0f\u20e3]/u.test(mark) || ++marks <= mostMarks ? mark : '',
  )
}

/** The graphemes of a text in their order. */
export function graphemesOf(text: string): readonly string[] {
  return Array.from(graphemes.segment(text), ({ segment }) => segment)
}
