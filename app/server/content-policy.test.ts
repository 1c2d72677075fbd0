import { expect, test } from 'vitest';
import { contentPolicy } from '@/app/server/content-policy';

test('scripts and styles run by the nonce alone; only hot reload may evaluate', () => {
  const policy = contentPolicy('once');
  expect(policy).toContain("script-src 'self' 'nonce-once' 'strict-dynamic';");
  expect(policy).toContain("style-src 'self' 'nonce-once';");
  expect(policy).not.toMatch(/unsafe-eval|https?:|\*/);
  expect(policy.match(/unsafe-inline/g)).toEqual(['unsafe-inline']);
  expect(contentPolicy('once', { watched: true })).toContain("'unsafe-eval'");
});

test('a page loads from its own origin, connects and sends forms to no other, and cannot be framed', () => {
  const held = contentPolicy('once').split('; ');
  expect(held).toEqual(
    expect.arrayContaining([
      "default-src 'self'",
      "connect-src 'self'",
      "object-src 'none'",
      "base-uri 'none'",
      "form-action 'self'",
      "frame-ancestors 'none'",
    ]),
  );
});

test('what a token embeds is framed by the sites that it names, and loads no more than other pages', () => {
  const sites = ['https://www.example.org', 'http://10.0.0.7:8080'];
  const framed = contentPolicy('once', { framedBy: sites }).split('; ');
  expect(framed.at(-1)).toBe('frame-ancestors https://www.example.org http://10.0.0.7:8080');
  expect(framed.slice(0, -1)).toEqual(contentPolicy('once').split('; ').slice(0, -1));
});
