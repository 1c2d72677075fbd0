import { lookedAtWord } from '@/app/ui/reporting/review-address';
import { writtenPeriod } from '@/lib/catalogue/periods/written';
import { listed, nameOf } from '@/lib/i18n/names';
import { translator } from '@/lib/i18n/translator';
import type { Locale } from '@/lib/i18n/words';
import { keyOf } from '@/lib/reporting/figure-key';
import type { ReviewFigure } from '@/lib/reporting/review/words';
import { concernsOf } from '@/lib/reporting/rules/find';

/**
 * The figures that must agree with this one, to be returned or reopened with it: those that may be are offered, the pair
 * of month and year to date and those of a common finding chosen at first; of the others it says who has them.
 */
export function PartnerChoice(props: {
  figure: ReviewFigure;
  partners: readonly ReviewFigure[];
  /** Whether this reviewer may decide so on a partner. */
  isOffered: (partner: ReviewFigure) => boolean;
  legend: string;
  locale: Locale;
}) {
  const { figure, locale } = props;
  const t = translator(locale, 'review');
  const r = translator(locale, 'reporting');
  const written = ({ indicator, periodCode }: ReviewFigure) =>
    t('figureIn', { name: nameOf(indicator, locale), period: writtenPeriod(periodCode, locale) });
  const found = new Set(figure.findings.flatMap(concernsOf));
  const offered = props.partners.filter(props.isOffered);
  const elsewhere = props.partners.filter((one) => one.awaits && !one.isMine);
  return (
    <>
      {offered.length > 0 && (
        <fieldset className="mb-3 text-table">
          <legend className="text-ink-2">{props.legend}</legend>
          {offered.map((partner) => (
            <label key={keyOf(partner)} className="flex min-h-8 items-center gap-2 max-sm:min-h-11">
              <input
                type="checkbox"
                name="figures"
                value={lookedAtWord(partner)}
                defaultChecked={partner.indicatorCode === figure.indicatorCode || found.has(keyOf(partner))}
                className="size-4 shrink-0 accent-sea max-sm:size-5"
              />
              {written(partner)}
            </label>
          ))}
        </fieldset>
      )}
      {elsewhere.length > 0 && (
        <p className="mb-3 text-table text-ink-2">
          {t('partnersElsewhere', {
            figures: listed(elsewhere.map(written), locale),
            levels: listed(
              [...new Set(elsewhere.map(({ awaits }) => r(`reviewLevels.${awaits ?? 'unitReviewer'}`)))],
              locale,
            ),
          })}
        </p>
      )}
    </>
  );
}
