import { describe, expect, test } from 'vitest';
import { unavailablePage } from '@/lib/health/unavailable-page';

describe('the page shown while the database is away', () => {
  test('speaks the language of the reader, Chinese when it is not known', () => {
    expect(unavailablePage('en', 'once')).toContain('<html lang="en">');
    expect(unavailablePage('zh-CN', 'once')).toContain('<html lang="zh-CN">');
    expect(unavailablePage(undefined, 'once')).toContain('<html lang="zh-CN">');
    expect(unavailablePage('"><script>', 'once')).toContain('<html lang="zh-CN">');
  });

  test('needs nothing but itself, and comes back without scripts too', () => {
    const page = unavailablePage('en', 'once');
    expect(page).not.toMatch(/(?:src|href)="[^"]/);
    expect(page).not.toMatch(/https?:/);
    expect(page).toContain('http-equiv="refresh"');
  });
});
