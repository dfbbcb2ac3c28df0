import process from 'node:process'
import { visible } from '../../src/core/catalogue/entry.ts'
import { runCommand } from '../lib/command.ts'
import { GithubFault } from './api.ts'

/** As `runCommand`; what GitHub refuses is a sentence and exit code 1. */
export async function runOnGithub(
  command: (argv: readonly string[]) => Promise<number>,
): Promise<void> {
  await runCommand(async (argv) => {
    try {
      return await command(argv)
    } catch (error) {
      if (!(error instanceof GithubFault)) throw error
      process.stderr.write(`${visible(error.message)}\n`)
      return 1
    }
  })
}
