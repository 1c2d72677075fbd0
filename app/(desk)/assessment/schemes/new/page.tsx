import type { Metadata } from 'next';
import * as z from 'zod';
import { create, importFile } from '@/app/(desk)/assessment/schemes/actions';
import { currentLocale } from '@/app/server/locale';
import { principalFor } from '@/app/server/principal';
import { CommandForm } from '@/app/ui/forms/command-form';
import { FileField, SelectField, TextField } from '@/app/ui/forms/fields';
import { PageHeader } from '@/app/ui/shell/page-header';
import { Section } from '@/app/ui/shell/section';
import { schemeCatalogue } from '@/lib/assessment/schemes/catalogue/queries';
import { schemeList } from '@/lib/assessment/schemes/queries';
import { schemeKinds } from '@/lib/assessment/words';
import { writtenMoment } from '@/lib/i18n/moments';
import { nameOf } from '@/lib/i18n/names';
import { translator } from '@/lib/i18n/translator';
import { paths } from '@/lib/paths';

const Asked = z.object({ copyOf: z.string().max(60).catch('') });

export async function generateMetadata(): Promise<Metadata> {
  return { title: translator(await currentLocale(), 'schemes')('new.title') };
}

export default async function NewSchemePage({ searchParams }: PageProps<'/assessment/schemes/new'>) {
  const [locale, principal, raw] = await Promise.all([currentLocale(), principalFor('manageSchemes'), searchParams]);
  const { copyOf } = Asked.parse(raw);
  const today = writtenMoment(new Date()).slice(0, 10);
  const [lines, { groups }] = await Promise.all([schemeList(principal), schemeCatalogue('', today)]);
  const copied = lines.find(({ code }) => copyOf.startsWith(`${code}/`));
  const t = translator(locale, 'schemes');
  const refusedTitle = translator(locale, 'errors')('title');
  const versions = lines.flatMap((line) =>
    [line.publishedNumber, line.draftNumber].flatMap((number) =>
      number === null
        ? []
        : [
            {
              value: `${line.code}/${number}`,
              label: `${nameOf(line, locale)} · ${t('versionShort', { number })}`,
            },
          ],
    ),
  );
  return (
    <>
      <PageHeader
        title={t('new.title')}
        subtitle={t('new.lead')}
        breadcrumb={[{ label: t('title'), href: paths.schemes }]}
      />
      <div className="grid gap-x-12 lg:grid-cols-2">
        <Section title={t('new.title')} id="create" className="mt-4 min-w-0">
          <CommandForm action={create} id="create-form" submit={t('new.submit')} refusedTitle={refusedTitle}>
            <TextField name="nameZh" label={t('new.nameZh')} maxLength={200} />
            <TextField name="nameEn" label={t('new.nameEnOptional')} hint={t('new.nameEnHint')} maxLength={200} />
            <TextField name="schemeCode" label={t('new.codeOptional')} hint={t('new.proposedHint')} maxLength={40} />
            <SelectField
              name="kind"
              label={t('kind')}
              value={copied?.kind ?? 'comprehensive'}
              options={schemeKinds.map((value) => ({ value, label: t(`kinds.${value}`) }))}
            />
            <SelectField
              name="peerGroupCode"
              label={t('group')}
              hint={t('new.groupHint')}
              value={copied?.group.code ?? groups[0]?.code ?? ''}
              options={groups.map((group) => ({ value: group.code, label: nameOf(group, locale) }))}
            />
            <SelectField
              name="copyOf"
              label={t('new.copyOf')}
              value={versions.some(({ value }) => value === copyOf) ? copyOf : ''}
              options={[{ value: '', label: t('new.copyNone') }, ...versions]}
            />
          </CommandForm>
        </Section>
        <Section title={t('new.importTitle')} id="import" className="mt-4 min-w-0 max-lg:mt-10">
          <p className="mb-4 text-ink-2">{t('new.importLead')}</p>
          <CommandForm
            action={importFile}
            id="import-form"
            submit={t('new.importSubmit')}
            tone="outline"
            refusedTitle={refusedTitle}
          >
            <FileField name="file" label={t('new.file')} hint={t('new.fileHint')} accept=".json,.xlsx" />
            <TextField name="schemeCode" label={t('code')} hint={t('new.codeHint')} maxLength={40} />
            <TextField name="note" label={t('new.note')} hint={t('new.noteHint')} maxLength={500} />
          </CommandForm>
        </Section>
      </div>
    </>
  );
}
