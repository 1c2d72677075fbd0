import { filePolicy, securityHeaders } from './app/server/security-headers.mjs';

// The checks build into a folder of their own (BATON_DIST), with settings that the framework does not rewrite.
const checks = process.env.BATON_DIST;

const listed = (headers) => Object.entries(headers).map(([key, value]) => ({ key, value }));

/** @type {import('next').NextConfig} */
export default {
  ...(checks ? { distDir: checks, typescript: { tsconfigPath: 'tsconfig.check.json' } } : {}),
  poweredByHeader: false,
  reactStrictMode: true,
  // A lock file in a folder above must not make that folder the project.
  turbopack: { root: import.meta.dirname },
  serverExternalPackages: ['postgres', 'hucre', 'pinyin-pro', '@node-rs/argon2', 'better-auth', 'pino'],
  experimental: {
    // A page that somebody may not see answers 403 with words.
    authInterrupts: true,
  },
  // The product ships no image optimizer's worth of images and must never look for one.
  images: { unoptimized: true },
  headers: async () => [
    { source: '/:path*', headers: listed(securityHeaders) },
    // Pages get their policy, with its nonce, from proxy.ts; what is no page may do nothing.
    ...['/_next/:path*', '/api/uploads/:path*', '/healthz', '/readyz'].map((source) => ({
      source,
      headers: listed(filePolicy),
    })),
  ],
};
