const words = new Intl.Segmenter('en', { granularity: 'word' })
const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' })
const ellipsis = '…'

/**
 * A stranger's text as one line: white space as one space and none at its ends, without controls,
 * lone halves of characters and what turns the direction of others.
 */
export function oneLine(text: string): string {
  return text
    .replace(/(?!\s)[\p{Cc}\p{Cs}\p{Bidi_Control}]/gu, '')
    .replace(/\s+/g, ' ')
    .trim()
}

/** What a text takes within a JSON string, in bytes of UTF-8. */
export function bytesIn(text: string): number {
  return Buffer.byteLength(JSON.stringify(text)) - 2
}

/**
 * A text that takes no more than `most` bytes, by `bytesIn`: all of it, or its first words and an
 * ellipsis, or as many characters of its first word as there is room for. Characters that are seen
 * as one are not parted. Nothing where there is room for none.
 */
export function cutText(text: string, most: number): string {
  if (bytesIn(text) <= most) return text
  const room = most - bytesIn(ellipsis)
  const kept = beginning(words, text, room).replace(/[\s\p{Pd}\p{Ps}\p{Pi},;:]+$/u, '')
  const cut = kept === '' ? beginning(graphemes, text, room) : kept
  return cut === '' ? '' : cut + ellipsis
}

/** The first segments of a text that have room together. */
function beginning(segmenter: Intl.Segmenter, text: string, room: number): string {
  let end = 0
  let left = room
  for (const { segment, index } of segmenter.segment(text)) {
    left -= bytesIn(segment)
    if (left < 0) break
    end = index + segment.length
  }
  return text.slice(0, end)
}
