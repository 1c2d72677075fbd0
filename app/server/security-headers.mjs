/** The headers of every answer. A page also gets a policy with a nonce, from proxy.ts. */
export const securityHeaders = {
  'X-Content-Type-Options': 'nosniff',
  'X-Frame-Options': 'DENY',
  'Referrer-Policy': 'same-origin',
  'Permissions-Policy': 'camera=(), microphone=(), geolocation=(), payment=(), usb=()',
  'Cross-Origin-Opener-Policy': 'same-origin',
  // Browsers ignore it except over https.
  'Strict-Transport-Security': 'max-age=31536000',
};

/** The policy of answers that are no page: nothing is allowed. */
export const filePolicy = { 'Content-Security-Policy': "default-src 'none'; frame-ancestors 'none'" };
