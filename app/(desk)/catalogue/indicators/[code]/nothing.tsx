import { Section } from '@/app/ui/shell/section';
import { translator } from '@/lib/i18n/translator';
import type { Locale } from '@/lib/i18n/words';

/** In place of a ranking: why there is none, which is something else where there is no figure at all. */
export function Nothing({ hasFigures, locale }: { hasFigures: boolean; locale: Locale }) {
  const t = translator(locale, 'indicators');
  const c = translator(locale, 'catalogue');
  return (
    <Section id="ranking" className="" title={hasFigures ? t('nothing.title') : c('indicator.noFigures')}>
      <p className="max-w-prose text-ink-2">{hasFigures ? t('nothing.reason') : c('indicator.noFiguresReason')}</p>
    </Section>
  );
}
