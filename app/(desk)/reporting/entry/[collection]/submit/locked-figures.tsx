import { writtenPeriod } from '@/lib/catalogue/periods/written';
import { nameOf } from '@/lib/i18n/names';
import { translator } from '@/lib/i18n/translator';
import type { Locale } from '@/lib/i18n/words';
import { withQuery } from '@/lib/paths';
import type { FormFigure } from '@/lib/reporting/entry/form/words';
import { keyOf } from '@/lib/reporting/figure-key';

/** Of the figures of a finding those that cannot be changed now, with the way to have each opened. */
export function LockedFigures(props: { figures: readonly FormFigure[]; formPath: string; locale: Locale }) {
  const { locale } = props;
  const t = translator(locale, 'entry');
  return props.figures.map((figure) => {
    const name = t('figureIn', {
      name: nameOf(figure.indicator, locale),
      period: writtenPeriod(figure.periodCode, locale),
    });
    if (figure.state !== 'approved' && figure.state !== 'submitted') return null;
    return (
      <span key={keyOf(figure)} className="block text-xs leading-5 text-ink-2">
        {t(figure.state === 'approved' ? 'partnerApproved' : 'partnerInReview', { figure: name })}{' '}
        <a
          href={`${withQuery(props.formPath, { reopen: keyOf(figure) })}#reopen`}
          className="text-sea underline max-sm:inline-flex max-sm:min-h-11 max-sm:items-center"
        >
          {t('reopenTitle')}
        </a>
      </span>
    );
  });
}
