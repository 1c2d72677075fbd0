import { Change } from '@/app/(desk)/reporting/review/[collection]/[unit]/change';
import { Flags, OfVerified } from '@/app/(desk)/reporting/review/[collection]/[unit]/row-parts';
import { StateWord } from '@/app/(desk)/reporting/review/[collection]/[unit]/state-word';
import { writtenPrinted, writtenReported } from '@/app/(desk)/reporting/review/[collection]/[unit]/written-reported';
import { ReportedGrowth } from '@/app/ui/figures/growth-mark';
import { lookedAtAcross } from '@/app/ui/reporting/review-address';
import { nameOf, unitOf } from '@/lib/i18n/names';
import { translator } from '@/lib/i18n/translator';
import type { Locale } from '@/lib/i18n/words';
import { isWorded } from '@/lib/observations/written';
import { paths } from '@/lib/paths';
import { clean, type ReviewFigure } from '@/lib/reporting/review/words';

/** One indicator and period, a row for each unit; the chosen one is marked. */
export function UnitRows(props: {
  figures: readonly ReviewFigure[];
  /** The code of the chosen unit. */
  focus: string;
  hrefOf: (figure: ReviewFigure) => string;
  locale: Locale;
}) {
  const { locale } = props;
  const t = translator(locale, 'review');
  const [first] = props.figures;
  const measured = first && !isWorded(first.indicator.measure) ? unitOf(first.indicator, locale) : '';
  return (
    <div role="region" aria-label={t('figures')} tabIndex={0} className="relative overflow-x-auto">
      <table className="data-table review-rows">
        <caption className="sr-only">{t('figures')}</caption>
        <thead>
          <tr>
            <th scope="col" className="break-keep">
              {t('unit')}
            </th>
            <th scope="col" className="end break-keep">
              {measured ? t('reportedIn', { unit: measured }) : t('reported')}
            </th>
            <th scope="col" className="end break-keep">
              {t('growth')}
            </th>
            <th scope="col" className="end break-keep">
              {t('verified')}
            </th>
            <th scope="col" className="break-keep">
              {t('findings')}
            </th>
            <th scope="col" className="break-keep">
              {t('evidence')}
            </th>
            <th scope="col" className="break-keep">
              {t('state')}
            </th>
          </tr>
        </thead>
        <tbody>
          {props.figures.map((figure) => (
            <Row
              key={lookedAtAcross(figure)}
              figure={figure}
              isFocal={figure.unit.code === props.focus}
              href={props.hrefOf(figure)}
              locale={locale}
            />
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Row(props: { figure: ReviewFigure; isFocal: boolean; href: string; locale: Locale }) {
  const { figure, locale } = props;
  const { indicator, known, knownVerified, verified, evidence } = figure;
  const t = translator(locale, 'review');
  const name = nameOf(figure.unit, locale);
  const isRate = indicator.measure === 'rate';
  return (
    <tr {...(props.isFocal && { 'data-open': '', 'data-focus': '' })} {...(!figure.isMine && { 'data-rest': '' })}>
      <th scope="row">
        <div className="flex items-start gap-2">
          <span className="flex w-5 shrink-0 justify-center max-md:min-h-11 max-md:w-11 max-md:items-center md:pt-1">
            {figure.isMine && (
              <input
                type="checkbox"
                name="figures"
                form="batch"
                value={lookedAtAcross(figure)}
                aria-label={t('select', { name })}
                data-key={figure.unit.code}
                {...(figure.worst < clean && { 'data-flagged': '' })}
                className="size-4 accent-sea max-md:size-5"
              />
            )}
          </span>
          <a
            href={`${props.href}#detail`}
            data-stay=""
            {...(props.isFocal && { 'aria-current': true })}
            className="inline-flex min-h-6 items-center font-medium whitespace-nowrap hover:text-sea hover:underline aria-[current]:text-sea max-md:min-h-11"
          >
            {name}
          </a>
        </div>
      </th>
      <td className="end font-semibold" data-label={t('reported')}>
        {writtenReported({ figure: figure.reported, absence: figure.absence, measure: indicator.measure }, locale)}
      </td>
      <td className="end" data-label={t('growth')}>
        {figure.reportedYoy === null ? (
          '—'
        ) : (
          <ReportedGrowth change={figure.reportedYoy} points={isRate} locale={locale} />
        )}
        <span className="block text-xs text-ink-2">
          <Change growth={known.onYear} on="year" locale={locale} />
        </span>
        {knownVerified && (
          <OfVerified locale={locale}>
            <Change growth={knownVerified.onYear} on="year" locale={locale} />
          </OfVerified>
        )}
      </td>
      <td className="end" data-label={t('verified')}>
        {verified ? writtenPrinted(verified.figure, indicator.measure, locale) : '—'}
      </td>
      <td data-label={t('findings')}>
        <Flags figure={figure} locale={locale} />
      </td>
      <td data-label={t('evidence')}>
        {evidence ? (
          <a href={paths.attachmentFile(evidence.id)} className="break-all text-sea underline">
            {evidence.fileName}
          </a>
        ) : (
          '—'
        )}
      </td>
      <td data-label={t('state')}>
        <StateWord figure={figure} locale={locale} />
      </td>
    </tr>
  );
}
