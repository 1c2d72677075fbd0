import { randomUUID } from 'node:crypto';
import type { Sql } from '@/db/client';
import { expect, test } from '@/e2e/fixtures';
import { cookiesOf, enterAs, joinProduct, newAccount } from '@/e2e/people';
import { forgetReturns, type InventedReturns, insiders, inventReturns } from '@/e2e/returns';
import { scriptsOn } from '@/e2e/scripts';

joinProduct();

/** The number of scripts per field. */
const together = 8;

/** Puts the text into every text field: the collection, the return, its figures, a rule, files, requests. */
async function spoil(
  sql: Sql,
  one: InventedReturns,
  text: string,
  files: { rule: string; upload: string },
): Promise<void> {
  const { collectionId: id, units, indicators, period } = one;
  const finding = {
    indicatorCode: indicators.ours,
    periodCode: period,
    rule: files.rule,
    severity: 'query',
    key: 'jump',
  };
  const findings = [{ ...finding, details: {}, message: { zh: text, en: text } }];
  await sql`update collection set title = ${text}, instructions = ${text}, form_number = ${text},
    issued_by = ${text} where id = ${id}`;
  await sql`update submission set reminder = ${text}, reminded_at = now(), reminders = 1, extended_reason = ${text},
    extended_until = now() + interval '9 days', state = 'returned', returned = 1 where collection_id = ${id}`;
  await sql`update submission_value set note = ${text}, source_text = ${text}, explanation = ${text}, typed = ${text},
    typed_yoy = ${text}, qualifier_printed = ${text}, qualifier = 'approx', findings = ${sql.json(findings)}, worst = 2
    where collection_id = ${id}`;
  await sql`update submission_value set state = 'returned', awaits = null, return_reason = ${text}, returned_by = 'check'
    where collection_id = ${id} and indicator_code = ${indicators.theirs}`;
  await sql`update submission_value set approved_value = 1, approved_decimals = 0, approved_reason = ${text},
    approved_by = 'check' where collection_id = ${id} and indicator_code = ${indicators.ours}`;
  await sql`update reopen_request set reason = ${text} where collection_id = ${id}`;
  await sql`update extension_request set reason = ${text} where collection_id = ${id}`;
  await sql`update attachment set file_name = ${text} where collection_id = ${id}`;
  await sql`update upload set file_name = ${text} where id = ${files.upload}`;
  await sql`update upload_row set typed = ${text}, note = ${text}, source_text = ${text}, explanation = ${text}
    where upload_id = ${files.upload}`;
  await sql`update check_rule set message_zh = ${text.slice(0, 300)}, message_en = ${text.slice(0, 300)}
    where code = ${files.rule}`;
  await sql`insert into review_event (org_unit_code, collection_id, step, kind, indicator_code, period_code, value, decimals,
      qualifier, qualifier_printed, absence, reason, actor, actor_role, at)
    select ${units.own}, ${id}, coalesce(max(step), 0) + 1, 'returned', ${indicators.ours}, ${period}, 1, 0, 'approx', ${text},
      'none', ${text}, 'check', 'unitReviewer', now() from review_event
    where org_unit_code = ${units.own} and collection_id = ${id}`;
}

/** Creates the rows for the texts: a request, a rule, an upload and a file of each kind. */
async function lay(sql: Sql, one: InventedReturns) {
  const { collectionId: id, units, indicators, period } = one;
  const files = { rule: `W-${indicators.ours}`, upload: randomUUID() };
  await sql`insert into reopen_request (org_unit_code, collection_id, number, figures, reason, asked_by, asked_at)
    values (${units.own}, ${id}, 1, ${sql.json([`${indicators.ours} ${period}`])}, '演示', 'check', now())`;
  await sql`insert into extension_request (org_unit_code, collection_id, number, wished_on, reason, asked_by, asked_at)
    values (${units.own}, ${id}, 1, '2036-01-01', '演示', 'check', now())`;
  await sql`insert into check_rule (code, valid_from, kind, severity, indicator_codes, parameters, message_zh, message_en,
      is_active, created_by, created_at)
    values (${files.rule}, '2000-01-01', 'range', 'query', ${sql.json([indicators.ours, indicators.theirs])},
      ${sql.json({ max: '1' })}, '', '', true, 'check', now())`;
  const evidence = randomUUID();
  for (const [attachment, unit] of [
    [evidence, units.own],
    [randomUUID(), null],
  ] as const) {
    await sql`insert into attachment (id, sha256, file_name, media_type, size, content, collection_id, org_unit_code,
        uploaded_by, uploaded_at)
      values (${attachment}, 'check', '演示', 'application/pdf', 1, '%', ${id}, ${unit}, 'check', now())`;
  }
  await sql`update submission_value set evidence_id = ${evidence}
    where collection_id = ${id} and org_unit_code = ${units.own}`;
  await sql`insert into upload (id, org_unit_code, collection_id, file_name, sha256, content, format, template, state, added,
      changed, unchanged, faulty, findings, uploaded_by, uploaded_at)
    values (${files.upload}, ${units.own}, ${id}, '演示', ${files.upload}, '', 'xlsx', 0, 'staged', 0, 1, 0, 0, '[]', 'check',
      now())`;
  await sql`insert into upload_row (upload_id, row_number, address, kind, collection_id, indicator_code, period_code, typed,
      value, decimals, qualifier, qualifier_printed, absence, typed_yoy, note, source_text, explanation, old, old_version,
      findings)
    values (${files.upload}, 2, 'H2', 'changed', ${id}, ${indicators.ours}, ${period}, '', null, 0, 'exact', '', 'blank', '',
      '', '', '', null, 0, '[]')`;
  return files;
}

test('forty hostile texts, in every field of a return and on every page that shows them, run nothing', async ({
  page,
  context,
  product,
  sql,
}) => {
  test.setTimeout(400_000);
  const one = await inventReturns(sql);
  const files = await lay(sql, one);
  const people = await insiders(one);
  const cookiesNear = (role: string) => people.find((person) => person.role === role && person.isNear)?.cookies ?? '';
  const office = await cookiesOf(await newAccount('assessmentOffice'));
  const { collectionId: id, units, indicators, period } = one;
  const figure = `${indicators.ours}+${period}`;
  const rooms: readonly (readonly [cookies: string, paths: readonly string[]])[] = [
    [
      cookiesNear('reporter'),
      [
        '/workbench',
        '/reporting/tasks',
        `/reporting/entry/${id}`,
        `/reporting/entry/${id}/submit`,
        `/reporting/entry/${id}/print`,
        `/reporting/import?collection=${id}`,
        `/reporting/import/${files.upload}`,
        `/reporting/revisions/${indicators.ours}/${units.own}/${period}`,
      ],
    ],
    [cookiesNear('unitReviewer'), ['/reporting/review', `/reporting/review/${id}/${units.own}?figure=${figure}`]],
    [
      office,
      [
        '/reporting/collections',
        `/reporting/collections/${id}`,
        `/reporting/collections/${id}?do=decide&unit=${units.own}&number=1`,
        `/reporting/collections/${id}/edit`,
        `/reporting/rules/${files.rule}`,
      ],
    ],
  ];
  const visits = rooms.flatMap(([cookies, paths]) => paths.map((path) => ({ cookies, path })));
  const asked: string[] = [];
  page.on('dialog', (dialog) => {
    asked.push(dialog.message());
    void dialog.dismiss();
  });
  try {
    for (const { text, shown } of scriptsOn(visits, together)) {
      await spoil(sql, one, text, files);
      for (const { cookies, path } of shown) {
        await enterAs(context, product, cookies);
        const response = await page.goto(path);
        expect(response?.status(), path).toBe(200);
        await expect(page.getByRole('heading', { level: 1 }).first()).toBeVisible();
        expect(await response?.text(), path).toContain('alert(1)');
        expect(await page.locator('[onload], [onerror], [ontoggle], iframe, object, embed, base').count(), path).toBe(
          0,
        );
      }
    }
  } finally {
    // The rule would apply to every form.
    await sql`delete from check_rule where code = ${files.rule}`;
    await sql`delete from upload where org_unit_code = ${units.own}`;
    await sql`update collection set title = ${`演示月报${units.own}`}, instructions = '' where id = ${id}`;
    await sql`delete from reopen_request where collection_id = ${id}`;
    await sql`delete from extension_request where collection_id = ${id}`;
    await forgetReturns(sql, one);
  }
  expect(asked).toEqual([]);
});
