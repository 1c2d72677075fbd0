import type { Metadata } from 'next';
import { RankingAddress } from '@/app/(desk)/assessment/rankings/address';
import { PageLinks } from '@/app/(desk)/assessment/rankings/page-links';
import { ResultFrame } from '@/app/(desk)/assessment/rankings/result-frame';
import { currentLocale } from '@/app/server/locale';
import { currentPlace } from '@/app/server/place';
import { ExplainedLink } from '@/app/ui/assessment/explained-link';
import { RankCell } from '@/app/ui/assessment/rank-cell';
import { ShareTint, TintScale } from '@/app/ui/assessment/share-tint';
import { markedName } from '@/app/ui/primitives/marked';
import { type Column, DataTable } from '@/app/ui/tables/data-table';
import { writtenNumber } from '@/lib/assessment/explanation/expression';
import { heatLength } from '@/lib/assessment/rankings/grid/heat-length';
import { type HeatRow, heatRows, heatScale } from '@/lib/assessment/rankings/grid/queries';
import { ownUnits } from '@/lib/assessment/rankings/own-units';
import { itemParts } from '@/lib/assessment/rankings/result-run';
import { runWords } from '@/lib/assessment/rankings/run-title';
import { nameOf } from '@/lib/i18n/names';
import { translator } from '@/lib/i18n/translator';
import { paths } from '@/lib/paths';

export async function generateMetadata(): Promise<Metadata> {
  return { title: translator(await currentLocale(), 'rankings')('heat.title') };
}

/** Units and items as one table of shares. */
export default async function HeatPage({ searchParams }: PageProps<'/assessment/rankings/heat'>) {
  const asked = RankingAddress.parse(await searchParams);
  return (
    <ResultFrame view="heat" asked={asked}>
      {async ({ principal, run, locale }) => {
        const t = translator(locale, 'rankings');
        const own = ownUnits(principal, (await currentPlace()).settings.homeUnits);
        const items = itemParts(run.scheme);
        const length = heatLength(items.length);
        const [rows, scale] = await Promise.all([
          heatRows(principal, run, { from: (asked.page - 1) * length, length, own: own.pinned }),
          heatScale(principal, run),
        ]);
        const columns: Column<HeatRow>[] = [
          {
            key: 'unit',
            header: t('columns.unit'),
            className: 'min-w-24',
            cell: (row) => <ExplainedLink run={run.id} unit={row.code} name={nameOf(row, locale)} />,
          },
          {
            key: 'rank',
            header: t('heat.total'),
            align: 'center',
            cell: (row) => <RankCell row={row} of={run.ranked} units={run.units} locale={locale} />,
          },
          ...items.map(
            (part): Column<HeatRow> => ({
              key: part.key,
              align: 'end',
              className: 'min-w-20 max-w-36',
              header: (
                <span className="inline-flex flex-col items-end text-right whitespace-normal">
                  {markedName(part, locale)}
                  <span className="font-normal">{t('heat.weight', { weight: writtenNumber(part.full) })}</span>
                </span>
              ),
              cell: ({ code, shares }) => (
                <ShareTint share={shares[part.at]} scale={scale} href={paths.explainedItem(run.id, code, part.key)} />
              ),
            }),
          ),
        ];
        const shown = [...own.pinned, ...own.marked];
        return (
          <figure>
            <DataTable
              caption={t('heat.caption', runWords(run, locale))}
              rows={rows}
              columns={columns}
              rowKey={({ code }) => code}
              isFocal={({ code }) => shown.includes(code)}
            />
            <figcaption className="mt-2 text-table text-ink-2">
              {scale && <TintScale scale={scale} />}
              {t('heat.legend')}
            </figcaption>
            <PageLinks
              view="heat"
              asked={{ ...asked, run: run.id }}
              count={run.units}
              length={length}
              locale={locale}
            />
          </figure>
        );
      }}
    </ResultFrame>
  );
}
