import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { browserFolder } from '@/e2e/browser/folder';

/**
 * Settings for fontconfig that add folders to the fonts of the system, since a bare machine has none and then no text
 * has a size. Chinese needs nothing here: the product serves its own font where the system has none.
 */
export function fontSettings(...folders: string[]): Record<string, string> {
  if (process.platform !== 'linux') return {};
  const file = join(browserFolder(), `fonts-${folders.length}.conf`);
  const lines = [
    '<?xml version="1.0"?>',
    '<!DOCTYPE fontconfig SYSTEM "fonts.dtd">',
    '<fontconfig>',
    '<include ignore_missing="yes">/etc/fonts/fonts.conf</include>',
    ...folders.map((folder) => `<dir>${folder}</dir>`),
    `<cachedir>${join(browserFolder(), 'font-cache')}</cachedir>`,
    '</fontconfig>',
  ];
  mkdirSync(browserFolder(), { recursive: true });
  writeFileSync(file, `${lines.join('\n')}\n`);
  return { FONTCONFIG_FILE: file };
}
