import { beforeAll, expect, test } from 'vitest';
import { testDatabase } from '@/db/testing';
import { perform } from '@/lib/access/command';
import { confirmCited } from '@/lib/observations/cited/confirm-cited';
import { saveMapping } from '@/lib/reporting/mapping/sheets/save-mapping';
import { uploadSheet } from '@/lib/reporting/mapping/sheets/upload-sheet';
import { checkSettings } from '@/lib/testing/accounts';
import { mappedCatalogue } from '@/lib/testing/mapped-catalogue';
import { citedFrom } from '@/lib/testing/mapped-commands';
import { person } from '@/lib/testing/returns';
import { figuresOf, sheetNumbers, sheetOf } from '@/lib/testing/ten-sheets';

checkSettings();
const { sql, database } = await testDatabase();
const now = new Date('2026-11-12T09:00:00+08:00');
const [office, colleague] = ['office-1', 'office-2'].map((userId) => person('assessmentOffice', { userId }));

beforeAll(() => mappedCatalogue(database));

/** Points that a person corrects on the screen before the sheet is recorded. */
const corrected: Readonly<Record<number, object>> = {
  9: {
    kind: 'whole',
    indicator: '',
    unit: '',
    period: '2026年10月',
    months: '',
    measure: '',
    lines: [],
    below: 'read',
  },
};

/** A figure without its cell and rank, in the form of `inLines`, so that 5.0 and 5 are one. */
const plain = (line: string) =>
  line
    .split(' ')
    .filter((word) => !/^#|^[A-Z]{1,2}\d+$/.test(word))
    .map((word) =>
      word.replace(/^(-?\d+(?:\.\d*?[1-9])?)\.?0*(%?)$/, (whole, number, percent) =>
        /^-?\d+$/.test(whole) ? whole : `${number}${percent}`,
      ),
    )
    .join(' ');

test.each(sheetNumbers)('sheet %i is recorded and shown with no wrong figure', async (number) => {
  await sql`alter table observation_revision disable trigger all`;
  await sql`delete from observation_revision`;
  await sql`alter table observation_revision enable trigger all`;
  await sql`delete from observation`;
  if (!office || !colleague) throw new Error('nobody');
  const content = new TextEncoder().encode(`sheet ${number}`);
  const asked = { fileName: `${number}.xlsx`, content, sheet: await sheetOf(number) };
  const id = await perform(uploadSheet, office, asked, { now, database });
  const change = corrected[number];
  if (change) await perform(saveMapping, office, { id, version: 1, change }, { now, database });
  const batchId = await citedFrom({ id, who: office, now, database }, { rankScope: '全市' });
  const known = figuresOf(number);
  const chosen = { figures: [], batchId, count: known.length };
  await perform(confirmCited, colleague, chosen, { now, database });
  const rows = await sql`select concat_ws(' ', indicator_code, org_unit_code, period_code, value::text,
      nullif(qualifier, 'exact'), reported_yoy::text || '%') as line, locator from observation`;
  expect(rows.map(({ line }) => plain(line)).sort()).toEqual(known.map(plain).sort());
  const cells = rows.map(({ locator }) => locator.replace(/^.*!/, '')).sort();
  expect(cells).toEqual(known.map((line) => line.split(' ').at(-1)).sort());
});
