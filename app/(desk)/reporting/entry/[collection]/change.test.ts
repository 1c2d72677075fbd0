import { createElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import { roomsFor } from '@/lib/i18n/translator';
import type { Growth } from '@/lib/statistics/words';
import { Change } from './change';

const html = (growth: Growth) =>
  renderToStaticMarkup(
    createElement(Change, {
      ...{ growth, written: (change: string) => `较上期 ${change}` },
      ...{ rooms: roomsFor('zh-CN', 'figures'), locale: 'zh-CN' as const },
    }),
  ).replace(/ class="[^"]*"/g, '');

test('each text of a change is an element of its own, so that a translated page shows the present one', () => {
  expect(html({ kind: 'percent', change: '5.4' })).toBe('<span><span>较上期 +5.4%</span></span>');
  expect(html({ kind: 'percent', change: '5.4', summed: '100' })).toMatch(
    /^<span><span>较上期 \+5\.4%<\/span><span>[^<]+<\/span><\/span>$/,
  );
});
