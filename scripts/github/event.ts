import fs from 'node:fs'
import { z } from 'zod'
import { UsageError } from '../lib/command.ts'

const longest = 2 ** 22

/**
 * The event that started a workflow, from the file that `GITHUB_EVENT_PATH` names.
 *
 * @throws UsageError when there is none of that shape.
 */
export function readEvent<Shape extends z.ZodType>(
  env: Readonly<Record<string, string | undefined>>,
  shape: Shape,
): z.infer<Shape> {
  const file = env['GITHUB_EVENT_PATH']
  if (file === undefined || file === '') {
    throw new UsageError('Unexpected lack of GITHUB_EVENT_PATH, which a workflow sets.')
  }
  const read = shape.safeParse(parse(file))
  if (read.success) return read.data
  throw new UsageError('Unexpected event, expected one of those that the workflow is started by.')
}

function parse(file: string): unknown {
  try {
    if (fs.statSync(file).size > longest) return undefined
    return JSON.parse(fs.readFileSync(file, 'utf8'))
  } catch {
    return undefined
  }
}
