import { entryFault } from '@/lib/assessment/ledger/entry-fault';
import { otherIndicators } from '@/lib/assessment/schemes/atoms/other-indicators';
import { blocksPublication, checkScheme } from '@/lib/assessment/schemes/check-scheme';
import { writtenFinding } from '@/lib/assessment/schemes/checks/written-finding';
import { itemsOf } from '@/lib/assessment/schemes/document/nodes';
import type { Scheme } from '@/lib/assessment/schemes/document/scheme';
import { transformsOf } from '@/lib/assessment/schemes/document/transforms-of';
import type { SchemeCatalogue } from '@/lib/assessment/schemes/words';
import type { Inputs } from '@/lib/assessment/scoring/inputs';
import { translator } from '@/lib/i18n/translator';
import type { Locale } from '@/lib/i18n/words';

/** A faulty field, in both languages. */
export type PackageFault = { readonly path: string; readonly zh: string; readonly en: string };

type Terms = Pick<Inputs, 'targets' | 'entries'> & { readonly units: Inputs['units'] | null };

/**
 * What no run could be: a scheme that its check list would not let be published, doubled units, targets or entries, and
 * units, nodes and rules that are named and do not exist. `before` is the path of the scheme in the file.
 */
export function packageFindings(scheme: Scheme, terms: Terms, before: string): PackageFault[] {
  return [...schemeFindings(scheme, terms, before), ...termFindings(scheme, terms)];
}

function schemeFindings(scheme: Scheme, { units }: Terms, before: string): PackageFault[] {
  const catalogue = catalogueOf(scheme, units);
  const writtenIn = (locale: Locale) => {
    const t = translator(locale, 'schemes');
    return checkScheme(scheme, catalogue)
      .filter(blocksPublication)
      .map((finding) => ({
        path: `${before}${finding.path}`,
        text: writtenFinding(finding, catalogue, { t, locale }),
      }));
  };
  const en = writtenIn('en');
  return writtenIn('zh-CN').map(({ path, text }, at) => ({ path, zh: text, en: en[at]?.text ?? text }));
}

/** A catalogue that knows what the file names: without a database the indicators and the group cannot be looked up. */
function catalogueOf(scheme: Scheme, units: Terms['units']): SchemeCatalogue {
  const named = { nameZh: '', nameEn: '' };
  const items = itemsOf(scheme);
  const codes = items.flatMap((item) => [
    ...(item.indicator === null ? [] : [item.indicator]),
    ...transformsOf(item).flatMap(otherIndicators),
  ]);
  const none = { count: 0, units: [] };
  return {
    group: units ? scheme.peerGroup : '',
    groups: [{ code: scheme.peerGroup, ...named, isDemonstration: false }],
    topics: [],
    indicators: [...new Set(codes)].map((code) => ({
      ...{ code, ...named, topic: '', unitZh: '', unitEn: '', decimals: 0, direction: 'none' as const },
    })),
    units: units ?? [],
    withData: codes,
    lacking: Object.fromEntries(codes.map((code) => [code, { base: none, stretch: none }])),
    uncovered: [],
  };
}

function termFindings(scheme: Scheme, { units, targets, entries }: Terms): PackageFault[] {
  const codes = units && new Set(units.map(({ code }) => code));
  const indicators = new Set(itemsOf(scheme).map(({ indicator }) => indicator));
  const twice = (keys: readonly string[], pathOf: (at: number) => string): PackageFault[] =>
    keys.flatMap((key, at) =>
      keys.indexOf(key) < at ? [{ path: pathOf(at), zh: `重复：${key}`, en: `is there twice: ${key}` }] : [],
    );
  const unknown = (path: string, code: string, isKnown: boolean): PackageFault[] =>
    isKnown ? [] : [{ path, zh: `文件中没有：${code}`, en: `is not in the file: ${code}` }];
  return [
    ...twice(
      (units ?? []).map(({ code }) => code),
      (at) => `units[${at}].code`,
    ),
    ...twice(
      (units ?? []).map(({ order }) => `${order}`),
      (at) => `units[${at}].order`,
    ),
    ...twice(
      targets.map(({ indicator, unit }) => `${indicator} ${unit}`),
      (at) => `targets[${at}]`,
    ),
    ...twice(
      entries.map(({ id }) => id),
      (at) => `entries[${at}].id`,
    ),
    ...targets.flatMap(({ unit, indicator }, at) => [
      ...unknown(`targets[${at}].unit`, unit, codes?.has(unit) ?? true),
      ...unknown(`targets[${at}].indicator`, indicator, indicators.has(indicator)),
    ]),
    ...entries.flatMap((entry, at) => [
      ...unknown(`entries[${at}].unit`, entry.unit, codes?.has(entry.unit) ?? true),
      ...entryFindings(scheme, entry, `entries[${at}]`),
    ]),
  ];
}

/** What the ledger would not have taken. */
function entryFindings(scheme: Scheme, entry: Inputs['entries'][number], path: string): PackageFault[] {
  const found = entryFault(scheme, entry);
  if (!found) return [];
  const said = (locale: Locale) => translator(locale, 'ledger')(`entryFaults.${found.fault}`);
  return [{ path: `${path}.${found.field}`, zh: said('zh-CN'), en: said('en') }];
}
