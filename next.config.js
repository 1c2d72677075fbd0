// The checks build into a folder of their own (BATON_DIST), with settings that the framework does not rewrite.
const checks = process.env.BATON_DIST;

/** @type {import('next').NextConfig} */
export default {
  ...(checks ? { distDir: checks } : {}),
  // `npm test` and `npm run check` check the types; a build does not repeat it.
  typescript: { ignoreBuildErrors: true, ...(checks ? { tsconfigPath: 'tsconfig.check.json' } : {}) },
  poweredByHeader: false,
  reactStrictMode: true,
  // Without it, a lock file in a parent folder would make that folder the project.
  turbopack: { root: import.meta.dirname },
  serverExternalPackages: ['postgres', 'hucre', 'pinyin-pro', '@node-rs/argon2', 'better-auth', 'pino'],
  experimental: {
    // A page without permission answers 403 and says why.
    authInterrupts: true,
  },
  // No image optimizer: the product has few images, and must not load a platform's optimizer.
  images: { unoptimized: true },
};
