// The checks build into a folder of their own (BATON_DIST), with settings that the framework does not rewrite.
const checks = process.env.BATON_DIST;

/** @type {import('next').NextConfig} */
export default {
  ...(checks ? { distDir: checks } : {}),
  // Types are checked by `npm test` and `npm run check`, not again by who builds.
  typescript: { ignoreBuildErrors: true, ...(checks ? { tsconfigPath: 'tsconfig.check.json' } : {}) },
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
};
