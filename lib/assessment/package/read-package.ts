import * as z from 'zod';
import { type FingerprintForm, newestForm } from '@/lib/assessment/runs/words';
import type { Scheme } from '@/lib/assessment/schemes/document/scheme';
import { readScheme, writtenPath } from '@/lib/assessment/schemes/read-scheme';
import { figuresUsed } from '@/lib/assessment/scoring/figures-used';
import type { Inputs } from '@/lib/assessment/scoring/inputs';
import { parsePeriod } from '@/lib/catalogue/periods/period';
import { translator } from '@/lib/i18n/translator';
import { vintages } from '@/lib/observations/words';
import type { FigureRow } from '@/lib/reporting/import/check-figures';
import { RunPackage } from './package';
import { type PackageFault, packageFindings } from './package-faults';

/** The inputs of a computation without figures; `units` null stands for every unit that has a figure. */
export type Asked = Omit<Inputs, 'figures' | 'units'> & {
  readonly document: unknown;
  readonly fingerprintForm: FingerprintForm;
  readonly scheme: Scheme;
  readonly units: Inputs['units'] | null;
  /** The engine that computed the run, and the fingerprint that it got; null where the file does not say. */
  readonly engine: number | null;
  readonly sha256: string | null;
};

/**
 * Reads the package of a run, or a scheme alone, which is then computed for `period`, with nothing outstanding and
 * without targets or entries. The document is kept as stored; that of a scheme alone is completed with the defaults.
 */
export function readPackage(json: unknown, period: string | null): Asked | readonly PackageFault[] {
  const isPackage = typeof json === 'object' && json !== null && 'scheme' in json;
  if (isPackage) {
    const read = RunPackage.safeParse(json);
    if (!read.success) return packageFaults(json);
    const { scheme: document, ...terms } = read.data;
    const scheme = schemeOf(document, 'scheme.');
    if ('faults' in scheme) return scheme.faults;
    if (period !== null && period !== terms.period) {
      const en = `contradicts the package, which is of ${terms.period}`;
      return [{ path: '--period', zh: `与核算包的报告期 ${terms.period} 不一致`, en }];
    }
    const found = packageFindings(scheme.scheme, terms, 'scheme.');
    return found.length > 0 ? found : checkedPeriod({ document, scheme: scheme.scheme, ...terms });
  }
  const read = schemeOf(json, '');
  if ('faults' in read) return read.faults;
  const { scheme } = read;
  const terms = { period: period ?? '', deadlinePassed: true, units: null, targets: [], entries: [] };
  const found = packageFindings(scheme, terms, '');
  if (found.length > 0) return found;
  const told = { engine: null, sha256: null };
  return checkedPeriod({ document: scheme, fingerprintForm: newestForm, scheme, ...terms, ...told });
}

function checkedPeriod(asked: Asked): Asked | readonly PackageFault[] {
  if ((parsePeriod(asked.period)?.kind ?? 'undated') !== 'undated') return asked;
  const en = `is no period: ${asked.period || 'none was named; use --period 2024'}`;
  return [{ path: 'period', zh: `不是报告期：${asked.period || '未写明，请用 --period 2024'}`, en }];
}

function schemeOf(json: unknown, before: string): { scheme: Scheme } | { faults: readonly PackageFault[] } {
  const read = readScheme(json);
  if (read.ok) return { scheme: read.scheme };
  const [zh, en] = [translator('zh-CN', 'schemes'), translator('en', 'schemes')];
  return {
    faults: read.faults.map(({ path, key, values: more }) => {
      const values = { ...more, path: `${before}${path}` };
      return { path: values.path, zh: zh(`faults.${key}`, values), en: en(`faults.${key}`, values) };
    }),
  };
}

function packageFaults(json: unknown): readonly PackageFault[] {
  const issuesIn = (error: z.core.$ZodErrorMap) => RunPackage.safeParse(json, { error }).error?.issues ?? [];
  const [zh, en] = [issuesIn(z.locales.zhCN().localeError), issuesIn(z.locales.en().localeError)];
  return zh.map(({ path, message }, at) => ({ path: writtenPath(path), zh: message, en: en[at]?.message ?? message }));
}

/**
 * The inputs of a computation from a package and the rows of a tidy file: of each figure that the scheme reads the one
 * of the highest vintage. Units outside the package are not assessed.
 */
export function inputsFor(asked: Asked, rows: readonly FigureRow[]): Inputs {
  const { scheme, units, period, deadlinePassed, targets, entries } = asked;
  const terms = { period, deadlinePassed, targets, entries };
  const used = new Set(figuresUsed(scheme, terms.period).map(({ indicator, period }) => `${indicator} ${period}`));
  const named = units && new Set(units.map(({ code }) => code));
  const current = new Map<string, FigureRow>();
  for (const row of rows) {
    const { indicator, period, unit } = row;
    if (!used.has(`${indicator} ${period}`) || (named && !named.has(unit))) continue;
    const key = `${indicator} ${period} ${unit}`;
    const held = current.get(key);
    if (!held || vintages.indexOf(row.vintage) >= vintages.indexOf(held.vintage)) current.set(key, row);
  }
  const figures = [...current.values()].map(({ indicator, unit, period, value, qualifier }) => {
    return { indicator, unit, period, value, qualifier };
  });
  const found = [...new Set(figures.map(({ unit }) => unit))];
  return {
    ...terms,
    units: units ?? found.map((code, order) => ({ code, nameZh: code, nameEn: code, order: order + 1 })),
    figures,
  };
}
