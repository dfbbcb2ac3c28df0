import process from 'node:process'
import type { SourceFile } from '../../src/core/document.ts'
import { toDraft } from '../../src/outputs/draft-node.ts'
import { toSourceDraft } from '../../src/outputs/draft-source.ts'
import { askNode, type Wish } from './ask-node.ts'
import { askSource } from './ask-sources.ts'
import type { Known } from './known.ts'
import { askChoice, isLeaving } from './prompts.ts'

const wishes: readonly { readonly value: Wish | 'source'; readonly name: string }[] = [
  { value: 'support', name: 'support a statement' },
  { value: 'challenge', name: 'challenge a statement' },
  { value: 'step', name: 'challenge a step from one statement to another' },
  { value: 'answer', name: 'answer a question or an objection' },
  { value: 'evidence', name: 'add evidence' },
  { value: 'ask', name: 'ask a question' },
  { value: 'source', name: 'add a source' },
]

/** Asks for all of a new file; undefined where somebody left or it is said already. */
export async function ask(known: Known): Promise<SourceFile | undefined> {
  try {
    const wish = await askChoice('What do you want to do?', wishes)
    if (wish === 'source') return toSourceDraft(await askSource(known))
    const draft = await askNode(wish, known)
    if (draft !== undefined) return toDraft(draft)
  } catch (error) {
    if (!isLeaving(error)) throw error
  }
  process.stdout.write('Nothing was written.\n')
  return undefined
}
