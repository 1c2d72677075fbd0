import { expect, test } from '@/e2e/fixtures';
import { cookiesOf, joinProduct, newAccount } from '@/e2e/people';
import { accountRoles } from '@/lib/access/words';

joinProduct();

type Answer = {
  readonly groups: readonly { kind: string; items: readonly { name: string; href: string; detail: string }[] }[];
};
/** Words that are in names of every kind, in both languages. */
const asked = ['演示', '2026', '月', '通报', '整改', '清单', '台账', '甲区', 'demo', 'report', '1843.7', '3919'];

for (const role of ['visitor', ...accountRoles] as const) {
  test(`what the search offers to ${role} opens for ${role}`, async ({ product, request, sql }) => {
    test.setTimeout(400_000);
    const cookie = role === 'visitor' ? '' : await cookiesOf(await newAccount(role, 'DEMO-JIA'));
    const headers = cookie ? { cookie } : {};
    const offersOf = async (words: string) => {
      const answer = await request.get(`${product}/api/search?q=${encodeURIComponent(words)}`, { headers });
      expect(answer.status()).toBe(200);
      const { groups } = (await answer.json()) as Answer;
      return groups.flatMap(({ kind, items }) => items.slice(0, 3).map(({ href }) => ({ kind, href, words })));
    };
    const offered = new Map<string, Awaited<ReturnType<typeof offersOf>>[number]>();
    for (const words of asked) for (const offer of await offersOf(words)) offered.set(offer.href, offer);
    for (const [href, { kind, words }] of offered) {
      const status = (await request.get(`${product}${href.split('#')[0]}`, { headers })).status();
      // What another test removed meanwhile is not offered any more either.
      if (status === 404) expect((await offersOf(words)).map((one) => one.href)).not.toContain(href);
      else expect(status, `${kind}: ${href}`).toBe(200);
    }
    const kinds = new Set([...offered.values()].map(({ kind }) => kind));
    const [stored] =
      await sql`select (select count(*)::int from follow_up) as "followUp", (select count(*)::int from register) as register,
      (select count(*)::int from monitoring_report) as report, (select count(*)::int from unit_task) as "taskList",
      (select count(*)::int from run where state = 'published') as run`;
    if (role === 'assessmentOffice')
      for (const [kind, count] of Object.entries(stored ?? {})) expect(kinds.has(kind), kind).toBe(count > 0);
    expect(kinds.has('number')).toBe(true);
  });
}

for (const [locale, words, detail, address] of [
  ['zh-CN', '1843.7亿元', '2022年 · 1,843.7 亿元', /revisions\/IND_OUT\/320671\/2022/],
  ['en', '3,919', 'Feb 2023 · 3,919', /revisions\/REG_ENT\/320671\/2023-M02/],
] as const) {
  test(`a printed figure is found by its digits and leads to its page (${locale})`, async ({ page, appearance }) => {
    await appearance({ locale });
    await page.goto(`/search?q=${encodeURIComponent(words)}`);
    const found = page.locator('#number').getByRole('link').first();
    await expect(found).toContainText(detail);
    await found.click();
    await expect(page).toHaveURL(address);
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  });
}
