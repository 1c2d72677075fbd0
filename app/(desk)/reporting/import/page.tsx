import type { Metadata } from 'next';
import * as z from 'zod';
import { currentLocale } from '@/app/server/locale';
import { principalFor } from '@/app/server/principal';
import { buttonLook } from '@/app/ui/primitives/button';
import { EmptyState } from '@/app/ui/primitives/empty-state';
import { PageHeader } from '@/app/ui/shell/page-header';
import { Section } from '@/app/ui/shell/section';
import { FilterBar, FilterSelect } from '@/app/ui/tables/filter-bar';
import { writtenMoment } from '@/lib/i18n/moments';
import { translator } from '@/lib/i18n/translator';
import { paths, withQuery } from '@/lib/paths';
import { deadlineOf } from '@/lib/reporting/collections/timeliness';
import { ownReturns } from '@/lib/reporting/entry/form/queries';
import { recentUploads } from '@/lib/reporting/import/preview/queries';
import { inMegabytes, limits } from '@/lib/reporting/upload/limits';
import { ImportSteps } from './import-steps';
import { RecentUploads } from './recent-uploads';
import { UploadForm } from './upload-form';

const Choice = z.object({ collection: z.string().max(64).optional().catch(undefined) });

export async function generateMetadata(): Promise<Metadata> {
  return { title: translator(await currentLocale(), 'imports')('title') };
}

/** The page on which a reporter downloads the template of a return and uploads it. */
export default async function ImportPage({ searchParams }: PageProps<'/reporting/import'>) {
  const [locale, principal, asked] = await Promise.all([currentLocale(), principalFor('entry'), searchParams]);
  const [returns, uploads] = await Promise.all([ownReturns(principal, new Date()), recentUploads(principal)]);
  const t = translator(locale, 'imports');
  const open = returns.filter(({ isOpen, returned }) => isOpen || returned > 0);
  const { collection } = Choice.parse(asked);
  const chosen = collection === '' ? null : (open.find((one) => one.collectionId === collection) ?? open[0] ?? null);
  const path = chosen && paths.templateFile(chosen.collectionId);
  return (
    <>
      <PageHeader
        title={t('title')}
        subtitle={<span className="block max-w-3xl">{t('lead')}</span>}
        breadcrumb={[{ label: translator(locale, 'entry')('tasksTitle'), href: paths.tasks }]}
      />
      {open.length === 0 ? (
        <EmptyState
          title={t('start.noneTitle')}
          reason={t('start.noneReason')}
          action={
            <a href={paths.tasks} className={buttonLook('outline')}>
              {t('start.toTasks')}
            </a>
          }
        />
      ) : (
        <>
          <ImportSteps now="template" locale={locale} />
          <Section title={t('steps.template')} id="template" className="mt-0">
            <FilterBar action={paths.figuresImport} isPart>
              <FilterSelect
                label={t('start.collection')}
                name="collection"
                value={chosen?.collectionId ?? ''}
                options={[
                  ...open.map(({ collectionId, title }) => ({ value: collectionId, label: title })),
                  { value: '', label: t('start.all') },
                ]}
              />
            </FilterBar>
            {chosen && path ? (
              <>
                <p className="flex flex-wrap gap-3">
                  <a href={withQuery(path, { format: 'xlsx' })} download className={buttonLook('primary')}>
                    {t('start.templateXlsx')}
                  </a>
                  <a href={withQuery(path, { format: 'csv' })} download className={buttonLook('outline')}>
                    {t('start.templateCsv')}
                  </a>
                </p>
                <p className="mt-2 text-table text-ink-2">
                  {t('start.due', { moment: writtenMoment(deadlineOf(chosen)) })} · {t('start.templateNote')}
                </p>
              </>
            ) : (
              <p className="text-table text-ink-2">{t('start.allHint')}</p>
            )}
          </Section>
          <Section title={t('steps.upload')} id="upload">
            <UploadForm
              collectionId={chosen?.collectionId ?? ''}
              words={{
                file: t('start.file'),
                drop: t('start.drop'),
                dropHint: t('start.dropHint', {
                  xlsx: inMegabytes(limits.xlsx.bytes),
                  csv: inMegabytes(limits.csv.bytes),
                }),
                submit: t('start.submit'),
                sending: t('start.sending', { percent: '{percent}' }),
                reading: t('start.reading'),
                waiting: t('start.waiting', { count: '{count}' }),
                refused: t('start.refused'),
                failed: t('start.failed'),
                noFile: t('start.noFile'),
                changed: t('start.changed'),
                tooLarge: translator(locale, 'upload')('tooLarge', { megabytes: inMegabytes(limits.csv.bytes) }),
                chosen: t('start.chosen', { name: '{name}' }),
              }}
            />
          </Section>
        </>
      )}
      <p className="mt-6">
        <a href={paths.mappings} className="inline-flex min-h-6 items-center text-sea underline max-sm:min-h-11">
          {translator(locale, 'mapping')('links.fromImport')}
        </a>
      </p>
      <Section title={t('start.recentTitle')} id="recent">
        <RecentUploads uploads={uploads} locale={locale} />
      </Section>
    </>
  );
}
