import { defineConfig } from '@playwright/test';
import { contextOptions } from '@/e2e/browser/context';
import { flags } from '@/e2e/browser/flags';
import { resolveBrowser } from '@/e2e/browser/resolve';

const browser = resolveBrowser();

export default defineConfig({
  testDir: 'e2e/journeys',
  globalSetup: './e2e/product.ts',
  tsconfig: 'e2e/tsconfig.json',
  fullyParallel: true,
  // One more than there are cores: journeys wait for the product more than they work.
  workers: 3,
  timeout: 180_000,
  expect: { timeout: 20_000 },
  reporter: 'list',
  // A test that passes at its second try has not passed; a video would need a download.
  retries: 0,
  use: {
    ...contextOptions,
    trace: 'off',
    video: 'off',
    launchOptions: {
      executablePath: browser.executablePath,
      args: flags,
      env: { ...(process.env as Record<string, string>), ...browser.env },
    },
  },
});
