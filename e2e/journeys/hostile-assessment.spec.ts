import { randomUUID } from 'node:crypto';
import type { Sql } from '@/db/client';
import { forgetGroup, type InventedGroup, inventGroup, inventScheme, year } from '@/e2e/assessment';
import { expect, test } from '@/e2e/fixtures';
import { cookiesOf, enterAs, joinProduct, newAccount } from '@/e2e/people';
import { scriptsOn } from '@/e2e/scripts';
import { perform } from '@/lib/access/command';
import { computeRun } from '@/lib/assessment/runs/compute-run';
import { firstOffice } from '@/lib/testing/invented-run';

joinProduct();

/** The number of scripts per field: a name of a scheme has 200 letters. */
const together = 4;

/** A scheme with these texts in all its words. */
function hostileDocument(group: InventedGroup, text: string): object {
  const words = { nameZh: text, nameEn: text };
  const shared = { ...words, weight: 50, article: text };
  const given = { from: 'given', low: 0, high: 100 };
  const output = { key: 'output', indicator: group.indicators.output.code, method: { kind: 'minMax', bounds: given } };
  const tiers = [
    { name: text.slice(0, 100), value: 0, coefficient: 0 },
    { name: text.slice(0, 100), value: 100, coefficient: 1 },
  ];
  const safety = { key: 'safety', indicator: group.indicators.safety.code, method: { kind: 'tieredEfficacy', tiers } };
  const block = (key: string, item: object) => ({
    ...{ kind: 'block', key, ...shared, aggregation: 'sum' },
    parts: [{ kind: 'item', direction: 'higher', ...shared, ...item }],
  });
  return {
    ...{ format: 1, ...words, kind: 'comprehensive', peerGroup: group.code, note: text },
    root: {
      kind: 'block',
      key: 'total',
      ...words,
      weight: 100,
      aggregation: 'sum',
      parts: [block('a', output), block('b', safety)],
    },
    grades: {
      by: 'cutoff',
      grades: [
        { key: 'good', ...words, atLeast: 60 },
        { key: 'rest', ...words, atLeast: null },
      ],
    },
    vetoes: [{ key: 'veto', ...words, article: text, effect: { kind: 'gradeDown', steps: 1 } }],
    promotions: [{ unit: group.units.bing.code, grade: 'good', article: text, usesQuota: true }],
  };
}

/** Creates ledger entries with the text in all their words. Returns the id of one. */
async function enter(sql: Sql, group: InventedGroup, text: string): Promise<string> {
  const entry = {
    ...{ org_unit_code: group.units.jia.code, scheme_code: group.code, period_code: year },
    ...{ article: text, reason: text, evidence: text, incident: text.slice(0, 60), state: 'confirmed' },
    ...{ recorded_by: 'check', recorded_at: new Date(), updated_by: 'check', updated_at: new Date() },
  };
  const bonus = { ...entry, id: randomUUID(), kind: 'bonus', node: 'output', rule: '', points: '1' };
  const veto = { ...entry, id: randomUUID(), kind: 'veto', node: '', rule: 'veto', points: '0' };
  const revoked = { ...entry, id: randomUUID(), kind: 'deduction', node: '', rule: '', points: '1' };
  await sql`insert into adjustment ${sql([bonus, veto])}`;
  await sql`insert into adjustment ${sql({ ...revoked, state: 'revoked', revoked_reason: text })}`;
  return revoked.id;
}

/** The pages that show words of a scheme, of its run, of a unit in it or of an entry. */
const shows: readonly ((of: { code: string; unit: string; run: string; entry: string }) => string)[] = [
  () => '/assessment/schemes',
  () => '/assessment/schemes/new',
  ({ code }) => `/assessment/schemes/${code}`,
  ({ code }) => `/assessment/schemes/${code}/edit?at=root.parts[0].parts[0]`,
  () => '/assessment/runs',
  ({ run }) => `/assessment/runs/${run}`,
  ({ code }) => `/assessment/runs/new?scheme=${code}`,
  ({ run, unit }) => `/assessment/rankings?run=${run}&open=${unit}`,
  ({ run }) => `/assessment/rankings/heat?run=${run}`,
  ({ run, unit }) => `/assessment/rankings/places?run=${run}&unit=${unit}`,
  ({ run, unit }) => `/assessment/explanation/${run}/${unit}`,
  ({ run, unit }) => `/assessment/explanation/${run}/${unit}/output`,
  ({ run, unit }) => `/assessment/explanation/${run}/${unit}/safety`,
  ({ run }) => `/assessment/sensitivity/what-if?run=${run}`,
  ({ run }) => `/assessment/sensitivity/weights?run=${run}`,
  ({ code, entry }) => `/assessment/ledger?scheme=${code}&open=${entry}`,
];

test('forty hostile texts, in a scheme, a run or the ledger and on every page that shows them, run nothing', async ({
  page,
  context,
  product,
  sql,
}) => {
  test.setTimeout(300_000);
  await enterAs(context, product, await cookiesOf(await newAccount('assessmentOffice')));
  const asked: string[] = [];
  page.on('dialog', (dialog) => {
    asked.push(dialog.message());
    void dialog.dismiss();
  });
  for (const { text: whole, shown } of scriptsOn(shows, together)) {
    const text = whole.slice(0, 200);
    const group = await inventGroup(sql);
    try {
      await inventScheme(group, hostileDocument(group, text), { isPublished: false, note: text });
      const entry = await enter(sql, group, text);
      const terms = { schemeCode: group.code, number: 1, periodCode: year, deadlinePassed: true, note: text };
      const run = await perform(computeRun, firstOffice, terms, { now: new Date() });
      const unit = group.units.jia.code;
      for (const path of shown.map((show) => show({ code: group.code, unit, run, entry }))) {
        const response = await page.goto(path);
        expect(response?.status(), path).toBe(200);
        await expect(page.getByRole('heading', { level: 1 }).first()).toBeVisible();
        expect(await response?.text(), path).toContain('alert(1)');
        expect(await page.locator('[onload], [onerror], [ontoggle], iframe, object, embed, base').count(), path).toBe(
          0,
        );
      }
    } finally {
      await forgetGroup(sql, group);
    }
  }
  expect(asked).toEqual([]);
});
