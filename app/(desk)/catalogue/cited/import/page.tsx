import type { Metadata } from 'next';
import * as z from 'zod';
import { currentLocale } from '@/app/server/locale';
import { principalFor } from '@/app/server/principal';
import { SelectField, TextAreaField, TextField } from '@/app/ui/forms/fields';
import { buttonLook } from '@/app/ui/primitives/button';
import { PageHeader } from '@/app/ui/shell/page-header';
import { citableSources } from '@/lib/catalogue/sources/queries';
import { translator } from '@/lib/i18n/translator';
import { longest } from '@/lib/observations/cited/words';
import { vintages } from '@/lib/observations/words';
import { paths } from '@/lib/paths';
import { inMegabytes, limits } from '@/lib/reporting/upload/limits';
import { ImportCitedForm } from './import-cited-form';

const Choice = z.object({ source: z.string().max(64).catch('') });

export async function generateMetadata(): Promise<Metadata> {
  return { title: translator(await currentLocale(), 'cited')('import.title') };
}

/** The page on which a tidy sheet of figures is previewed and handed to a second person. */
export default async function ImportCitedPage({ searchParams }: PageProps<'/catalogue/cited/import'>) {
  const [locale, principal, query] = await Promise.all([currentLocale(), principalFor('cited'), searchParams]);
  const t = translator(locale, 'cited');
  const f = translator(locale, 'figures');
  const { source } = Choice.parse(query);
  const sources = await citableSources(principal);
  return (
    <>
      <PageHeader
        title={t('import.title')}
        subtitle={<span className="block max-w-3xl">{t('import.lead')}</span>}
        breadcrumb={[{ label: t('title'), href: paths.citedFigures }]}
        actions={
          <a href={paths.citedTemplateFile} download className={buttonLook('outline')}>
            {t('import.template')}
          </a>
        }
      />
      <p className="mb-6 max-w-3xl text-ink-2">
        {t('import.needed')} {t('import.names')}
      </p>
      <ImportCitedForm
        action={paths.uploadCited}
        words={{
          submit: t('import.preview'),
          busy: t('import.busy'),
          refused: t('import.refused'),
          failed: t('import.failed'),
          noFile: t('import.noFile'),
          file: t('import.file'),
          hint: translator(locale, 'imports')('start.dropHint', {
            xlsx: inMegabytes(limits.xlsx.bytes),
            csv: inMegabytes(limits.csv.bytes),
          }),
        }}
        fields={
          <div className="grid gap-x-6 sm:grid-cols-2">
            <SelectField
              name="source"
              label={t('import.source')}
              value={source}
              className="justify-end sm:col-span-2"
              options={[
                { value: '', label: t('import.noSource') },
                ...sources.map(({ code, title }) => ({ value: code, label: title })),
              ]}
            />
            <SelectField
              name="vintage"
              label={t('import.vintage')}
              value="preliminary"
              className="justify-end"
              options={vintages.map((one) => ({ value: one, label: f(one) }))}
            />
            <TextField name="locator" label={t('import.locator')} maxLength={longest.locator} className="justify-end" />
            <TextAreaField
              name="reason"
              label={t('import.reason')}
              rows={2}
              maxLength={300}
              className="sm:col-span-2"
            />
          </div>
        }
      />
    </>
  );
}
