import { framingSites } from '@/lib/dashboards/displays/queries';

/** The sites that may frame what is at an address: those of a token that embeds, and of no other page. */
export async function framingSitesAt(path: string): Promise<readonly string[]> {
  const [, token] = /^\/embed\/([\w-]+)\/[^/]+$/.exec(path) ?? [];
  return token === undefined ? [] : framingSites(token, new Date());
}
