import process from 'node:process'

/**
 * Whether whoever called agrees: asks on a terminal, where `isGiven` does not say so already.
 * Without a terminal nobody agrees.
 */
export async function confirmed(question: string, isGiven: boolean): Promise<boolean> {
  if (isGiven) return true
  if (!process.stdin.isTTY || !process.stdout.isTTY) return false
  const { confirm } = await import('@inquirer/prompts')
  try {
    return await confirm({ message: question, default: false })
  } catch (error) {
    if (error instanceof Error && error.name === 'ExitPromptError') return false
    throw error
  }
}
