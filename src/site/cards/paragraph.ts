import bidiFactory from 'bidi-js'
import { cleanText, graphemesOf } from './clean-text.ts'
import { fontFor, type CardFont, type Face } from './fonts.ts'

/** What stands for characters that no font has, as for what is left out of a quotation. */
const omission = '[…]'

/** bidi-js reads UTF-16 units one by one and would take half an emoji for a letter. */
const pictures = /\p{Extended_Pictographic}|\p{Regional_Indicator}/u
const neutral = '\u2606'

const bidi = bidiFactory()

/** A text made ready for lines: every character with its font and its direction. */
export interface Paragraph {
  readonly text: string
  /** By UTF-16 unit. */
  readonly fonts: readonly CardFont[]
  /** By UTF-16 unit; odd ones run from right to left. */
  readonly levels: Uint8Array
  /** What is drawn for a bracket of a part that runs from right to left, by its place. */
  readonly mirrored: ReadonlyMap<number, string>
  /** In which order the characters of a line stand, from the left. */
  readonly inSight: (start: number, end: number) => readonly number[]
}

/** Makes a text of strangers ready to be set in a face. */
export function toParagraph(raw: string, face: Face): Paragraph {
  const fonts: CardFont[] = []
  let text = ''
  let directed = ''
  const add = (part: string) => {
    const font = fontFor(part, face)
    if (font === undefined) return false
    text += part
    directed += pictures.test(part) ? neutral.repeat(part.length) : part
    for (let i = 0; i < part.length; i++) fonts.push(font)
    return true
  }
  for (const grapheme of graphemesOf(cleanText(raw))) {
    if (add(grapheme) || simpler(grapheme).some(add) || text.endsWith(omission)) continue
    for (const character of omission) add(character)
  }
  const embedding = bidi.getEmbeddingLevels(directed, 'auto')
  return {
    text,
    fonts,
    levels: embedding.levels,
    mirrored: bidi.getMirroredCharactersMap(directed, embedding.levels),
    inSight: (start, end) =>
      bidi.getReorderedIndices(directed, embedding, start, end - 1).slice(start, end),
  }
}

/** What may stand for a grapheme: a plain form of its letters, at last without marks. */
function simpler(grapheme: string): readonly string[] {
  const plain = grapheme.normalize('NFKC')
  const bare = grapheme.normalize('NFKD').replace(/\p{M}/gu, '')
  return [plain, bare].filter((form) => form.trim() !== '' && graphemesOf(form).length === 1)
}

/** The graphemes of a text that a face has no font for, each once. */
export function missingFrom(raw: string, face: Face): readonly string[] {
  const graphemes = new Set(graphemesOf(cleanText(raw)))
  return [...graphemes].filter((grapheme) => fontFor(grapheme, face) === undefined)
}
