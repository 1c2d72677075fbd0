import { defineConfig } from 'vitest/config';

export default defineConfig({
  resolve: { alias: [{ find: /^@\//, replacement: `${import.meta.dirname}/` }] },
  test: {
    include: ['{app,db,lib}/**/*.test.{ts,tsx}'],
    globalSetup: ['db/testing-server.ts'],
    setupFiles: ['vitest.setup.ts'],
    testTimeout: 20_000,
    hookTimeout: 60_000,
  },
});
