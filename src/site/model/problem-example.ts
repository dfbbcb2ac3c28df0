import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { readContent } from '../../disk/read-content.ts'
import { shownText } from './shown-text.ts'

/** A file of an example as a page shows it. */
export interface ExampleFile {
  readonly name: string
  readonly text: string
}

/** The example of a problem code: it documents the code and is at the same time its test. */
export interface ProblemExample {
  readonly wrong: readonly ExampleFile[]
  readonly right: readonly ExampleFile[]
  readonly problems: string
}

/** Reads the example of a problem code; files that a problem is about come first, four at most. */
export function problemExample(code: string): ProblemExample {
  const folder = path.join('test', 'examples', code)
  const listing = path.join(folder, 'problems.txt')
  const problems = existsSync(listing) ? readFileSync(listing, 'utf8').trim() : ''
  return {
    wrong: exampleFiles(path.join(folder, 'wrong', 'content'), problems),
    right: exampleFiles(path.join(folder, 'right', 'content'), problems),
    problems: shownText(problems),
  }
}

function exampleFiles(folder: string, problems: string): readonly ExampleFile[] {
  if (!existsSync(folder)) return []
  const files = readContent(folder).map(({ path: name, text }) => ({
    name: shownText(name),
    text: shownText(text.length > 2_000 ? `${text.slice(0, 2_000)}\n…` : text),
    about: problems.includes(name),
  }))
  const about = files.filter((file) => file.about)
  return (about.length > 0 ? about : files).slice(0, 4)
}
