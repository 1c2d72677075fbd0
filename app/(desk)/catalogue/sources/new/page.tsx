import type { Metadata } from 'next';
import { create } from '@/app/(desk)/catalogue/sources/actions';
import { SourceFields } from '@/app/(desk)/catalogue/sources/source-fields';
import { currentLocale } from '@/app/server/locale';
import { principalFor } from '@/app/server/principal';
import { CommandForm } from '@/app/ui/forms/command-form';
import { TextField } from '@/app/ui/forms/fields';
import { PageHeader } from '@/app/ui/shell/page-header';
import { translator } from '@/lib/i18n/translator';
import { paths } from '@/lib/paths';

export async function generateMetadata(): Promise<Metadata> {
  return { title: translator(await currentLocale(), 'documents')('newTitle') };
}

/** The page on which the office registers a document. */
export default async function NewSourcePage() {
  const [locale] = await Promise.all([currentLocale(), principalFor('manageSources')]);
  const t = translator(locale, 'documents');
  return (
    <>
      <PageHeader
        title={t('newTitle')}
        subtitle={<span className="block max-w-3xl">{t('newLead')}</span>}
        breadcrumb={[{ label: translator(locale, 'sources')('title'), href: paths.sources }]}
      />
      <CommandForm
        action={create}
        submit={t('create')}
        refusedTitle={t('refusedTitle')}
        id="source"
        className="max-w-3xl"
      >
        <SourceFields locale={locale} />
        <TextField
          name="sourceCode"
          label={t('form.sourceCode')}
          hint={t('form.sourceCodeHint')}
          maxLength={64}
          className="max-w-md"
        />
      </CommandForm>
    </>
  );
}
