/**
 * The Content-Security-Policy of a page: only files of the product, scripts only by the nonce of this answer. `style`
 * attributes stay allowed, since components that measure themselves write them. `watched` is for hot reload, which
 * evaluates code and listens on a socket.
 */
export function contentPolicy(nonce: string, { watched = false } = {}): string {
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
    "frame-ancestors 'none'",
  ].join('; ');
}
