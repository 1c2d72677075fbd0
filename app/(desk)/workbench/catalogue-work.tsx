import { Section } from '@/app/ui/shell/section';
import type { Principal } from '@/lib/access/principal';
import { gapCounts } from '@/lib/catalogue/assessed-all/queries';
import { gapKinds } from '@/lib/catalogue/assessed-all/words';
import { waitingProposals } from '@/lib/catalogue/proposals/queries';
import { todayOf } from '@/lib/catalogue/today';
import { translator } from '@/lib/i18n/translator';
import type { Locale } from '@/lib/i18n/words';
import { paths, withQuery } from '@/lib/paths';
import { Tally, tallyIn } from './tally';

/** What of the catalogue waits for the office: changes to confirm, and who or what no assessment reaches. */
export async function CatalogueWork({ principal, locale }: { principal: Principal; locale: Locale }) {
  const t = translator(locale, 'proposals');
  const today = todayOf({ now: new Date() });
  const [{ all, toDecide }, gaps] = await Promise.all([
    waitingProposals(principal),
    gapCounts(principal, { year: Number(today.slice(0, 4)), today }),
  ]);
  const a = translator(locale, 'assessedAll');
  const tally = tallyIn(locale);
  return (
    <Section id="catalogue" title={t('work.title')}>
      <Tally
        counts={[
          tally(t('work.waiting'), 'items', toDecide, paths.proposals),
          tally(t('work.own'), 'items', all - toDecide, paths.proposals),
          ...gapKinds.map((kind) =>
            tally(a(`work.${kind}`), 'items', gaps[kind], withQuery(paths.assessedAll, { tab: kind })),
          ),
        ]}
      />
    </Section>
  );
}
