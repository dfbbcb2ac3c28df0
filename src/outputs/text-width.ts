const clusters = new Intl.Segmenter('en', { granularity: 'grapheme' })

const wide =
  /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Emoji_Presentation}\u3000-\u303f\uff01-\uff60\uffe0-\uffe6]|\ufe0f/u
const narrow = /^[\uff61-\uffdc]/u
const noWidth = /^[\p{Mn}\p{Me}\p{Cf}]/u

/** Columns that a text takes on a terminal: two for East Asian characters and emoji. */
export function textWidth(text: string): number {
  if (/^[ -~]*$/.test(text)) return text.length
  let width = 0
  for (const { segment } of clusters.segment(text)) {
    if (noWidth.test(segment)) continue
    width += wide.test(segment) && !narrow.test(segment) ? 2 : 1
  }
  return width
}
