import { describe, expect, test } from 'vitest';
import { accountRoles } from '@/lib/access/words';
import { manuals } from '@/lib/help/manuals';
import { plainText } from '@/lib/help/page-words';
import { rules } from '@/lib/help/rules';
import { manualNames, pictureNames, ruleNames, type Written } from '@/lib/help/words';
import { locales } from '@/lib/i18n/words';

const texts: readonly Written[] = [
  ...Object.values(rules),
  ...manuals.flatMap(({ title, forWhom, sections }) => [
    title,
    forWhom,
    ...sections.flatMap(({ title, steps, picture }) => [title, ...steps, ...(picture ? [picture.alt] : [])]),
  ]),
];
const keysIn = (text: string) => (text.match(/\{[^}]*\}/g) ?? []).toSorted();

describe('manuals', () => {
  test('each role has a manual, and each name has one', () => {
    expect(manuals.flatMap(({ roles }) => roles).toSorted()).toEqual([...accountRoles].toSorted());
    expect(manuals.map(({ name }) => name)).toEqual([...manualNames]);
  });

  test.each(locales)('the words of pages in %s exist, and no unresolved key remains', (locale) => {
    expect(texts.map((text) => plainText(text, locale)).filter((text) => /[{}]/.test(text))).toEqual([]);
  });

  test('both languages name the same words of the pages', () => {
    expect(texts.filter(({ zh, en }) => `${keysIn(zh)}` !== `${keysIn(en)}`)).toEqual([]);
  });

  test('Chinese is written in Chinese and English in English', () => {
    expect(texts.filter(({ zh, en }) => !/\p{Script=Han}/u.test(zh) || /[，。；：！？（）]/.test(en))).toEqual([]);
  });

  test('an anchor is unique within a manual', () => {
    for (const { sections } of manuals) expect(new Set(sections.map(({ id }) => id)).size).toBe(sections.length);
  });

  test('every picture is in a manual, and every manual has one', () => {
    const shown = manuals.map(({ sections }) => sections.flatMap(({ picture }) => (picture ? [picture.name] : [])));
    expect(shown.flat().toSorted()).toEqual([...pictureNames].toSorted());
    expect(shown.filter((names) => names.length === 0)).toEqual([]);
  });

  test('the three rules are all stated', () => {
    const said = manuals.flatMap(({ sections }) => sections.flatMap((section) => section.rules ?? []));
    expect([...new Set(said)].toSorted()).toEqual([...ruleNames].toSorted());
  });

  test('an unknown key, or a message that needs values, is refused', () => {
    expect(() => plainText({ zh: '{entry.gone}', en: '' }, 'zh-CN')).toThrow('entry.gone');
    expect(() => plainText({ zh: '{entry.savedAt}', en: '' }, 'zh-CN')).toThrow('wants values');
  });
});
