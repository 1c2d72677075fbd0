/**
 * The origin of a site as a policy names it (https://example.org:8443), in lower case; null for anything that is no origin of
 * one site: a path, a user, a wildcard, another protocol.
 */
export function originIn(text: string): string | null {
  const url = URL.parse(text.trim());
  if (!url || !['http:', 'https:'].includes(url.protocol) || url.username !== '' || url.password !== '') return null;
  const isBare = url.pathname === '/' && url.search === '' && url.hash === '';
  // A wildcard or a mark that ends a directive would allow more than this site.
  return isBare && /^https?:\/\/[a-z0-9.-]+(:\d+)?$/.test(url.origin) ? url.origin : null;
}
