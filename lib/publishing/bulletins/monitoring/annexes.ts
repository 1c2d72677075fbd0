import { periodCode } from '@/lib/catalogue/periods/period';
import { writtenPeriod } from '@/lib/catalogue/periods/written';
import { translator } from '@/lib/i18n/translator';
import { lampSheet } from '@/lib/monitoring/lamps/shown/lamp-sheet';
import type { LampTable } from '@/lib/monitoring/lamps/shown/words';
import { reportName } from '@/lib/monitoring/reports/report-name';
import { annexOf } from '@/lib/publishing/bulletins/kit/annex';
import { writtenPlace } from '@/lib/publishing/bulletins/kit/written-place';
import type { AnnexTable } from '@/lib/publishing/bulletins/words';
import { type ReportRows, reportFacts, reportNames, reportPeriod } from './facts';

const locale = 'zh-CN';

/** The annexes of a document on a report: its units with their lamps, places and deductions; and the lamps that are behind. */
export function reportAnnexes(rows: ReportRows, table: Pick<LampTable, 'listed' | 'indicators'>): AnnexTable[] {
  return [unitsAnnex(rows), ...(table.listed.length > 0 ? [lampsAnnex(rows, table)] : [])];
}

function unitsAnnex(rows: ReportRows): AnnexTable {
  const { report, units, standings, deductions } = rows;
  const [names, facts] = [reportNames(rows), reportFacts(rows)];
  const isOnly = new Set([...standings, ...deductions].map(({ scheme }) => scheme.code)).size < 2;
  const headed = (code: string, what: string) => (isOnly ? what : `${names.schemes.get(code)}${what}`);
  const deducting = [...new Set(deductions.map(({ scheme }) => scheme.code))];
  const colours = ['红灯', '黄灯', '绿灯', '未亮灯'];
  return {
    title: `${reportPeriod(report)}${report.frozen.group.nameZh}各单位监测情况`,
    columns: [
      '单位',
      ...colours,
      ...standings.flatMap(({ scheme }) => [headed(scheme.code, '得分'), headed(scheme.code, '名次')]),
      ...deducting.map((code) => headed(code, '扣分')),
    ],
    isNumber: [
      false,
      ...colours.map(() => true),
      ...standings.flatMap(() => [true, true]),
      ...deducting.map(() => true),
    ],
    rows: units.map(({ code }) => [
      names.units.get(code) ?? code,
      ...colours.map((what) => facts.get(`${names.units.get(code)}·${what}`) ?? ''),
      ...standings.flatMap((standing) => {
        const own = standing.rows.find(({ unit }) => unit.code === code);
        return [own?.shown ?? '', own && own.rank !== null ? writtenPlace(own.rank) : ''];
      }),
      ...deducting.map(
        (scheme) =>
          deductions.find((one) => one.scheme.code === scheme && one.unit.code === code)?.confirmed.points ?? '',
      ),
    ]),
    notes: [
      `来源：${reportName(report, locale)}。未亮灯的是当月无法评判的目标。`,
      ...standings.map(
        ({ scheme, periodCode: period }) => `得分和名次：${scheme.nameZh}，${writtenPeriod(period, locale)}。`,
      ),
      ...(deducting.length > 0 ? ['扣分是已确定的，按登记的分值相加，没有计上限。'] : []),
    ],
  };
}

function lampsAnnex({ report, behindOf }: ReportRows, table: Pick<LampTable, 'listed' | 'indicators'>): AnnexTable {
  const t = translator(locale, 'lamps');
  const month = writtenPeriod(periodCode('month', report.year, report.month), locale);
  const of = { title: `${reportPeriod(report)}红灯、黄灯明细`, group: report.frozen.group.nameZh, month };
  const annex = annexOf(lampSheet(table, of, locale), [t('columns.inYear'), t('columns.reason')]);
  const { length } = table.listed;
  return {
    ...annex,
    notes: [...annex.notes, ...(length < behindOf ? [`共${behindOf}项，列最滞后的${length}项。`] : [])],
  };
}
