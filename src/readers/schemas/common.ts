import { z } from 'zod'
import { idPattern, isId } from '../../core/id.ts'

/** In these schemas an `error` is the noun phrase that follows "expected" in a problem. */
export const expectedId = 'an id in lower-case kebab'

export const Id = z
  .string({ error: expectedId })
  .regex(idPattern, { error: expectedId })
  .refine(isId, { error: expectedId })
  .meta({ description: 'The file name of another file, without folder and `.md`.' })

/** A text on one line that is not empty. */
export function line(expected: string, longest: number) {
  return z
    .string({ error: expected })
    .regex(/\S/, { error: expected })
    .regex(/^[^\n]*$/, { error: `${expected}, on one line` })
    .max(longest, { error: `at most ${String(longest)} characters` })
}

/** A text of one or more lines that is not empty. */
export function text(expected: string, longest: number) {
  return z
    .string({ error: expected })
    .regex(/\S/, { error: expected })
    .max(longest, { error: `at most ${String(longest)} characters` })
}

const share = 'a number from 0 to 1'

/** A number from 0 to 1. */
export const Share = z
  .number({ error: share })
  .min(0, { error: share })
  .max(1, { error: share })

export const Title = line('a title in a few words', 60).meta({
  description: 'A label of at most 60 characters: what diagrams and link previews show.',
})

export const expectedDay = 'a day of the calendar such as `2024-05-15`'

/** A day of the calendar, `YYYY-MM-DD`. */
export const Day = z.iso.date({ error: expectedDay })

/** Whether numbers name a year, month or day of the calendar. */
export function isCalendarDate(year: number, month = 1, day = 1): boolean {
  const date = new Date(0)
  date.setUTCFullYear(year, month - 1, day)
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day && day > 0
}
