import { Section } from '@/app/ui/shell/section';
import type { Principal } from '@/lib/access/principal';
import { waitingProposals } from '@/lib/catalogue/proposals/queries';
import { translator } from '@/lib/i18n/translator';
import type { Locale } from '@/lib/i18n/words';
import { paths } from '@/lib/paths';
import { Tally } from './tally';

/** What of the catalogue waits for the office: changes to confirm. */
export async function CatalogueWork({ principal, locale }: { principal: Principal; locale: Locale }) {
  const t = translator(locale, 'proposals');
  const { all, toDecide } = await waitingProposals(principal);
  return (
    <Section id="catalogue" title={t('work.title')}>
      <Tally
        counts={[
          { label: t('work.waiting'), count: toDecide, href: paths.proposals },
          { label: t('work.own'), count: all - toDecide, href: paths.proposals },
        ]}
      />
    </Section>
  );
}
