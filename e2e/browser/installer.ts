import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fromPlaywright, fromSystem } from '@/e2e/browser/installed';
import type { Found } from '@/e2e/browser/smoke';

const isRoot = () => process.getuid?.() === 0;

/** Installs Chromium with the system's packages, where we have the rights to do so. */
export function fromApt(): Found {
  if (!isRoot() || !existsSync('/usr/bin/apt-get')) return { fault: 'needs root on Debian' };
  const done =
    run('apt-get', ['update', '-qq']) &&
    run('apt-get', ['install', '-y', '-qq', '--no-install-recommends', 'chromium', 'fonts-noto-cjk']);
  return done ? fromSystem() : { fault: 'could not install chromium' };
}

/** Lets Playwright download its own build: the last resort, since many machines may not. */
export function fromDownload(): Found {
  const dependencies = isRoot() ? ['--with-deps'] : [];
  const done =
    run('npx', ['playwright', 'install', ...dependencies, 'chromium-headless-shell']) ||
    run('npx', ['playwright', 'install', 'chromium']);
  return done ? fromPlaywright() : { fault: 'could not be downloaded' };
}

function run(command: string, words: string[]): boolean {
  const { status } = spawnSync(command, words, {
    stdio: ['ignore', 'ignore', 'inherit'],
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    timeout: 600_000,
    shell: process.platform === 'win32',
  });
  return status === 0;
}
