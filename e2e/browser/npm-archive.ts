import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { browserFolder, packagesFolder } from '@/e2e/browser/folder';
import { fontSettings } from '@/e2e/browser/fonts';
import { type Found, tryBrowser } from '@/e2e/browser/smoke';
import { unpackFolder, unpackProgram } from '@/e2e/browser/unpack';

/**
 * The Chromium in an npm package, available to any machine that could install the product. Its own loader needs
 * variables of a cloud and its flags are unsafe, so the archives are read here; the libraries in one of them are used
 * only where the system lacks its own.
 */
export function fromNpmArchive(): Found {
  const archives = join(packagesFolder(), '@sparticuz', 'chromium');
  if (process.platform !== 'linux' || process.arch !== 'x64') return { fault: 'is for Linux on x64' };
  if (!existsSync(join(archives, 'bin', 'chromium.br'))) return { fault: 'is not installed' };
  const folder = unpackArchives(archives);
  const program = join(folder, 'chromium');
  const fonts = fontSettings(join(folder, 'fonts'));
  const plain = tryBrowser('npm archive', program, fonts);
  if ('browser' in plain) return plain;
  const libraries = [join(folder, 'lib'), process.env.LD_LIBRARY_PATH].filter(Boolean).join(':');
  return tryBrowser('npm archive with its libraries', program, { ...fonts, LD_LIBRARY_PATH: libraries });
}

/** Unpacks once; the mark is written last, so that an interrupted unpacking is repeated. */
function unpackArchives(archives: string): string {
  const { version } = JSON.parse(readFileSync(join(archives, 'package.json'), 'utf8'));
  const folder = join(browserFolder(), `npm-${version}`);
  const mark = join(folder, 'complete');
  if (existsSync(mark)) return folder;
  rmSync(folder, { recursive: true, force: true });
  unpackProgram(join(archives, 'bin', 'chromium.br'), join(folder, 'chromium'));
  for (const archive of ['al2023', 'fonts']) unpackFolder(join(archives, 'bin', `${archive}.tar.br`), folder);
  writeFileSync(mark, '');
  return folder;
}
