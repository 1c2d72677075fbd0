import type { Metadata } from 'next';
import { Fragment } from 'react';
import * as z from 'zod';
import { currentLocale } from '@/app/server/locale';
import { principalFor } from '@/app/server/principal';
import { TextAreaField } from '@/app/ui/forms/fields';
import { buttonLook } from '@/app/ui/primitives/button';
import { Notice } from '@/app/ui/primitives/notice';
import { PageHeader } from '@/app/ui/shell/page-header';
import { translator } from '@/lib/i18n/translator';
import { paths } from '@/lib/paths';
import { inMegabytes, limits } from '@/lib/reporting/upload/limits';
import { CatalogueForm } from './catalogue-form';

const count = z
  .string()
  .regex(/^\d{1,6}$/)
  .transform(Number)
  .catch(0);
const Done = z.object({
  done: z.literal('1').optional().catch(undefined),
  created: count,
  changed: count,
  proposed: count,
  targets: count,
});

export async function generateMetadata(): Promise<Metadata> {
  return { title: translator(await currentLocale(), 'workbook')('title') };
}

/** The page on which the whole catalogue is exported, and imported after a preview of every change. */
export default async function CatalogueWorkbookPage({ searchParams }: PageProps<'/catalogue/workbook'>) {
  const [locale, , query] = await Promise.all([currentLocale(), principalFor('manageCatalogue'), searchParams]);
  const t = translator(locale, 'workbook');
  const { done, proposed, targets, ...counts } = Done.parse(query);
  const waiting = [
    ...(proposed > 0 ? [{ href: paths.proposals, title: translator(locale, 'proposals')('title') }] : []),
    ...(targets > 0 ? [{ href: paths.targets, title: translator(locale, 'targets')('title') }] : []),
  ];
  return (
    <>
      <PageHeader
        title={t('title')}
        subtitle={<span className="block max-w-3xl">{t('lead')}</span>}
        actions={
          <a href={paths.catalogueFile} download className={buttonLook('outline')}>
            {t('download')}
          </a>
        }
      />
      {done && (
        <Notice>
          {t('import.done', { ...counts, proposed: proposed + targets })}
          {waiting.map(({ href, title }) => (
            <Fragment key={href}>
              {' '}
              <a href={href} className="text-sea underline">
                {title}
              </a>
            </Fragment>
          ))}
        </Notice>
      )}
      <p className="mb-6 max-w-3xl text-ink-2">{t('rules')}</p>
      <CatalogueForm
        action={paths.uploadCatalogue}
        locale={locale}
        words={{
          submit: t('import.preview'),
          busy: t('import.busy'),
          refused: t('import.refused'),
          failed: t('import.failed'),
          noFile: t('import.noFile'),
          file: t('import.file'),
          hint: t('import.hint', { xlsx: inMegabytes(limits.xlsx.bytes) }),
        }}
        fields={
          <TextAreaField
            name="reason"
            label={t('import.reason')}
            hint={t('import.reasonHint')}
            rows={2}
            maxLength={300}
          />
        }
      />
    </>
  );
}
