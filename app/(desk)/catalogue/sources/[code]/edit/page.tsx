import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { edit } from '@/app/(desk)/catalogue/sources/actions';
import { SourceFields } from '@/app/(desk)/catalogue/sources/source-fields';
import { addressPart } from '@/app/server/address-part';
import { currentLocale } from '@/app/server/locale';
import { principalFor } from '@/app/server/principal';
import { CommandForm } from '@/app/ui/forms/command-form';
import { PageHeader } from '@/app/ui/shell/page-header';
import { sourceHead } from '@/lib/catalogue/sources/queries';
import { translator } from '@/lib/i18n/translator';
import { paths } from '@/lib/paths';

export async function generateMetadata(): Promise<Metadata> {
  return { title: translator(await currentLocale(), 'documents')('editTitle') };
}

/** The page on which the office changes what is said about a document. */
export default async function EditSourcePage({ params }: PageProps<'/catalogue/sources/[code]/edit'>) {
  const [{ code }, locale] = await Promise.all([params, currentLocale(), principalFor('manageSources')]);
  const found = await sourceHead(addressPart(code));
  if (!found || found.isComputed) notFound();
  const t = translator(locale, 'documents');
  return (
    <>
      <PageHeader
        title={t('editTitle')}
        breadcrumb={[
          { label: translator(locale, 'sources')('title'), href: paths.sources },
          { label: found.title, href: paths.source(found.code) },
        ]}
      />
      <CommandForm
        action={edit}
        submit={t('save')}
        refusedTitle={t('refusedTitle')}
        id="source"
        hidden={{ code: found.code, version: found.version }}
        className="max-w-3xl"
      >
        <SourceFields source={found} locale={locale} />
      </CommandForm>
    </>
  );
}
