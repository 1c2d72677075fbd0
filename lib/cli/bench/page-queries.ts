import { closeSharedPool } from '@/db/client';
import { systemPrincipal } from '@/lib/access/principal';
import { indicatorPage } from '@/lib/catalogue/indicators/queries';
import { shownPlace } from '@/lib/catalogue/place/queries';
import { againstRawSql, type Reads } from '@/lib/cli/bench/raw-sql';
import type { Measured } from '@/lib/cli/bench/report';
import {
  newDocuments,
  overviewCards,
  overviewNames,
  peerFigures,
  yearlyFigures,
} from '@/lib/dashboards/overview/queries';
import { ranking, revisionsOf } from '@/lib/observations/ranking/queries';

const reader = systemPrincipal('bench');

/** The reads of the two hot pages, through the same queries. */
const pages: readonly { what: string; reads: Reads }[] = [
  {
    what: 'Overview',
    reads: async () => {
      const { settings } = await shownPlace();
      return Promise.all([
        overviewCards(reader, settings.sections),
        overviewNames(settings),
        ...settings.charts.map((one) =>
          one.kind === 'years'
            ? yearlyFigures(reader, one.unitCode, one.indicatorCode)
            : peerFigures(reader, {
                indicatorCodes: [one.indicatorCode],
                periodCode: one.periodCode ?? '2022',
                group: one.peerGroupCode,
              }),
        ),
        newDocuments(reader, 8),
      ]);
    },
  },
  {
    what: 'Indicator page',
    reads: () =>
      Promise.all([
        indicatorPage(reader, 'GDP'),
        ranking(reader, { indicatorCode: 'GDP', periodCode: '2022', peerGroupCode: 'JS_CITIES' }),
        revisionsOf(reader, { indicatorCode: 'GDP' }),
      ]),
  },
];

/** The time of each page's queries relative to their bare statements. */
export async function pageQueryTimes(url: string): Promise<Measured[]> {
  process.env.DATABASE_URL = url;
  const rows: Measured[] = [];
  for (const { what, reads } of pages) {
    const { queries, raw } = await againstRawSql(reads);
    const note = `${queries.toFixed(1)} ms and ${raw.toFixed(1)} ms`;
    rows.push({
      what: `${what}, its queries against their bare SQL`,
      value: queries / raw,
      unit: '×',
      budget: 2,
      note,
    });
  }
  await closeSharedPool();
  return rows;
}
