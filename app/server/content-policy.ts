/**
 * The Content-Security-Policy of a page: only files of the product, scripts only by the nonce of this answer, framed by
 * nobody but the sites of `framedBy`. `style`
 * attributes stay allowed, since components that measure themselves write them. `watched` is for hot reload, which
 * evaluates code and listens on a socket.
 */
export function contentPolicy(
  nonce: string,
  { watched = false, framedBy = [] }: { watched?: boolean; framedBy?: readonly string[] } = {},
): string {
  return [
    "default-src 'self'",
    `script-src 'self' 'nonce-${nonce}' 'strict-dynamic'${watched ? " 'unsafe-eval'" : ''}`,
    `style-src 'self' ${watched ? "'unsafe-inline'" : `'nonce-${nonce}'`}`,
    "style-src-attr 'unsafe-inline'",
    // A chart is exported as a picture through a data address.
    "img-src 'self' data: blob:",
    `connect-src 'self'${watched ? ' ws:' : ''}`,
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    framedBy.length > 0 ? `frame-ancestors ${framedBy.join(' ')}` : "frame-ancestors 'none'",
  ].join('; ');
}
