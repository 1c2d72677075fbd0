import type { Metadata } from 'next';
import * as z from 'zod';
import { currentLocale } from '@/app/server/locale';
import { principalFor } from '@/app/server/principal';
import { FileForm } from '@/app/ui/forms/file-form';
import { Notice } from '@/app/ui/primitives/notice';
import { PageHeader } from '@/app/ui/shell/page-header';
import { Section } from '@/app/ui/shell/section';
import { maySee } from '@/lib/access/permissions';
import { translator } from '@/lib/i18n/translator';
import { paths } from '@/lib/paths';
import { keptMappings } from '@/lib/reporting/mapping/kept/queries';
import { mappedSheets } from '@/lib/reporting/mapping/sheets/queries';
import { inMegabytes, limits } from '@/lib/reporting/upload/limits';
import { KeptTable } from './kept-table';
import { SheetTable } from './sheet-table';

const Choice = z.object({ done: z.enum(['renamed', 'retired', 'abandoned']).optional().catch(undefined) });

export async function generateMetadata(): Promise<Metadata> {
  return { title: translator(await currentLocale(), 'mapping')('title') };
}

/** The desk where sheets are read as they come: those in work, kept mappings, and those that are done. */
export default async function MappingPage({ searchParams }: PageProps<'/reporting/mapping'>) {
  const [locale, principal, asked] = await Promise.all([currentLocale(), principalFor('mapping'), searchParams]);
  const [open, done, kept] = await Promise.all([
    mappedSheets(principal, 'open'),
    mappedSheets(principal, 'done'),
    keptMappings(principal),
  ]);
  const t = translator(locale, 'mapping');
  const { done: step } = Choice.parse(asked);
  const home = maySee(principal.role, 'cited')
    ? { label: translator(locale, 'cited')('title'), href: paths.citedFigures }
    : { label: translator(locale, 'imports')('title'), href: paths.figuresImport };
  return (
    <>
      <PageHeader
        title={t('title')}
        subtitle={<span className="block max-w-3xl">{t('lead')}</span>}
        breadcrumb={[home]}
      />
      {step && <Notice>{t(`notice.${step}`)}</Notice>}
      <Section id="upload" title={t('upload.title')} className="mt-0">
        <FileForm
          action={paths.uploadMapping}
          accept=".xlsx,.csv"
          words={{
            submit: t('upload.submit'),
            busy: t('upload.busy'),
            refused: t('upload.refused'),
            failed: t('upload.failed'),
            noFile: t('upload.noFile'),
            file: t('upload.file'),
            hint: t('upload.hint', {
              xlsx: `${inMegabytes(limits.xlsx.bytes)}`,
              csv: `${inMegabytes(limits.csv.bytes)}`,
            }),
          }}
        />
      </Section>
      <Section id="open" title={t('open.title')}>
        <SheetTable sheets={open} caption={t('open.caption')} empty={t('open.none')} locale={locale} />
      </Section>
      <Section id="kept" title={t('kept.title')} note={t('kept.lead')}>
        <KeptTable kept={kept} locale={locale} />
      </Section>
      {done.length > 0 && (
        <Section id="done" title={t('done.title')}>
          <SheetTable sheets={done} caption={t('done.caption')} isDone empty="" locale={locale} />
        </Section>
      )}
    </>
  );
}
