import { Section } from '@/app/ui/shell/section';
import type { IndicatorView } from '@/lib/catalogue/indicators/words';
import { nameOf } from '@/lib/i18n/names';
import { translator } from '@/lib/i18n/translator';
import type { Locale } from '@/lib/i18n/words';
import type { Revision } from '@/lib/observations/ranking/words';
import { RevisionList } from './revision-list';

/** What was revised in the period, and all that was recorded of the units that the reader looks at. */
export function RevisionsSection(props: {
  indicator: IndicatorView;
  revisions: readonly Revision[];
  unitCodes: ReadonlySet<string>;
  periodCode: string | null;
  locale: Locale;
}) {
  const { indicator, unitCodes, periodCode, locale } = props;
  const t = translator(locale, 'indicators');
  const shown = props.revisions.filter(
    (row) => unitCodes.has(row.orgUnitCode) || (row.periodCode === periodCode && row.of > 1),
  );
  return (
    <Section id="revisions" title={t('revisions.title')} note={t('revisions.note')}>
      {shown.length > 0 ? (
        <RevisionList
          indicator={indicator}
          revisions={shown}
          caption={t('revisions.caption', { indicator: nameOf(indicator, locale) })}
          locale={locale}
        />
      ) : (
        <p className="text-ink-2">{t('revisions.noneAll')}</p>
      )}
    </Section>
  );
}
