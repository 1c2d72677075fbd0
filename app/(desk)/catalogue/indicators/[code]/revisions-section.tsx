import { Section } from '@/app/ui/shell/section';
import type { IndicatorView } from '@/lib/catalogue/indicators/words';
import { nameOf } from '@/lib/i18n/names';
import { translator } from '@/lib/i18n/translator';
import type { Locale } from '@/lib/i18n/words';
import type { Revision } from '@/lib/observations/ranking/words';
import { RevisionList } from './revision-list';

/** What was ever revised, value by value; or all that was recorded of the unit the reader asks for. */
export function RevisionsSection(props: { indicator: IndicatorView; revisions: readonly Revision[]; locale: Locale }) {
  const { indicator, revisions, locale } = props;
  const t = translator(locale, 'indicators');
  return (
    <Section id="revisions" title={t('revisions.title')} note={t('revisions.note')}>
      {revisions.length > 0 ? (
        <RevisionList
          indicator={indicator}
          revisions={revisions}
          caption={t('revisions.caption', { indicator: nameOf(indicator, locale) })}
          locale={locale}
        />
      ) : (
        <p className="text-ink-2">{t('revisions.none')}</p>
      )}
    </Section>
  );
}
