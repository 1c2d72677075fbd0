import type { Principal } from '@/lib/access/principal';
import { publishedRuns } from '@/lib/assessment/rankings/queries';
import { writtenPeriod } from '@/lib/catalogue/periods/written';
import { listed, nameOf } from '@/lib/i18n/names';
import type { Locale } from '@/lib/i18n/words';
import type { SourceMenu } from './room';

/** The published runs as a menu. */
export async function runMenus(principal: Principal, locale: Locale): Promise<readonly SourceMenu<'run'>[]> {
  const runs = await publishedRuns(principal);
  const menu = {
    part: 'run' as const,
    options: runs.map((one) => ({
      value: one.id,
      label: listed([nameOf(one, locale), writtenPeriod(one.periodCode, locale)], locale),
    })),
  };
  return [menu];
}
