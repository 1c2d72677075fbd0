import {
  FigureHead,
  FigureLink,
  Flags,
  Growths,
  Reported,
} from '@/app/(desk)/reporting/review/[collection]/[unit]/row-parts';
import { StateWord } from '@/app/(desk)/reporting/review/[collection]/[unit]/state-word';
import { writtenPrinted } from '@/app/(desk)/reporting/review/[collection]/[unit]/written-reported';
import { lookedAtAcross } from '@/app/ui/reporting/review-address';
import { nameOf, unitOf } from '@/lib/i18n/names';
import { translator } from '@/lib/i18n/translator';
import type { Locale } from '@/lib/i18n/words';
import { isWorded } from '@/lib/observations/written';
import { paths } from '@/lib/paths';
import type { ReviewFigure } from '@/lib/reporting/review/words';

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
      <table className="data-table stacked review-rows">
        <caption className="sr-only">{t('figures')}</caption>
        <thead>
          <tr>
            <th scope="col" className="break-keep">
              {t('unit')}
            </th>
            <th scope="col" className="end break-keep" data-beside="">
              {t('previous')}
            </th>
            <th scope="col" className="end break-keep" data-beside="">
              {t('yearEarlier')}
            </th>
            <th scope="col" className="end break-keep">
              {measured ? t('reportedIn', { unit: measured }) : t('reported')}
            </th>
            <th scope="col" className="end break-keep">
              {t('growth')}
            </th>
            <th scope="col" className="break-keep">
              {t('evidence')}
            </th>
            <th scope="col" className="break-keep">
              {t('findings')}
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
  const { indicator, known, evidence } = figure;
  const t = translator(locale, 'review');
  const name = nameOf(figure.unit, locale);
  return (
    <tr {...(props.isFocal && { 'data-open': '', 'data-focus': '' })} {...(!figure.isMine && { 'data-rest': '' })}>
      <FigureHead
        figure={figure}
        word={lookedAtAcross(figure)}
        name={name}
        row={{ key: figure.unit.code }}
        locale={locale}
      >
        <span className="min-w-0">
          <FigureLink href={props.href} isFocal={props.isFocal} className="whitespace-nowrap">
            {name}
          </FigureLink>
          {!figure.isMine && (
            <span className="block text-xs leading-5 text-ink-2">
              <StateWord figure={figure} locale={locale} />
            </span>
          )}
        </span>
      </FigureHead>
      <td className="end" data-label={t('previous')} data-beside="">
        {writtenPrinted(known.previous, indicator.measure, locale)}
      </td>
      <td className="end" data-label={t('yearEarlier')} data-beside="">
        {writtenPrinted(known.yearEarlier, indicator.measure, locale)}
      </td>
      <td className="end font-semibold" data-label={t('reported')}>
        <Reported figure={figure} locale={locale} />
      </td>
      <td className="end" data-label={t('growth')}>
        <Growths figure={figure} locale={locale} />
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
      <td data-label={t('findings')}>
        <Flags figure={figure} locale={locale} />
      </td>
    </tr>
  );
}
