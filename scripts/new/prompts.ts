import { confirm, editor, input, search, select } from '@inquirer/prompts'
import { visible } from '../../src/core/catalogue/entry.ts'

/** One of several things to choose. */
export interface Choice<Value> {
  readonly value: Value
  readonly name: string
  readonly description?: string
}

/** Asks for one line; `fault` says in a sentence what is wrong with an answer. */
export async function askLine(
  message: string,
  fault: (answer: string) => string | undefined,
  suggested?: string,
): Promise<string> {
  const given = suggested === undefined ? {} : { default: suggested, prefill: 'editable' as const }
  const validate = (answer: string) => fault(answer.trim()) ?? true
  return (await input({ message, validate, ...given })).trim()
}

/** Lets one of a few be chosen. */
export function askChoice<Value>(
  message: string,
  choices: readonly Choice<Value>[],
): Promise<Value> {
  return select({ message, choices: choices.map(shown), pageSize: 12 })
}

/** Lets one of many be found by typing; `find` gives the best for what is typed so far. */
export function askSearch<Value>(
  message: string,
  find: (typed: string) => readonly Choice<Value>[],
): Promise<Value> {
  return search({ message, source: (typed) => find(typed ?? '').map(shown), pageSize: 10 })
}

/** Asks yes or no. */
export function askWhether(message: string, suggested: boolean): Promise<boolean> {
  return confirm({ message, default: suggested })
}

/** Opens the editor of the environment for a longer text. */
export async function askText(message: string, extension: string): Promise<string> {
  return (await editor({ message, postfix: extension, waitForUserInput: true })).trim()
}

/** Whether somebody left a question with Ctrl-C. */
export function isLeaving(error: unknown): boolean {
  return error instanceof Error && ['ExitPromptError', 'CancelPromptError'].includes(error.name)
}

// Strangers' sentences must not move the cursor.
function shown<Value>({ value, name, description }: Choice<Value>) {
  const plain = { value, name: visible(name), short: visible(name).slice(0, 60) }
  return description === undefined ? plain : { ...plain, description: visible(description) }
}
