import { Badge } from '@/app/ui/primitives/badge';
import { Notice } from '@/app/ui/primitives/notice';
import { PaperMark } from '@/app/ui/primitives/paper-mark';
import type { ResultRun } from '@/lib/assessment/rankings/result-run';
import { translator } from '@/lib/i18n/translator';
import type { Locale } from '@/lib/i18n/words';

type Props = { run: Pick<ResultRun, 'state' | 'isDemonstration' | 'scheme'>; locale: Locale };

/** 试算, 审定, 示例方案, 演示数据: the marks that every result must have. */
export function RunMarks({ run, locale }: Props) {
  const t = translator(locale, 'rankings');
  return (
    <>
      {run.state !== 'published' && <Badge tone="gold">{t(`states.${run.state}`)}</Badge>}
      {run.scheme.isExample && <Badge tone="gold">{t('example')}</Badge>}
      {run.isDemonstration && <Badge tone="gold">{t('demonstration')}</Badge>}
    </>
  );
}

/** The notice about a result that is not the published one. */
export function RunNotice({ run, locale, currentHref }: Props & { currentHref?: string | undefined }) {
  const t = translator(locale, 'rankings');
  if (run.state === 'published') return null;
  return (
    <>
      <PaperMark>{t(`states.${run.state}`)}</PaperMark>
      <Notice tone="warn">
        {t(`stateNotices.${run.state}`)}
        {currentHref && (
          <>
            {' '}
            <a href={currentHref} className="inline-flex min-h-6 items-center text-sea underline max-sm:min-h-11">
              {t('toCurrent')}
            </a>
          </>
        )}
      </Notice>
    </>
  );
}
