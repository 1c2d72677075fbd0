import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { file } from '@/app/(desk)/assessment/appeals/actions';
import { NewAppealAddress } from '@/app/(desk)/assessment/appeals/address';
import { aboutPrefix } from '@/app/(desk)/assessment/appeals/read-form';
import { currentLocale } from '@/app/server/locale';
import { principalFor } from '@/app/server/principal';
import { CommandForm } from '@/app/ui/forms/command-form';
import { TextAreaField } from '@/app/ui/forms/fields';
import { Tick } from '@/app/ui/forms/tick';
import { markedName } from '@/app/ui/primitives/marked';
import { Notice } from '@/app/ui/primitives/notice';
import { PageHeader } from '@/app/ui/shell/page-header';
import { appealsUntil } from '@/lib/assessment/appeals/queries';
import { writtenResult } from '@/lib/assessment/appeals/written';
import { unitResult } from '@/lib/assessment/rankings/card/queries';
import { resultRun } from '@/lib/assessment/rankings/queries';
import { itemsOf } from '@/lib/assessment/schemes/document/nodes';
import { todayOf } from '@/lib/catalogue/today';
import { nameOf } from '@/lib/i18n/names';
import { translator } from '@/lib/i18n/translator';
import { paths } from '@/lib/paths';

export async function generateMetadata(): Promise<Metadata> {
  return { title: translator(await currentLocale(), 'appeals')('fileTitle') };
}

/** A new appeal about the score card of the own unit that the address names. */
export default async function NewAppealPage({ searchParams }: PageProps<'/assessment/appeals/new'>) {
  const [locale, principal, query] = await Promise.all([currentLocale(), principalFor('ownAppeals'), searchParams]);
  const asked = NewAppealAddress.parse(query);
  if (asked.unit !== principal.unitCode) notFound();
  const [run, unit, until] = await Promise.all([
    resultRun(principal, asked.run),
    unitResult(principal, asked.run, asked.unit),
    appealsUntil(principal, asked.run),
  ]);
  if (!run || !unit || until === null) notFound();
  const t = translator(locale, 'appeals');
  const isLate = todayOf({ now: new Date() }) > until;
  const explanation = translator(locale, 'explanation');
  return (
    <>
      <PageHeader
        title={t('fileTitle')}
        subtitle={t('fileLead', { result: writtenResult(run, locale), day: until })}
        breadcrumb={[
          {
            label: explanation('card.title', { unit: nameOf(unit, locale) }),
            href: paths.explanation(run.id, unit.code),
          },
        ]}
      />
      {isLate ? (
        <Notice tone="warn">{t('refused.tooLate', { day: until })}</Notice>
      ) : (
        <CommandForm
          id="file"
          action={file}
          submit={t('forms.file')}
          refusedTitle={t('forms.refusedTitle')}
          hidden={{ run: run.id, ownUnit: unit.code }}
          className="max-w-3xl"
        >
          <fieldset className="mb-4 min-w-0">
            <legend className="text-sm font-medium">{t('forms.about')}</legend>
            <p className="mb-2 text-xs leading-5 text-ink-2">{t('forms.aboutHint')}</p>
            <ul
              id="field-file-about"
              tabIndex={-1}
              className="grid gap-x-8 border-y border-rule py-1 sm:grid-cols-2 lg:grid-cols-3"
            >
              <li>
                <Tick name={aboutPrefix} isOn={asked.item === ''}>
                  {t('total')}
                </Tick>
              </li>
              {itemsOf(run.scheme).map((item) => (
                <li key={item.key}>
                  <Tick name={`${aboutPrefix}${item.key}`} isOn={asked.item === item.key}>
                    <span className="min-w-0">{markedName(item, locale)}</span>
                  </Tick>
                </li>
              ))}
            </ul>
          </fieldset>
          <TextAreaField
            name="grounds"
            label={t('forms.grounds')}
            hint={t('forms.groundsHint')}
            rows={6}
            maxLength={4000}
          />
          <TextAreaField name="asks" label={t('forms.asks')} hint={t('forms.asksHint')} rows={3} maxLength={1000} />
        </CommandForm>
      )}
    </>
  );
}
