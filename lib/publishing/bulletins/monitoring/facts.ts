import { periodCode } from '@/lib/catalogue/periods/period';
import { writtenPeriod } from '@/lib/catalogue/periods/written';
import { unitBehind } from '@/lib/i18n/names';
import type { ShownLamp } from '@/lib/monitoring/lamps/shown/words';
import { writtenValue } from '@/lib/monitoring/lamps/written-lamp';
import type { Turned } from '@/lib/monitoring/leading/words';
import type { Deduction, Standing, UnitLamps } from '@/lib/monitoring/reports/standings/words';
import type { FrozenReport, NamedReport, ReportHead } from '@/lib/monitoring/reports/words';
import { eachOnce } from '@/lib/publishing/bulletins/kit/each-once';
import { writtenPlace } from '@/lib/publishing/bulletins/kit/written-place';
import type { Facts } from '@/lib/publishing/bulletins/words';
import { decimalOf } from '@/lib/statistics/numbers';

/** What a document on a report is written from: all as the report told it. */
export type ReportRows = {
  readonly report: ReportHead & { readonly frozen: FrozenReport };
  readonly before: NamedReport | null;
  readonly units: readonly UnitLamps[];
  /** The red and yellow lamps, the worst first, and how many there are of them. */
  readonly behind: readonly ShownLamp[];
  readonly behindOf: number;
  /** What turned since the report before; null for the first one. */
  readonly turned: Turned | null;
  readonly standings: readonly Standing[];
  /** What is deducted for sure. */
  readonly deductions: readonly Deduction[];
};

const locale = 'zh-CN';

/** The step of the year that a report is of: 2026年3月, 2026年一季度, 2026年上半年, 2026年. */
export function reportPeriod({ kind, year, month }: Pick<NamedReport, 'kind' | 'year' | 'month'>): string {
  const months = { month: 1, quarter: 3, half: 6, year: 12 } as const;
  return writtenPeriod(periodCode(kind, year, month / months[kind]), locale);
}

/** The names that marks have of what a report tells, by code. */
export function reportNames({ report: { frozen }, standings, deductions }: ReportRows) {
  const schemes = new Map([...standings, ...deductions].map(({ scheme }) => [scheme.code, scheme.nameZh]));
  const told = [...standings.flatMap(({ rows }) => rows), ...deductions].map(({ unit }) => unit);
  const units = new Map([...frozen.units, ...told].map(({ code, nameZh }) => [code, nameZh]));
  return {
    units: eachOnce([...units]),
    indicators: eachOnce(frozen.indicators.map(({ code, nameZh }) => [code, nameZh])),
    schemes: eachOnce([...schemes]),
  };
}

/** How many lamps of a colour all units have. */
export const lampSum = (units: readonly UnitLamps[], colour: 'red' | 'yellow' | 'green'): number =>
  units.reduce((sum, unit) => sum + unit[colour], 0);

/**
 * What the marks of a document on a report stand for, each as the page of the report prints it: how many lamps of each colour
 * there are and each unit has, what changed, the values of lamps that are behind, the places and what is deducted.
 */
export function reportFacts(rows: ReportRows): Facts {
  const { report, before, units, behind, turned, standings, deductions } = rows;
  const names = reportNames(rows);
  const { unlit } = report.frozen;
  const [red, yellow, green] = [lampSum(units, 'red'), lampSum(units, 'yellow'), lampSum(units, 'green')];
  const facts = new Map<string, string>([
    ['期间', reportPeriod(report)],
    ['截至', `${writtenPeriod(periodCode('month', report.year, report.month), locale)}底`],
    ['组别', report.frozen.group.nameZh],
    ['单位数', `${units.length}`],
    ['亮灯数', `${red + yellow + green}`],
    ['红灯数', `${red}`],
    ['黄灯数', `${yellow}`],
    ['绿灯数', `${green}`],
    ['未亮灯数', `${units.reduce((sum, { code }) => sum + (unlit[code] ?? 0), 0)}`],
    ['有红灯的单位数', `${units.filter((unit) => unit.red > 0).length}`],
  ]);
  for (const [at, line] of noteLines(report.note).entries()) facts.set(`按语·${at + 1}`, line);
  for (const { code, ...unit } of units) {
    const of = (what: string, count: number) => facts.set(`${names.units.get(code)}·${what}`, `${count}`);
    of('红灯', unit.red);
    of('黄灯', unit.yellow);
    of('绿灯', unit.green);
    of('未亮灯', unlit[code] ?? 0);
  }
  const measures = new Map(report.frozen.indicators.map((one) => [one.code, one]));
  const { turnedRed = [], stillRed = [], recovered = [], counts } = turned ?? {};
  for (const { unit, indicator, facts: stored } of [...behind, ...turnedRed, ...stillRed, ...recovered]) {
    const measure = measures.get(indicator);
    const of = (what: string, text: string) =>
      facts.set(`${names.units.get(unit)}·${names.indicators.get(indicator)}·${what}`, text);
    if (!measure) continue;
    const valued = (value: number) => `${writtenValue(value, measure)}${unitBehind(measure, locale)}`;
    if (stored.expected !== undefined) of('应达', valued(stored.expected));
    if (stored.actual !== undefined) of('实际', valued(stored.actual));
    if (stored.gapPoints !== undefined) of('差距', decimalOf(Math.abs(stored.gapPoints), 1));
  }
  if (before && counts) {
    facts.set('上期', reportPeriod(before)).set('新增红灯数', `${counts.turnedRed}`);
    facts.set('持续红灯数', `${counts.stillRed}`).set('退出红灯数', `${counts.recovered}`);
  }
  for (const { scheme, periodCode: period, ranked, rows: placed } of standings) {
    const name = names.schemes.get(scheme.code);
    facts.set(`${name}·期间`, writtenPeriod(period, locale)).set(`${name}·排名单位数`, `${ranked}`);
    for (const { unit, rank, shown } of placed) {
      if (rank !== null) facts.set(`${name}·${names.units.get(unit.code)}·名次`, writtenPlace(rank));
      if (shown !== null) facts.set(`${name}·${names.units.get(unit.code)}·得分`, shown);
    }
  }
  for (const { scheme, unit, confirmed } of deductions)
    facts.set(`${names.schemes.get(scheme.code)}·${names.units.get(unit.code)}·扣分`, confirmed.points);
  facts.set('已扣分单位数', `${new Set(deductions.map(({ unit }) => unit.code)).size}`);
  return facts;
}

/** What the office said above the lamps, by line. */
export const noteLines = (note: string): string[] =>
  note
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
