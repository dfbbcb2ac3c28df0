import { digestOfText } from './digest.ts'

/** Digits of a wording's hash. */
const digits = 8

/**
 * The short name of a statement's wording: the first 8 hexadecimal digits of the SHA-256 of the
 * statement in UTF-8, with white space as one space and none at its ends. Anyone can compute it, so
 * a link can be checked without this code.
 */
export function wordingHash(statement: string): string {
  return digestOfText(statement.replace(/\s+/g, ' ').trim()).slice(0, digits)
}

/**
 * The fragment by which a link means one wording, without `#`: `v=1a2b3c4d`. An element of the page
 * has it for its id, so the link also leads to that wording where no script runs.
 */
export function pinOf(hash: string): string {
  return `v=${hash}`
}
