// The checks build into a folder of their own (BATON_DIST), with settings that the framework does not rewrite.
const checks = process.env.BATON_DIST;

/** @type {import('next').NextConfig} */
export default {
  ...(checks ? { distDir: checks, typescript: { tsconfigPath: 'tsconfig.check.json' } } : {}),
  poweredByHeader: false,
  reactStrictMode: true,
  serverExternalPackages: ['postgres', 'hucre', 'pinyin-pro'],
  // The product ships no image optimizer's worth of images and must never look for one.
  images: { unoptimized: true },
};
