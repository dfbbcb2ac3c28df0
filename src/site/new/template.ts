import { toDraft } from '../../outputs/draft-node.ts'
import { draftRelation } from './form.ts'
import { meanings, type Asked } from './doings.ts'

const guide = [
  'Say in one sentence what you hold, and below in 60 to 250 words why and what it does not show.',
  'Give the file a name that says it in three to six words. Then press “Commit changes” and “Propose”.',
]

const body =
  'Sixty to 250 words: what is claimed, why it bears on its target, how strong the evidence is, and what it does not show.'

/** A file to be filled in: with the target it is meant for and a guide of two lines. */
export function templateOf(
  map: string,
  asked: Asked,
): { readonly path: string; readonly text: string } {
  const { kind } = meanings[asked.doing]
  const isQuestion = kind === 'question'
  return toDraft(
    {
      map,
      id: 'your-id-in-three-to-six-words',
      kind,
      title: 'A label of at most 60 characters',
      statement: `One ${isQuestion ? 'question' : 'declarative sentence'} of at most 240 characters${isQuestion ? '?' : '.'}`,
      relation: draftRelation(asked, 'Why it bears on that, in one sentence.'),
      sources: kind === 'evidence' ? [{ id: 'an-id-in-content-sources', at: 'page or section' }] : [],
      body,
    },
    guide,
  )
}
