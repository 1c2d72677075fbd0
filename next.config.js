// The checks build into a folder of their own (BATON_DIST), with settings that the framework does not rewrite.
const checks = process.env.BATON_DIST;

const securityHeaders = {
  'X-Content-Type-Options': 'nosniff',
  'X-Frame-Options': 'DENY',
  'Referrer-Policy': 'same-origin',
  'Permissions-Policy': 'camera=(), microphone=(), geolocation=(), payment=(), usb=()',
  'Cross-Origin-Opener-Policy': 'same-origin',
  // Browsers heed it only where the product is served over https.
  'Strict-Transport-Security': 'max-age=31536000',
};

/** @type {import('next').NextConfig} */
export default {
  ...(checks ? { distDir: checks, typescript: { tsconfigPath: 'tsconfig.check.json' } } : {}),
  poweredByHeader: false,
  reactStrictMode: true,
  // A lock file in a folder above must not make that folder the project.
  turbopack: { root: import.meta.dirname },
  serverExternalPackages: ['postgres', 'hucre', 'pinyin-pro'],
  // The product ships no image optimizer's worth of images and must never look for one.
  images: { unoptimized: true },
  headers: async () => [
    { source: '/:path*', headers: Object.entries(securityHeaders).map(([key, value]) => ({ key, value })) },
    // Pages get their policy, with its nonce, from proxy.ts; what is no page may do nothing.
    ...['/_next/:path*', '/healthz', '/readyz'].map((source) => ({
      source,
      headers: [{ key: 'Content-Security-Policy', value: "default-src 'none'; frame-ancestors 'none'" }],
    })),
  ],
};
