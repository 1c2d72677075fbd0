import { db } from '@/db/client';
import { expect, test } from '@/e2e/fixtures';
import { cookiesOf, joinProduct, newAccount } from '@/e2e/people';
import { seedFiles } from '@/lib/cli/fuzz/seed-files';
import { sendFuzzed } from '@/lib/cli/fuzz/send-files';
import { memoryOf, temporaryFilesOf, webProcess } from '@/lib/cli/fuzz/web-process';
import { templateReturn } from '@/lib/reporting/import/template/queries';
import { fictionalUnits } from '@/lib/testing/accounts';
import { inventedCollection } from '@/lib/testing/invented-collection';
import { many } from '@/lib/testing/many';
import { person } from '@/lib/testing/returns';
import { checkedBuild, startWebServer, type WebServer } from '@/lib/testing/web-server';

joinProduct();

/** A web process of its own, so that its memory is used by reading files alone. */
let web: WebServer;
test.beforeAll(async () => {
  web = await startWebServer(process.env.BATON_E2E_DATABASE ?? '', checkedBuild);
});
test.afterAll(() => web.stop());

test('damaged files cause no fault, write nothing and leave nothing behind', async ({ sql }) => {
  test.setTimeout(600_000);
  const product = web.url;
  await fictionalUnits(db());
  const collectionId = await inventedCollection(db(), { figures: 12 });
  const one = await templateReturn(person('reporter'), collectionId);
  if (!one) throw new Error('the invented collection has no return');
  const user = await newAccount('reporter', 'JIA');
  const pid = webProcess(new URL(product).port);
  let most = 0;
  const sent = await sendFuzzed({ url: product, cookies: await cookiesOf(user), collectionId }, await seedFiles(one), {
    count: many(2000, 80),
    async between() {
      await sql`delete from throttle where bucket = ${`upload:${user.id}`}`;
      if (pid !== null) most = Math.max(most, memoryOf(pid));
    },
  });
  expect(sent.broken, 'faults of ours').toEqual([]);
  expect(sent.slowest.ms, sent.slowest.file).toBeLessThan(25_000);
  expect([...sent.statuses.keys()].filter((status) => ![303, 413, 422].includes(status))).toEqual([]);
  expect([...sent.statuses.keys()]).toEqual(expect.arrayContaining([303, 422]));
  expect(most, 'MB of the web process').toBeLessThan(400);
  expect(await sql`select count(*)::int as n from submission_value where collection_id = ${collectionId}`).toEqual([
    { n: 0 },
  ]);
  if (pid !== null) {
    expect(webProcess(new URL(product).port)).toBe(pid);
    expect(temporaryFilesOf(pid)).toEqual([]);
  }
  await sql`delete from upload where org_unit_code = 'JIA' and uploaded_by = ${user.id}`;
});
