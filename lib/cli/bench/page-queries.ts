import { againstRawSql, type Reads } from '@/lib/cli/bench/raw-sql';
import type { Measured } from '@/lib/cli/bench/report';

/** What the two hot pages read. */
const pages: readonly { what: string; reads: Reads }[] = [];

/** How much the queries of each page cost against their bare statements. */
export async function pageQueryTimes(url: string): Promise<Measured[]> {
  const rows: Measured[] = [];
  for (const { what, reads } of pages) {
    const { queries, raw } = await againstRawSql(url, reads);
    const note = `${queries.toFixed(1)} ms and ${raw.toFixed(1)} ms`;
    rows.push({
      what: `${what}, its queries against their bare SQL`,
      value: queries / raw,
      unit: '×',
      budget: 2,
      note,
    });
  }
  return rows;
}
