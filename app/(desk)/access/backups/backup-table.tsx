import { Badge } from '@/app/ui/primitives/badge';
import { marked } from '@/app/ui/primitives/marked';
import { type Column, DataTable } from '@/app/ui/tables/data-table';
import type { BackupLine } from '@/lib/backups/words';
import { writtenMoment } from '@/lib/i18n/moments';
import { translator } from '@/lib/i18n/translator';
import type { Locale } from '@/lib/i18n/words';

const tones = { asked: 'gold', good: 'sea', failed: 'gold', removed: 'plain' } as const;

/** The newest backups, each with how it ended. */
export function BackupTable({ backups, locale }: { backups: readonly BackupLine[]; locale: Locale }) {
  const t = translator(locale, 'backups');
  const columns: Column<BackupLine>[] = [
    {
      key: 'at',
      header: t('at'),
      className: 'whitespace-nowrap',
      cell: ({ endedAt, askedAt }) => writtenMoment(endedAt ?? askedAt),
    },
    {
      key: 'state',
      header: t('state'),
      cell: ({ state, fault }) => (
        <>
          <Badge tone={tones[state]}>{t(`states.${state}`)}</Badge>
          {fault && <span className="ml-2 text-ink-2">{t(`faults.${fault}`)}</span>}
        </>
      ),
    },
    {
      key: 'origin',
      header: t('origin'),
      cell: ({ origin, askedBy }) => marked(t(`origins.${origin}`, { name: askedBy }), locale),
    },
    {
      key: 'file',
      header: t('file'),
      cell: ({ fileName }) => <span className="font-mono text-xs break-all">{fileName}</span>,
    },
    {
      key: 'size',
      header: t('size'),
      align: 'end',
      cell: ({ bytes }) => (bytes === null ? '' : t('megabytes', { size: bytes / 1_000_000 })),
    },
    {
      key: 'rows',
      header: t('rows'),
      align: 'end',
      cell: ({ rows }) => (rows === null ? '' : t('rowCount', { rows })),
    },
    {
      key: 'encrypted',
      header: t('encrypted'),
      cell: ({ isEncrypted, bytes }) => (bytes === null ? '' : t(isEncrypted ? 'isEncrypted' : 'notEncrypted')),
    },
  ];
  return <DataTable caption={t('caption')} rows={backups} columns={columns} rowKey={({ id }) => id} stacked />;
}
