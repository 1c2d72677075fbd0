import type { Metadata } from 'next';
import * as z from 'zod';
import { record } from '@/app/(desk)/catalogue/annotations/actions';
import { NoteFields } from '@/app/(desk)/catalogue/annotations/note-fields';
import { currentLocale } from '@/app/server/locale';
import { principalFor } from '@/app/server/principal';
import { CommandForm } from '@/app/ui/forms/command-form';
import { SelectField } from '@/app/ui/forms/fields';
import { PageHeader } from '@/app/ui/shell/page-header';
import { noteChoices } from '@/lib/catalogue/annotations/queries';
import { annotationKinds, longest } from '@/lib/catalogue/annotations/words';
import { translator } from '@/lib/i18n/translator';
import { paths } from '@/lib/paths';

const Text = z.string().max(longest.name).catch('');
const Choice = z.object({ kind: z.enum(annotationKinds).catch('annotation'), unit: Text, indicator: Text });

export async function generateMetadata(): Promise<Metadata> {
  return { title: translator(await currentLocale(), 'annotations')('newTitle') };
}

/** The page on which the office records a note, an honour or an event. */
export default async function NewAnnotationPage({ searchParams }: PageProps<'/catalogue/annotations/new'>) {
  const [locale, principal, query] = await Promise.all([
    currentLocale(),
    principalFor('manageAnnotations'),
    searchParams,
  ]);
  const { kind, unit, indicator } = Choice.parse(query);
  const choices = await noteChoices(principal);
  const t = translator(locale, 'annotations');
  return (
    <>
      <PageHeader
        title={t('newTitle')}
        subtitle={<span className="block max-w-3xl">{t('newLead')}</span>}
        breadcrumb={[{ label: t('title'), href: paths.annotations }]}
      />
      <CommandForm
        action={record}
        submit={t('submit')}
        refusedTitle={t('refusedTitle')}
        id="annotation"
        className="max-w-4xl"
      >
        <SelectField
          name="kind"
          label={t('form.kind')}
          hint={t('form.kindHint')}
          value={kind}
          options={annotationKinds.map((one) => ({ value: one, label: t(`kinds.${one}`) }))}
          className="max-w-md"
        />
        <NoteFields note={{}} unit={unit} indicator={indicator} {...choices} locale={locale} />
      </CommandForm>
    </>
  );
}
