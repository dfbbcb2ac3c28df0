import fs from 'node:fs'
import path from 'node:path'
import process from 'node:process'
import type { SourceFile } from '../../src/core/document.ts'
import type { EdgeId } from '../../src/core/id.ts'
import { reviewsPath } from '../../src/core/review.ts'
import { replaceText } from '../../src/disk/replace-text.ts'
import { toReviewsText } from '../../src/outputs/review-text.ts'
import { counted } from '../../src/outputs/text-report.ts'

/**
 * Writes the file of reviews, whole or not at all, and says so; 1 where that cannot be done.
 * `files` are the content as it was read: what somebody else has written since is left alone.
 */
export function writeReviews(
  folder: string,
  files: readonly SourceFile[],
  wordings: ReadonlyMap<EdgeId, string>,
): number {
  const before = files.find((file) => file.path === reviewsPath)?.text
  const text = toReviewsText(wordings)
  const isWritten =
    before === text ||
    (before === undefined ? create(folder, text) : replaceText(folder, reviewsPath, before, text))
  if (!isWritten) {
    process.stderr.write(`${reviewsPath} could not be written; nothing was changed.\n`)
    return 1
  }
  process.stdout.write(`${reviewsPath} has ${counted(wordings.size, 'relation')}.\n`)
  return 0
}

function create(folder: string, text: string): boolean {
  try {
    fs.writeFileSync(path.join(folder, path.relative('content', reviewsPath)), text, { flag: 'wx' })
    return true
  } catch {
    return false
  }
}
