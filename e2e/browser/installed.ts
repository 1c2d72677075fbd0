import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { chromium } from '@playwright/test';
import { type Found, tryBrowser } from '@/e2e/browser/smoke';

/** The program in the user's setting. */
export function fromSetting(): Found {
  const program = process.env.E2E_CHROMIUM;
  return program ? tryBrowser('E2E_CHROMIUM', program) : { fault: 'is not set' };
}

/** Playwright's own build. Playwright starts its headless shell when there is no window, so that one comes first. */
export function fromPlaywright(): Found {
  const full = chromium.executablePath();
  const shell = full
    .replace(/chromium-(\d+)/, 'chromium_headless_shell-$1')
    .replace(/chrome-linux(64)?[\\/]chrome$/, (_path, bits = '') =>
      join(bits ? 'chrome-headless-shell-linux64' : 'chrome-linux', bits ? 'chrome-headless-shell' : 'headless_shell'),
    );
  return firstOf(
    [shell, full].filter((program) => program && existsSync(program)),
    'Playwright',
  );
}

/** A Chromium, Chrome or Edge of the system. */
export function fromSystem(): Found {
  const names = ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome', 'microsoft-edge'];
  const folders = (process.env.PATH ?? '').split(delimiter);
  const usual = [
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
    'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
  ];
  const programs = [...names.flatMap((name) => folders.map((folder) => join(folder, name))), ...usual];
  return firstOf(
    programs.filter((program) => existsSync(program)),
    'system',
  );
}

function firstOf(programs: readonly string[], source: string): Found {
  const faults: string[] = [];
  for (const program of programs) {
    const found = tryBrowser(source, program);
    if ('browser' in found) return found;
    faults.push(found.fault);
  }
  return { fault: faults.join('; ') || 'is not here' };
}
