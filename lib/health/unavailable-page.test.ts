import { describe, expect, test } from 'vitest';
import { unavailablePage } from '@/lib/health/unavailable-page';

describe('the page for an unavailable database', () => {
  test('is in the language of the reader, Chinese by default', () => {
    expect(unavailablePage('en', 'once')).toContain('<html lang="en">');
    expect(unavailablePage('zh-CN', 'once')).toContain('<html lang="zh-CN">');
    expect(unavailablePage(undefined, 'once')).toContain('<html lang="zh-CN">');
    expect(unavailablePage('"><script>', 'once')).toContain('<html lang="zh-CN">');
  });

  test('needs no other file, and reloads without scripts too', () => {
    const page = unavailablePage('en', 'once');
    expect(page).not.toMatch(/(?:src|href)="[^"]/);
    expect(page).not.toMatch(/https?:/);
    expect(page).toContain('http-equiv="refresh"');
  });
});
