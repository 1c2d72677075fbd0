import { WaitingTargets } from '@/app/(desk)/monitoring/targets/waiting-targets';
import { Notice } from '@/app/ui/primitives/notice';
import type { Principal } from '@/lib/access/principal';
import { translator } from '@/lib/i18n/translator';
import type { Locale } from '@/lib/i18n/words';
import { targetWork } from '@/lib/monitoring/targets/own/queries';
import { paths } from '@/lib/paths';

/** Targets that wait: for a unit's answer, for the office's second person, and those that units dispute. */
export async function TargetWork({ principal, locale }: { principal: Principal; locale: Locale }) {
  const work = await targetWork(principal);
  const t = translator(locale, 'targets');
  return (
    <>
      {work.unanswered > 0 && (
        <Notice tone="warn">
          {t('mine.workbench', { count: work.unanswered })}{' '}
          <a
            href={paths.ownTargets}
            className="text-sea underline max-sm:inline-flex max-sm:min-h-11 max-sm:items-center"
          >
            {t('mine.open')}
          </a>
        </Notice>
      )}
      <WaitingTargets work={work} locale={locale} />
    </>
  );
}
