import { healthJson } from '../model/health.ts'

/** What the page of the map's health shows, for machines. */
export async function GET(): Promise<Response> {
  return new Response(await healthJson(), {
    headers: { 'Content-Type': 'application/json; charset=utf-8' },
  })
}
