import type { SchemeCatalogue, SchemeFinding } from '@/lib/assessment/schemes/words';
import { listed, nameOf } from '@/lib/i18n/names';
import type { translator } from '@/lib/i18n/translator';
import type { Locale } from '@/lib/i18n/words';
import { decimalOf } from '@/lib/statistics/numbers';

type SchemeWords = ReturnType<typeof translator<'schemes'>>;

/** A finding in words, with the names of units and with sums. */
export function writtenFinding(
  finding: SchemeFinding,
  { units, uncovered }: Pick<SchemeCatalogue, 'units' | 'uncovered'>,
  { t, locale }: { t: SchemeWords; locale: Locale },
): string {
  const values = Object.fromEntries(
    Object.entries(finding.values).map(([name, value]) => [
      name,
      typeof value === 'number' && name !== 'count' ? shortestNumber(value) : value,
    ]),
  );
  const text = t(`checks.findings.${finding.key}`, values as never);
  const codes = finding.units ?? [];
  if (codes.length === 0) return text;
  const known = new Map([...uncovered, ...units].map((unit) => [unit.code, nameOf(unit, locale)]));
  const isMore = Number(finding.values.count ?? codes.length) > codes.length;
  const names = listed(
    codes.map((code) => known.get(code) ?? code),
    locale,
  );
  return `${text}${t('checks.units', { units: names, more: isMore ? 'yes' : 'no' })}`;
}

/** The name of the innermost block or item around a path; empty for a path of the whole scheme. */
export function placeOf(path: string, document: unknown, locale: Locale): string {
  const [nodePath] = /^root(\.parts\[\d+\])*/.exec(path) ?? [];
  if (nodePath === undefined) return '';
  const steps = [...nodePath.matchAll(/\[(\d+)\]/g)].map(([, at]) => Number(at));
  const node = steps.reduce<unknown>((block, at) => partsOf(block)[at], (document as { root?: unknown }).root);
  const names = node as { nameZh?: unknown; nameEn?: unknown } | undefined;
  const name = locale === 'en' ? names?.nameEn : names?.nameZh;
  return typeof name === 'string' ? name : '';
}

function partsOf(block: unknown): readonly unknown[] {
  const parts = (block as { parts?: unknown } | undefined)?.parts;
  return Array.isArray(parts) ? parts : [];
}

function shortestNumber(value: number): string {
  return decimalOf(value, 6).replace(/\.?0+$/, '');
}
