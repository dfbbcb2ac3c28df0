import { slug } from '../../src/readers/path.ts'

const mostWords = 8

/** The id that is made of the first words of a title; empty where none can be. */
export function idFromTitle(title: string): string {
  return slug(title.trim().split(/\s+/, mostWords).join(' ')) ?? ''
}
