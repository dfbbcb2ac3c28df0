import type { APIRoute } from 'astro'
import type { FeedKind } from '../../../outputs/feeds/choose-feeds.ts'
import { feedForms, type FeedForm } from '../../../outputs/feeds/feed.ts'
import { feedText, feedTypes, siteFeeds } from '../../model/feeds.ts'

interface Props {
  readonly kind: FeedKind
  readonly form: FeedForm
}

/** Every feed in every form; none where the site knows neither its host nor its past. */
export function getStaticPaths() {
  return siteFeeds().flatMap((kind) =>
    feedForms.map((form) => ({ params: { feed: `${kind.name}.${form}` }, props: { kind, form } })),
  )
}

/** What changed, for feed readers. */
export const GET: APIRoute<Props> = ({ props: { kind, form } }) =>
  new Response(feedText(kind, form), {
    headers: { 'Content-Type': `${feedTypes[form]}; charset=utf-8` },
  })
