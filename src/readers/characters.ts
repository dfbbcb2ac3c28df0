import type { Place } from '../core/place.ts'
import { problem, type Problem } from '../core/problem.ts'

const damaged = /[\0-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ufffd]|\p{Cs}/gu

const joiners = '[\\u00ad\\u034f\\u200b-\\u200f\\u2060\\ufe00-\\ufe0f\\ufeff]'

const hidden = new RegExp(
  [
    '[\\u061c\\u180e\\u202a-\\u202e\\u2061-\\u206f\\u3164\\uffa0\\ufff9-\\ufffb]',
    '\\p{Co}|[\\u{e0000}-\\u{e007f}\\u{e0100}-\\u{e01ef}]',
    `(?<=\\p{Script=Latin})${joiners}+(?=\\p{Script=Latin})`,
    `${joiners}{9,}|[\\ufe00-\\ufe0f]{2,}|\\ufeff`,
  ].join('|'),
  'gu',
)

// Most files have nothing but these, and one look is enough.
const unusual =
  /[^\t\n -\u007e\u00a0-\u00ac\u00ae-\u034e\u0350-\u036f\u2010-\u2027\u2030-\u205f\u2070-\u2fff]/

const lookalike = /[\u0370-\u03ff\u0400-\u052f]/
const greek = new RegExp(
  '[\\u0391\\u0392\\u0395-\\u0397\\u0399\\u039a\\u039c\\u039d\\u039f\\u03a1\\u03a4\\u03a5\\u03a7' +
    '\\u03b9\\u03ba\\u03bd\\u03bf\\u03c1\\u03c5\\u03c7]',
  'u',
)
const cyrillic = new RegExp(
  '[\\u0410\\u0412\\u0415\\u041a\\u041c-\\u041e\\u0420-\\u0423\\u0425\\u0430\\u0435\\u043e' +
    '\\u0440\\u0441\\u0443\\u0445\\u0405\\u0406\\u0408\\u0455\\u0456\\u0458\\u0475\\u04ae\\u04af' +
    '\\u04bb\\u04cf\\u0501\\u051b\\u051d]',
  'u',
)
const word = /[\p{L}\p{M}]+/gu
const flags = new RegExp(
  '\\u{1f3f4}\\u{e0067}\\u{e0062}' +
    '(?:\\u{e0065}\\u{e006e}\\u{e0067}|\\u{e0073}\\u{e0063}\\u{e0074}|\\u{e0077}\\u{e006c}\\u{e0073})' +
    '\\u{e007f}',
  'gu',
)

/** Turns an offset and a length in a text into the place they have in the file. */
export type PlaceOf = (start: number, end: number) => Place

/** Characters that text cannot have, that cannot be seen, or that pass for others, in order. */
export function findCharacterProblems(text: string, placeOf: PlaceOf): Problem[] {
  if (!unusual.test(text)) return []
  const found: Problem[] = []
  for (const [start, character] of matches(text, damaged)) {
    found.push(
      problem('invalid-character', placeOf(start, start + character.length), { character }),
    )
  }
  // Blanked so that the flags of England, Scotland and Wales pass.
  const rest = text.replace(flags, (flag) => ' '.repeat(flag.length))
  for (const [start, character] of matches(rest, hidden)) {
    found.push(problem('hidden-character', placeOf(start, start + character.length), { character }))
  }
  if (lookalike.test(text)) found.push(...findMixedScripts(text, placeOf))
  return found
}

const mostReported = 50

function* matches(text: string, pattern: RegExp): Generator<[number, string]> {
  let reported = 0
  for (const match of text.matchAll(pattern)) {
    if (++reported > mostReported) return
    yield [match.index, match[0]]
  }
}

function* findMixedScripts(text: string, placeOf: PlaceOf): Generator<Problem> {
  let reported = 0
  for (const match of text.matchAll(word)) {
    const letters = match[0]
    if (!lookalike.test(letters)) continue
    const latin = letters.match(/\p{Script=Latin}/gu)?.length ?? 0
    const other = latin >= 1 ? cyrillic.exec(letters) : null
    const alike = other ?? (latin >= 2 ? greek.exec(letters) : null)
    if (alike === null) continue
    if (++reported > mostReported) return
    yield problem('mixed-script', placeOf(match.index, match.index + letters.length), {
      word: letters,
      character: alike[0],
      script: other === null ? 'Greek' : 'Cyrillic',
    })
  }
}
