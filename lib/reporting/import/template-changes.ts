import { writtenPeriod } from '@/lib/catalogue/periods/written';
import { writtenMoment } from '@/lib/i18n/moments';
import { listed, nameOf, unitOf } from '@/lib/i18n/names';
import type { Locale } from '@/lib/i18n/words';
import { figureKey, keyOf } from '@/lib/reporting/figure-key';
import { finding, shortText } from '@/lib/reporting/import/staged-finding';
import { type TemplateIdentity, type TemplateItem, templateItem } from '@/lib/reporting/import/template-identity';
import type { OpenReturn, StagedFinding, StagedRow } from '@/lib/reporting/import/words';

/** The most figures that a finding names; others are counted. */
const mostNamed = 20;

/** The name of a figure that is no longer known: the file has the Chinese one alone. */
const sameName = (name: string) => ({ nameZh: name, nameEn: name });

/**
 * When a template was made, and what its collection asks otherwise since: figures that are no longer asked, that are newly
 * asked and not in the file, and those of another unit of measure or definition. Of a template that does not say what it
 * asked, the rows tell what is missing.
 */
export function templateChanges(
  identity: TemplateIdentity,
  { figures }: OpenReturn,
  rows: readonly StagedRow[],
): StagedFinding[] {
  const now = new Map(figures.map((figure) => [keyOf(figure), templateItem(figure)]));
  const then = new Map(identity.items.map((item) => [item.key, item]));
  const inFile = new Set(
    rows.flatMap(({ indicatorCode, periodCode }) =>
      indicatorCode && periodCode ? keyOf({ indicatorCode, periodCode }) : [],
    ),
  );
  const still = [...then.values()].flatMap((was) => {
    const is = now.get(was.key);
    return is ? [{ was, is }] : [];
  });
  const english = new Map(figures.map((figure) => [keyOf(figure), figure.indicator]));
  const told = (
    key: string,
    items: readonly TemplateItem[],
    more: (item: TemplateItem, locale: Locale) => string = () => '',
  ) => {
    if (items.length === 0) return [];
    const named = (locale: Locale) => {
      const words = items.slice(0, mostNamed).map((item) => {
        const period = figureKey(item.key)?.periodCode ?? '';
        const indicator = english.get(item.key) ?? sameName(shortText(item.name || item.key));
        return `${nameOf(indicator, locale)} ${writtenPeriod(period, locale)}${more(item, locale)}`;
      });
      return listed(items.length > mostNamed ? [...words, '…'] : words, locale);
    };
    return [finding('notice', key, '', { count: `${items.length}`, ownZh: named('zh-CN'), ownEn: named('en') })];
  };
  return [
    ...(identity.madeAt ? [finding('notice', 'templateMade', '', { at: writtenMoment(identity.madeAt) })] : []),
    ...told(
      'templateGone',
      [...then.values()].filter(({ key }) => !now.has(key)),
    ),
    ...told(
      'templateLacks',
      [...now.values()].filter(({ key }) => !then.has(key) && !inFile.has(key)),
    ),
    ...told(
      'templateMeasure',
      still.flatMap(({ was, is }) => (was.unitZh === is.unitZh ? [] : was)),
      ({ key, unitZh }, locale) => {
        const is = english.get(key);
        return `${locale === 'en' ? ': ' : '：'}${shortText(unitZh)} → ${is ? unitOf(is, locale) : ''}`;
      },
    ),
    ...told(
      'templateRedefined',
      still.flatMap(({ was, is }) => (was.definition === is.definition ? [] : is)),
    ),
  ];
}
