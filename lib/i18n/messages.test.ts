import { describe, expect, test } from 'vitest';
import { Refusal } from '@/lib/errors';
import { manuals } from '@/lib/help/manuals';
import { messagesByKey } from '@/lib/i18n/messages-by-key';

/** The parts between the outermost braces of a message. */
function bracesOf(message: string): string[] {
  const parts: string[] = [];
  let depth = 0;
  let from = 0;
  for (let at = 0; at < message.length; at += 1) {
    if (message[at] === '{' && depth++ === 0) from = at + 1;
    if (message[at] === '}' && --depth === 0) parts.push(message.slice(from, at));
  }
  expect(depth, `unbalanced braces in “${message}”`).toBe(0);
  return parts;
}

/**
 * The arguments of an ICU message as `name:kind`, including those inside the branches of a plural or a select. One
 * language may have a plural where the other, which has none, writes a number.
 */
function argumentsOf(message: string): Set<string> {
  return new Set(
    bracesOf(message).flatMap((part) => {
      const [name = '', kind = 'text', ...rest] = part.split(',').map((piece) => piece.trim());
      const branches = rest.length > 0 && /^(plural|select|selectordinal)$/.test(kind) ? rest.join(',') : '';
      const inner = bracesOf(branches).flatMap((branch) => [...argumentsOf(branch)]);
      return [`${name}:${kind === 'plural' || kind === 'selectordinal' ? 'number' : kind}`, ...inner];
    }),
  );
}

/** The tags of a rich message, such as the link of `<link>…</link>`. */
function tagsOf(message: string): Set<string> {
  return new Set([...message.matchAll(/<(\w+)>/g)].map(([, tag = '']) => tag));
}

const chinese = messagesByKey('zh-CN');
const english = messagesByKey('en');

/** The English messages that name what is typed or printed in Chinese. */
const typedInChinese = [
  'checks.findings.required',
  'entry.keys',
  'entry.readingFaults.notShown',
  'help.meanings.unitMeasure',
  'imports.template.rules.absence',
  'shell.product',
  'shell.toChinese',
];
/** The Chinese messages that are a name, a key of the keyboard or a formula. */
const sameInBoth = [
  'help.terms.escape',
  'help.terms.tab',
  'methods.transformFormulas.log',
  'settings.values.asvs',
  'settings.values.sha256',
  'shell.toEnglish',
];

test('arguments are found inside the branches of a plural', () => {
  expect(argumentsOf('{count, plural, one {# unit of {group}} other {# units of {group}}} in {year}')).toEqual(
    new Set(['count:number', 'group:text', 'year:text']),
  );
});

test('a refusal names a message that there is, or does not compile', () => {
  const leaves = ['errors.stepExpired', 'upload.tooLarge'];
  expect(leaves.filter((key) => !chinese.has(key))).toEqual([]);
  new Refusal('invalid', 'stepExpired');
  new Refusal('limit', 'upload.tooLarge');
  // @ts-expect-error a word that no message has
  new Refusal('invalid', 'noSuchWord');
  // @ts-expect-error a branch of messages, which is no message
  new Refusal('invalid', 'imports.refused');
});

describe('both languages', () => {
  test('have the same messages', () => {
    expect([...english.keys()].sort()).toEqual([...chinese.keys()].sort());
  });

  test('give each message the same arguments and tags', () => {
    const different = [...chinese].flatMap(([key, zh]) => {
      const en = english.get(key) ?? '';
      const same = sameWords(argumentsOf(zh), argumentsOf(en)) && sameWords(tagsOf(zh), tagsOf(en));
      return same ? [] : [`${key}: “${zh}” and “${en}”`];
    });
    expect(different).toEqual([]);
  });

  test('leave no message empty', () => {
    const empty = [...chinese, ...english].filter(([, message]) => message.trim() === '').map(([key]) => key);
    expect(empty).toEqual([]);
  });

  test('write Chinese in Chinese and English in English', () => {
    const strayed = [...english].filter(([, message]) => /[，。；：！？（）]/.test(message)).map(([key]) => key);
    expect(strayed).toEqual([]);
    // A Chinese term stands in brackets behind the English one; alone it stands where it is typed or printed so.
    const untranslated = [...english].filter(([, message]) => /\p{sc=Han}/u.test(message.replace(/\([^)]*\)/g, '')));
    expect(untranslated.map(([key]) => key).sort()).toEqual(typedInChinese);
    const letters = (message: string) => message.replace(/\{[^}]*\}|<[^>]*>/g, '');
    const foreign = [...chinese].filter(
      ([, message]) => /[A-Za-z]{3}/.test(letters(message)) && !/\p{sc=Han}/u.test(message),
    );
    expect(foreign.map(([key]) => key).sort()).toEqual(sameInBoth);
  });
});

describe('one thing has one name', () => {
  test('those who are ranked together are a group in English, whatever the pages and commands', () => {
    const written = manuals.flatMap(({ sections }) => [
      ...JSON.stringify(sections).matchAll(/"en":"((?:[^"\\]|\\.)*)"/g),
    ]);
    const all = [...english, ...written.map(([, text = '']) => [text, text] as const)];
    const others = all.filter(([, words]) => /peer group|\bsequence/i.test(words.replace(/\{[^}]*\}/g, '')));
    expect(others.map(([key]) => key)).toEqual([]);
  });

  test.each([chinese, english])(
    'the words of a definition and the formula that is computed have names of their own',
    (messages) => {
      const named = (...keys: string[]) => [...new Set(keys.map((key) => messages.get(key)))];
      const words = named('catalogue.fields.formulaZh', 'fields.formulaZh', 'audit.fields.formulaZh');
      const computed = named(
        'derived.formula',
        'fields.expression',
        'audit.fields.expression',
        'workbook.columns.formula',
      );
      expect([words.length, computed.length]).toEqual([1, 1]);
      const method = named(
        'indicators.definition.formula',
        'proposals.sentences.what.method',
        'workbook.columns.formulaZh',
      );
      expect(method).toHaveLength(1);
      expect(`${words[0]}`.startsWith(`${method[0]}`)).toBe(true);
      expect(method).not.toEqual(computed);
    },
  );
});

function sameWords(one: Set<string>, other: Set<string>): boolean {
  return one.size === other.size && [...one].every((word) => other.has(word));
}
