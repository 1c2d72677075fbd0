import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

const css = readFileSync(new URL('./globals.css', import.meta.url), 'utf8');

function tokensOf(selector: string): Record<string, string> {
  const block = css.slice(css.indexOf(`\n${selector} {`)).split('}')[0] ?? '';
  return Object.fromEntries([...block.matchAll(/--([\w-]+): (#[0-9a-f]{6});/g)].map(([, name, hex]) => [name, hex]));
}

function luminance(hex: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5]
    .map((at) => Number.parseInt(hex.slice(at, at + 2), 16) / 255)
    .map((c) => (c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4));
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

/** The contrast of two colours as WCAG 2.2 defines it. */
function contrast(a: string, b: string): number {
  const [light = 0, dark = 0] = [luminance(a), luminance(b)].sort((x, y) => y - x);
  return (light + 0.05) / (dark + 0.05);
}

const themes = { light: tokensOf(':root'), dark: tokensOf('.dark') };
const texts = ['ink', 'ink-2', 'sea', 'gold', 'bronze', 'vermilion', 'jade'];
const grounds = ['paper', 'card', 'wash', 'hover'];
const pairs = Object.keys(themes).flatMap((theme) =>
  texts.flatMap((text) => grounds.map((ground) => [theme, text, ground])),
);

test.each(pairs)('%s: %s on %s has AA contrast', (theme = '', text = '', ground = '') => {
  const tokens = themes[theme as keyof typeof themes];
  expect(contrast(tokens[text] ?? '', tokens[ground] ?? '')).toBeGreaterThanOrEqual(4.5);
});

test.each(Object.keys(themes))('%s: lines and marks of charts contrast with the card', (theme) => {
  const tokens = themes[theme as keyof typeof themes];
  for (const name of ['series-1', 'series-2', 'series-3', 'series-4', 'series-6', 'rule-strong']) {
    expect(contrast(tokens[name] ?? '', tokens.card ?? ''), name).toBeGreaterThanOrEqual(3);
  }
  expect(contrast(tokens['on-sea'] ?? '', tokens.sea ?? '')).toBeGreaterThanOrEqual(4.5);
});
