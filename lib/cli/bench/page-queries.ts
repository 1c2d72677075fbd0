import { closeSharedPool } from '@/db/client';
import { systemPrincipal } from '@/lib/access/principal';
import { indicatorPage } from '@/lib/catalogue/indicators/queries';
import { cityCode } from '@/lib/catalogue/words';
import { againstRawSql, type Reads } from '@/lib/cli/bench/raw-sql';
import type { Measured } from '@/lib/cli/bench/report';
import {
  newDocuments,
  overviewCards,
  overviewNames,
  peerFigures,
  yearlyFigures,
} from '@/lib/dashboards/overview/queries';
import { cityGroup, countyGroup, rankedIndicators } from '@/lib/dashboards/overview/words';

import { ranking, revisionsOf } from '@/lib/observations/ranking/queries';

const reader = systemPrincipal('bench');

/** The reads of the two hot pages, through the same queries. */
const pages: readonly { what: string; reads: Reads }[] = [
  {
    what: 'Overview',
    reads: () =>
      Promise.all([
        overviewCards(reader),
        overviewNames(),
        peerFigures(reader, { indicatorCodes: rankedIndicators, periodCode: '2022', group: cityGroup }),
        peerFigures(reader, { indicatorCodes: ['GDP'], periodCode: '2022', group: countyGroup }),
        yearlyFigures(reader, cityCode, 'GDP'),
        newDocuments(reader, 8),
      ]),
  },
  {
    what: 'Indicator page',
    reads: () =>
      Promise.all([
        indicatorPage(reader, 'GDP'),
        ranking(reader, { indicatorCode: 'GDP', periodCode: '2022', peerGroupCode: cityGroup }),
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
