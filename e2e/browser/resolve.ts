import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { browserFolder } from '@/e2e/browser/folder';
import { fromPlaywright, fromSetting, fromSystem } from '@/e2e/browser/installed';
import { fromApt, fromDownload } from '@/e2e/browser/installer';
import { fromNpmArchive } from '@/e2e/browser/npm-archive';
import { type Browser, type Found, tryBrowser } from '@/e2e/browser/smoke';

/** The possible sources of a browser, best first. Those that need a download or root come last. */
const places: readonly [name: string, look: () => Found][] = [
  ['setting', fromSetting],
  ['playwright', fromPlaywright],
  ['npm', fromNpmArchive],
  ['system', fromSystem],
  ['apt', fromApt],
  ['download', fromDownload],
];

/**
 * Finds a Chromium that renders text on this machine. The choice is stored in `.browser/` and verified at each run;
 * worker processes get it through the environment. `E2E_BROWSER_SOURCE` allows one source only, to test that source.
 */
export function resolveBrowser(): Browser {
  const handed = process.env.BATON_BROWSER;
  if (handed) return JSON.parse(handed) as Browser;
  const browser = keptBrowser() ?? searchedBrowser();
  process.env.BATON_BROWSER = JSON.stringify(browser);
  return browser;
}

const choiceFile = () => join(browserFolder(), 'resolved.json');

function keptBrowser(): Browser | undefined {
  if (process.env.E2E_BROWSER_SOURCE || process.env.E2E_CHROMIUM) return undefined;
  try {
    const kept = JSON.parse(readFileSync(choiceFile(), 'utf8')) as Browser;
    const again = tryBrowser(kept.source, kept.executablePath, kept.env);
    return 'browser' in again ? again.browser : undefined;
  } catch {
    return undefined;
  }
}

function searchedBrowser(): Browser {
  const only = process.env.E2E_BROWSER_SOURCE;
  const faults: string[] = [];
  for (const [name, look] of places) {
    if (only && name !== only) continue;
    const found = foundBy(look);
    if ('browser' in found) return rememberBrowser(found.browser);
    faults.push(`${name} ${found.fault}`);
  }
  throw new Error(
    [
      'No Chromium that can render text.',
      ...faults.map((fault) => `  ${fault}`),
      'Name one with E2E_CHROMIUM=/path/to/chrome, or run: npx playwright install --with-deps chromium',
    ].join('\n'),
  );
}

function foundBy(look: () => Found): Found {
  try {
    return look();
  } catch (error) {
    return { fault: error instanceof Error ? error.message : `${error}` };
  }
}

function rememberBrowser(browser: Browser): Browser {
  mkdirSync(browserFolder(), { recursive: true });
  writeFileSync(choiceFile(), `${JSON.stringify(browser, null, 2)}\n`);
  process.stderr.write(`Chromium ${browser.version} (${browser.source})\n`);
  return browser;
}
