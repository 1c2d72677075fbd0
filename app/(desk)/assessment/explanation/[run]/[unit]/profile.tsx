import type { ReactNode } from 'react';
import { ScoreNumber } from '@/app/ui/assessment/score-number';
import { ChartFrame } from '@/app/ui/charts/chart-frame';
import { markedName } from '@/app/ui/primitives/marked';
import { type Column, DataTable } from '@/app/ui/tables/data-table';
import { writtenNumber } from '@/lib/assessment/explanation/expression';
import { profileChart, shareOf } from '@/lib/assessment/rankings/card/profile-chart';
import type { Standing, UnitResult } from '@/lib/assessment/rankings/card/unit-result';
import { mainParts, type ResultRun, type SchemePart } from '@/lib/assessment/rankings/result-run';
import { tableTwin } from '@/lib/dashboards/series/table-twin';
import { nameOf } from '@/lib/i18n/names';
import { translator } from '@/lib/i18n/translator';
import type { Locale } from '@/lib/i18n/words';

/** The parts of a unit's total compared with the medians of its group, as a table and a chart. */
export function Profile(props: {
  run: ResultRun;
  unit: UnitResult;
  standings: readonly Standing[];
  locale: Locale;
  /** Content below the table. */
  children?: ReactNode;
}) {
  const { run, unit, standings, locale } = props;
  const { scheme } = run;
  const t = translator(locale, 'explanation');
  const name = nameOf(unit, locale);
  const spec = profileChart({ scheme, unit, standings, labels: { unit: name, median: t('profile.median') }, locale });
  const standing = (part: SchemePart) => standings.find(({ kind, at }) => kind === part.kind && at === part.at);
  const scoreOf = ({ kind, at }: SchemePart) => (kind === 'block' ? unit.blocks[at]?.score : unit.items[at]?.points);
  const columns: Column<SchemePart>[] = [
    { key: 'part', header: t('profile.part'), className: 'min-w-28', cell: (part) => markedName(part, locale) },
    { key: 'full', header: t('profile.full'), align: 'end', cell: ({ full }) => writtenNumber(full) },
    {
      key: 'score',
      header: t('profile.score'),
      align: 'end',
      cell: (part) => <ScoreNumber value={scoreOf(part)} digits={scheme.decimals} />,
    },
    {
      key: 'share',
      header: t('profile.share'),
      align: 'end',
      cell: (part) => <ScoreNumber value={shareOf(unit, part)} digits={1} />,
    },
    {
      key: 'median',
      header: t('profile.medianShare'),
      align: 'end',
      cell: (part) => <ScoreNumber value={standing(part)?.median} digits={1} />,
    },
    {
      key: 'place',
      header: t('profile.place'),
      align: 'end',
      cell: (part) => {
        const { place = null, shared = 0, of = 0 } = standing(part) ?? {};
        return place === null ? '—' : t(shared > 1 ? 'profile.placeTied' : 'profile.placeOf', { place, of });
      },
    },
  ];
  return (
    <div className="grid items-start gap-6 xl:grid-cols-2">
      <div className="min-w-0">
        <DataTable
          caption={t('profile.caption', { unit: name })}
          rows={mainParts(scheme)}
          columns={columns}
          rowKey={({ key }) => key}
        />
        {props.children}
      </div>
      {spec ? (
        <div className="min-w-0 rounded-md border border-rule bg-card p-4 md:p-5">
          <ChartFrame
            id="radar"
            title={t('profile.chart', { unit: name })}
            subtitle={t('profile.subtitle')}
            source={t('profile.source')}
            spec={spec}
            table={tableTwin(spec, {
              name: t('profile.part'),
              tick: t('profile.part'),
              value: t('profile.share'),
              place: name,
              benchmark: t('profile.median'),
              none: '—',
            })}
            locale={locale}
            fileName={t('profile.chart', { unit: name })}
          />
        </div>
      ) : (
        <p className="text-ink-2">{t('profile.few')}</p>
      )}
    </div>
  );
}
