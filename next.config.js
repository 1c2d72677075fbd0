/** @type {import('next').NextConfig} */
export default {
  poweredByHeader: false,
  reactStrictMode: true,
  serverExternalPackages: ['postgres', 'hucre', 'pinyin-pro'],
  // The product ships no image optimizer's worth of images and must never look for one.
  images: { unoptimized: true },
};
