import type { Principal } from '@/lib/access/principal';
import { publishedRuns } from '@/lib/assessment/rankings/queries';
import { writtenPeriod } from '@/lib/catalogue/periods/written';
import { listed, nameOf } from '@/lib/i18n/names';
import type { Locale } from '@/lib/i18n/words';
import type { SourceMenu } from './room';

/** The published runs as a menu. */
export async function runMenu(principal: Principal, locale: Locale): Promise<SourceMenu<'run'>> {
  const runs = await publishedRuns(principal);
  return {
    part: 'run',
    options: runs.map((one) => ({
      value: one.id,
      label: listed([nameOf(one, locale), writtenPeriod(one.periodCode, locale)], locale),
    })),
  };
}
