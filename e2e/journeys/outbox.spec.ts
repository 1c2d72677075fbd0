import { randomBytes } from 'node:crypto';
import { accessibilityFaults, expect, test } from '@/e2e/fixtures';
import { joinProduct, signedIn } from '@/e2e/people';

joinProduct();

test('the administrator lets an undelivered message wait again, and drops another with a reason', async ({
  browser,
  product,
  sql,
}) => {
  test.setTimeout(120_000);
  const [again, dropped] = [randomBytes(6).toString('hex'), randomBytes(6).toString('hex')];
  const administrator = await signedIn(browser, product, 'administrator');
  await sql`insert into outbox (id, target, user_id, kind, subject, at, state, tries, due_at, fault)
    select key, 'gone', (select id from app_user order by id limit 1), 'targetIssued', 'target/2026/DEMO-JIA', now(), 'failed', 10,
      now(), 'status' from unnest(${[again, dropped]}::text[]) key`;
  await administrator.goto('/access/settings');
  expect(await accessibilityFaults(administrator)).toEqual([]);
  await administrator.locator(`#retry-${again}`).getByRole('button', { name: '再发一次' }).click();
  await expect(administrator.getByRole('status').filter({ hasText: '已重新排队' })).toBeVisible();
  await expect(administrator.locator(`#retry-${again}`)).toHaveCount(0);
  const line = administrator.getByRole('listitem').filter({ has: administrator.locator(`#drop-${dropped}`) });
  await line.locator('summary').click();
  await line.getByRole('textbox', { name: '不再发送的理由' }).fill('对方系统已停用。');
  await line.getByRole('button', { name: '不再发送' }).click();
  await expect(administrator.getByRole('status').filter({ hasText: '已不再发送' })).toBeVisible();
  expect(await sql`select id from outbox where id = ${dropped}`).toHaveLength(0);
  await sql`delete from outbox where id = ${again}`;
  await administrator.context().close();
});
