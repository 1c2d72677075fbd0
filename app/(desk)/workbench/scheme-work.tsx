import { buttonLook } from '@/app/ui/primitives/button';
import { Section } from '@/app/ui/shell/section';
import { type Column, DataTable } from '@/app/ui/tables/data-table';
import type { Principal } from '@/lib/access/principal';
import { draftsToPublish } from '@/lib/assessment/schemes/queries';
import type { WaitingDraft } from '@/lib/assessment/schemes/words';
import { writtenActor } from '@/lib/i18n/actors';
import { writtenMoment } from '@/lib/i18n/moments';
import { nameOf } from '@/lib/i18n/names';
import { translator } from '@/lib/i18n/translator';
import type { Locale } from '@/lib/i18n/words';
import { paths, withQuery } from '@/lib/paths';
import { Tally, tallyIn } from './tally';

/** Drafts of schemes that the reader may check and publish; nothing for none. */
export async function SchemeWork({ principal, locale }: { principal: Principal; locale: Locale }) {
  const drafts = await draftsToPublish(principal);
  if (drafts.length === 0) return null;
  const t = translator(locale, 'schemes');
  const columns: Column<WaitingDraft>[] = [
    {
      key: 'name',
      header: t('name'),
      className: 'min-w-48',
      cell: (one) => (
        <a
          href={withQuery(paths.scheme(one.code), { version: one.number })}
          className="inline-flex min-h-6 items-center font-medium text-sea hover:underline max-sm:min-h-11"
        >
          {nameOf(one, locale)}
        </a>
      ),
    },
    {
      key: 'draft',
      header: t('draft'),
      cell: ({ number, editedAt }) => t('versionAt', { number, at: writtenMoment(editedAt) }),
    },
    { key: 'editor', header: t('work.editor'), cell: ({ editorName }) => writtenActor(editorName, locale) },
  ];
  return (
    <Section
      id="drafts"
      title={t('work.title')}
      note={t('work.note')}
      actions={
        <a href={paths.schemes} className={buttonLook('outline')}>
          {t('work.all')}
        </a>
      }
    >
      <Tally counts={[tallyIn(locale)(t('work.toPublish'), 'items', drafts.length)]} />
      <DataTable caption={t('work.title')} rows={drafts} columns={columns} rowKey={({ code }) => code} />
    </Section>
  );
}
