import type { ReactNode } from 'react';
import { marked } from '@/app/ui/primitives/marked';
import { DataTable } from '@/app/ui/tables/data-table';
import type { SchemeVersion } from '@/lib/assessment/schemes/words';
import { writtenActor } from '@/lib/i18n/actors';
import { writtenMoment } from '@/lib/i18n/moments';
import { translator } from '@/lib/i18n/translator';
import type { Locale } from '@/lib/i18n/words';
import { paths, withQuery } from '@/lib/paths';

/** The versions with author, publisher and dates. */
export function VersionTable(props: {
  code: string;
  versions: readonly SchemeVersion[];
  shown: number;
  locale: Locale;
}) {
  const { code, versions, shown, locale } = props;
  const t = translator(locale, 'schemes');
  const earlierThan = (number: number) => versions.find((version) => version.number < number)?.number;
  return (
    <DataTable
      caption={`${t('title')} ${t('page.versions')}`}
      rows={versions}
      rowKey={({ number }) => `${number}`}
      isFocal={({ number }) => number === shown}
      columns={[
        {
          key: 'number',
          header: t('page.versionNumber'),
          className: 'whitespace-nowrap',
          cell: ({ number }) => (
            <a href={withQuery(paths.scheme(code), { version: number })}>{t('versionShort', { number })}</a>
          ),
        },
        {
          key: 'state',
          header: t('page.state'),
          className: 'whitespace-nowrap',
          cell: ({ state }) => t(`states.${state}`),
        },
        {
          key: 'edited',
          header: t('page.editedBy'),
          cell: ({ editorName, editedAt }) => (
            <Who name={marked(writtenActor(editorName, locale), locale)} at={editedAt} />
          ),
        },
        {
          key: 'published',
          header: t('page.publishedBy'),
          cell: ({ publisherName, publishedAt }) =>
            publisherName && publishedAt ? (
              <Who name={marked(writtenActor(publisherName, locale), locale)} at={publishedAt} />
            ) : (
              '—'
            ),
        },
        {
          key: 'note',
          header: t('page.note'),
          className: 'min-w-48',
          cell: ({ note, basedOn }) =>
            marked(
              [note, basedOn !== null && t('page.basedOn', { number: basedOn })].filter(Boolean).join(' · ') || '—',
              locale,
            ),
        },
        {
          key: 'compare',
          header: <span className="sr-only">{t('compare.title')}</span>,
          className: 'whitespace-nowrap',
          cell: ({ number }) => {
            const earlier = earlierThan(number);
            if (earlier === undefined) return null;
            return (
              <a href={withQuery(paths.schemeComparison(code), { from: earlier, to: number })}>{t('page.compare')}</a>
            );
          },
        },
      ]}
    />
  );
}

function Who({ name, at }: { name: ReactNode; at: Date }) {
  return (
    <>
      {name} <span className="whitespace-nowrap text-ink-2">{writtenMoment(at)}</span>
    </>
  );
}
