import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { addressPart } from '@/app/server/address-part';
import { currentLocale } from '@/app/server/locale';
import { principalFor } from '@/app/server/principal';
import { buttonLook } from '@/app/ui/primitives/button';
import { markedName } from '@/app/ui/primitives/marked';
import { PaperMark } from '@/app/ui/primitives/paper-mark';
import { PrintButton } from '@/app/ui/primitives/print-button';
import { FormMark } from '@/app/ui/reporting/form-mark';
import { writtenPeriod } from '@/lib/catalogue/periods/written';
import { writtenMoment } from '@/lib/i18n/moments';
import { unitOf } from '@/lib/i18n/names';
import { translator } from '@/lib/i18n/translator';
import { paths } from '@/lib/paths';
import { asSubmitted, isToSubmit } from '@/lib/reporting/entry/form/as-submitted';
import { entryForm } from '@/lib/reporting/entry/form/queries';
import { writtenEntry, writtenEntryYoy } from '@/lib/reporting/entry/form/written-entry';
import { keyOf } from '@/lib/reporting/figure-key';
import { groupedDecimal } from '@/lib/statistics/numbers';

export async function generateMetadata(): Promise<Metadata> {
  return { title: translator(await currentLocale(), 'entry')('print') };
}

/** A return for printing, filled in or blank (`?values=blank`), with lines for signatures. */
export default async function PrintPage({ params, searchParams }: PageProps<'/reporting/entry/[collection]/print'>) {
  const [{ collection }, query, locale, principal] = await Promise.all([
    params,
    searchParams,
    currentLocale(),
    principalFor('entry'),
  ]);
  const now = new Date();
  const form = await entryForm(principal, addressPart(collection), now);
  if (!form) notFound();
  const { head } = form;
  const figures = asSubmitted(form);
  const isBlank = query.values === 'blank';
  const isDraft = !isBlank && figures.some(isToSubmit);
  const t = translator(locale, 'entry');
  const f = translator(locale, 'figures');
  const unlessBlank = (text: string) => (isBlank ? '' : text);
  return (
    <div className="paper-form">
      <p className="mb-4 flex gap-3" data-chrome>
        <PrintButton label={t('print')} />
        <a href={paths.entry(head.collectionId)} className={buttonLook('outline')}>
          {t('backToForm')}
        </a>
      </p>
      {isDraft && <PaperMark>{t('printed.draft')}</PaperMark>}
      <FormMark head={head} locale={locale} />
      <h1 className="text-center text-2xl font-semibold">
        {head.title}
        {isBlank && `（${t('printed.blank')}）`}
        {isDraft && `（${t('printed.draft')}）`}
      </h1>
      <p className="my-3 flex flex-wrap justify-between gap-x-8">
        <span>
          {t('printed.unit')}：{markedName(head.unit, locale)}
          {head.isDemonstration && ` · ${translator(locale, 'reporting')('demonstration')}`}
        </span>
        <span>
          {t('printed.period')}：{writtenPeriod(head.periodCode, locale)}
        </span>
        <span>
          {t('printed.page')} · {writtenMoment(now)}
        </span>
      </p>
      <div role="region" aria-label={head.title} tabIndex={0} className="overflow-x-auto print:overflow-visible">
        <table className="data-table">
          <caption className="sr-only">{head.title}</caption>
          <thead>
            <tr>
              <th scope="col">{t('columns.number')}</th>
              <th scope="col">{t('columns.indicator')}</th>
              <th scope="col" className="end">
                {t('columns.previous')}
              </th>
              <th scope="col" className="end">
                {t('columns.yearEarlier')}
              </th>
              <th scope="col" className="end">
                {t('columns.value')}
              </th>
              <th scope="col" className="end">
                {t('columns.yoy')}
              </th>
              <th scope="col">{t('sourceText')}</th>
              <th scope="col">{t('note')}</th>
            </tr>
          </thead>
          <tbody>
            {figures.map((figure, at) => (
              <tr key={keyOf(figure)}>
                <td>{at + 1}</td>
                <th scope="row">
                  {markedName(figure.indicator, locale)}
                  <span className="block text-xs font-normal text-ink-2 print:ml-2 print:inline">
                    {unitOf(figure.indicator, locale)} · {writtenPeriod(figure.periodCode, locale)}
                  </span>
                </th>
                <td className="end">{figure.previous === null ? '—' : groupedDecimal(figure.previous)}</td>
                <td className="end">{figure.yearEarlier === null ? '—' : groupedDecimal(figure.yearEarlier)}</td>
                <td className="end">{unlessBlank(writtenEntry(figure.entry.typed, figure.indicator, locale))}</td>
                <td className="end">{unlessBlank(writtenEntryYoy(figure.entry.typedYoy, figure.indicator, f))}</td>
                <td>{unlessBlank(figure.entry.sourceText)}</td>
                <td>{unlessBlank([figure.entry.explanation, figure.entry.note].filter(Boolean).join('；'))}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <p className="mt-8 flex flex-wrap justify-between gap-x-8 gap-y-4">
        {(['maker', 'checker', 'head', 'date'] as const).map((who) => (
          <span key={who}>{t(`printed.${who}`)}：＿＿＿＿＿＿</span>
        ))}
      </p>
    </div>
  );
}
