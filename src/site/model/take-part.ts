import type { ArgumentNode } from '../../core/document.ts'
import { meanings, writeAsked, type Asked, type Doing } from '../new/doings.ts'
import { newFileAddress } from '../new/new-file-address.ts'
import { templateOf } from '../new/template.ts'
import { branch, repository } from '../settings.ts'
import { url } from '../urls.ts'

/** Something a reader can do to a node. */
export interface Act {
  readonly text: string
  readonly asked: Asked
}

const words: Readonly<Partial<Record<Doing, string>>> = {
  supports: 'Support it',
  rebuts: 'Challenge it',
  evidence: 'Add evidence',
  answers: 'Answer it',
}

/** What can be done to a node by adding one to it, the likeliest first. */
export function actsOn({ id, kind }: ArgumentNode): readonly Act[] {
  const act = (doing: Doing, text = words[doing] ?? meanings[doing].act): Act => {
    return { text, asked: { doing, target: id, end: '' } }
  }
  if (kind === 'question') return [act('answers')]
  if (kind === 'counterargument') return [act('rebuts', 'Answer it'), act('supports'), act('evidence')]
  return [act('rebuts'), act('supports'), act('evidence')]
}

/** The page where what is asked for can be composed. */
export function composeUrl(asked: Asked): string {
  return url(`/new/#${writeAsked(asked)}`)
}

/** GitHub's page for a new file with a template for what is asked for, if there is a repository. */
export function githubUrl(map: string, asked: Asked): string | undefined {
  if (repository === undefined) return undefined
  return newFileAddress({ address: repository, branch }, templateOf(map, asked)).address
}
