import type { BrowserContext } from '@playwright/test';
import { accessibilityFaults, expect, type Theme, test } from '@/e2e/fixtures';
import { expectToFit, strayWords, unmarkedFocus } from '@/e2e/looks';
import { cookiesOf, joinProduct, newAccount } from '@/e2e/people';
import type { AccountRole } from '@/lib/access/words';
import { locales } from '@/lib/i18n/words';

joinProduct();
const themes: readonly Theme[] = ['light', 'dark'];

/** The pages of those who sign in, each as its reader; the last is refused. `ID` is an account. */
const desks: readonly { name: string; path: string; role: AccountRole | null; status?: number }[] = [
  { name: 'sign-in', path: '/sign-in', role: null },
  { name: 'second step', path: '/sign-in/second-factor', role: null },
  { name: 'new password', path: '/sign-in/new-password', role: null },
  { name: 'workbench of a reporter', path: '/workbench', role: 'reporter' },
  { name: 'workbench of a department', path: '/workbench', role: 'departmentReviewer' },
  { name: 'own account', path: '/access/account', role: 'leader' },
  { name: 'second factor', path: '/access/account/second-factor', role: 'leader' },
  { name: 'accounts', path: '/access/users', role: 'administrator' },
  { name: 'an account', path: '/access/users/ID', role: 'administrator' },
  { name: 'new account', path: '/access/users/new', role: 'administrator' },
  { name: 'import of accounts', path: '/access/users/import', role: 'administrator' },
  { name: 'who may do what', path: '/access/roles', role: 'leader' },
  { name: 'settings', path: '/access/settings', role: 'administrator' },
  { name: 'audit trail', path: '/access/audit', role: 'auditor' },
  { name: 'a page that is refused', path: '/access/users', role: 'reporter', status: 403 },
];

const signedIn = new Map<AccountRole, string>();

async function enter(context: BrowserContext, product: string, role: AccountRole | null): Promise<void> {
  if (!role) return;
  const kept = signedIn.get(role) ?? (await cookiesOf(await newAccount(role)));
  signedIn.set(role, kept);
  await context.addCookies(
    kept.split('; ').map((pair) => {
      const at = pair.indexOf('=');
      return { name: pair.slice(0, at), value: pair.slice(at + 1), url: product };
    }),
  );
}

for (const { name, path, role, status = 200 } of desks) {
  const address = async () => path.replace('ID', path.includes('ID') ? (await newAccount('reporter')).id : '');

  for (const locale of locales) {
    test(`${name} can be read by everybody in ${locale}`, async ({ page, context, product, appearance, faults }) => {
      await enter(context, product, role);
      const url = await address();
      for (const theme of themes) {
        await appearance({ locale, theme });
        const response = await page.goto(url);
        expect(response?.status()).toBe(status);
        await expect(page.getByRole('heading', { level: 1 })).toHaveCount(1);
        await expect(page).toHaveTitle(/Baton|指挥棒/);
        expect(await strayWords(page)).toEqual([]);
        expect(await accessibilityFaults(page), theme).toEqual([]);
      }
      await expectToFit(page);
      forgiveRefusal(faults, status);
    });
  }

  test(`${name} shows where the keyboard is`, async ({ page, context, product, faults }) => {
    await enter(context, product, role);
    await page.goto(await address());
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    for (let stop = 0; stop < 12; stop += 1) {
      await page.keyboard.press('Tab');
      expect(await unmarkedFocus(page), `stop ${stop + 1}`).toBeNull();
    }
    forgiveRefusal(faults, status);
  });
}

/** The browser notes every page that is refused. */
function forgiveRefusal(faults: string[], status: number): void {
  const kept = faults.filter((fault) => status === 200 || !fault.includes(`status of ${status}`));
  faults.splice(0, faults.length, ...kept);
}
