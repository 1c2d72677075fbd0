import { Badge } from '@/app/ui/primitives/badge';
import { type Column, DataTable } from '@/app/ui/tables/data-table';
import { type TrailAddress, trailQuery } from '@/lib/access/audit/trail/trail-choice';
import type { Trail, TrailEvent } from '@/lib/access/audit/trail/words';
import {
  isFailure,
  writtenActor,
  writtenCommand,
  writtenRole,
  writtenSubject,
  writtenSummary,
} from '@/lib/access/audit/trail/written-event';
import { writtenSecond } from '@/lib/i18n/moments';
import { translator } from '@/lib/i18n/translator';
import type { Locale } from '@/lib/i18n/words';
import { EventDetail } from './event-detail';

/** Events, a line each; the number opens the changes. The open event is in the address, so that it can be linked to. */
export function TrailTable(props: { trail: Trail; path: string; address: TrailAddress; locale: Locale }) {
  const { trail, path, address, locale } = props;
  const t = translator(locale, 'audit');
  const { people } = trail;
  const hrefOf = ({ seq }: TrailEvent) =>
    path + trailQuery(address, { before: address.before, open: seq === address.open ? undefined : seq });
  const columns: Column<TrailEvent>[] = [
    {
      key: 'seq',
      header: t('columns.seq'),
      className: 'w-0 whitespace-nowrap',
      cell: (event) => {
        const isOpen = event.seq === address.open;
        return (
          <a
            href={hrefOf(event)}
            data-stay=""
            aria-expanded={isOpen}
            aria-label={t(isOpen ? 'close' : 'open', { seq: event.seq })}
            className="inline-flex min-h-7 items-center gap-1.5 text-sea hover:underline max-sm:min-h-11"
          >
            <span aria-hidden="true" className="w-3 text-center">
              {isOpen ? '−' : '+'}
            </span>
            {event.seq}
          </a>
        );
      },
    },
    {
      key: 'at',
      header: t('columns.at'),
      className: 'w-0 sm:whitespace-nowrap',
      cell: ({ at }) => {
        const [day, clock] = writtenSecond(at).split(' ');
        return (
          <time dateTime={at.toISOString()}>
            <span className="whitespace-nowrap">{day}</span> {clock}
          </time>
        );
      },
    },
    {
      key: 'actor',
      header: t('columns.actor'),
      className: 'whitespace-nowrap',
      cell: ({ actor }) => {
        const { name, username } = writtenActor(actor, people, locale);
        return (
          <>
            {name} <span className="text-ink-2 max-sm:block">{username}</span>
          </>
        );
      },
    },
    {
      key: 'role',
      header: t('columns.role'),
      className: 'whitespace-nowrap text-ink-2',
      cell: ({ role }) => writtenRole(role, locale),
    },
    {
      key: 'command',
      header: t('columns.command'),
      // Chinese words would break anywhere.
      className: locale === 'en' ? 'min-w-36' : 'whitespace-nowrap',
      cell: (event) => (
        <>
          {writtenCommand(event.command, locale)} {isFailure(event) && <Badge tone="gold">{t('failed')}</Badge>}
        </>
      ),
    },
    {
      key: 'subject',
      wide: true,
      header: t('columns.change'),
      className: 'min-w-56 max-w-md whitespace-normal',
      cell: (event) => <Subject event={event} trail={trail} sought={address.subject} locale={locale} />,
    },
    {
      key: 'address',
      header: t('columns.address'),
      className: 'whitespace-nowrap text-ink-2',
      cell: (event) => event.address || t('noAddress'),
    },
  ];
  return (
    <DataTable
      stacked
      caption={t('title')}
      rows={trail.events}
      columns={columns}
      rowKey={({ seq }) => `${seq}`}
      detail={(event) =>
        event.seq === address.open && <EventDetail event={event} told={trail} path={path} locale={locale} />
      }
    />
  );
}

/** Shortens long hexadecimal keys to their beginning; the opened row has all of them. */
const shortenKey = (text: string) => text.replace(/([0-9a-f]{12})[0-9a-f]{20,}/g, '$1…');

function Subject(props: { event: TrailEvent; trail: Trail; sought: string; locale: Locale }) {
  const { event, trail, sought, locale } = props;
  const [first] = event.changes;
  if (!first) return translator(locale, 'audit')('nobody');
  const words = shortenKey(writtenSubject(first.subject, trail, locale));
  const summary = shortenKey(writtenSummary(event, trail, locale, sought));
  const count = event.changes.length;
  return (
    <>
      <span className="block" title={first.subject}>
        {words}
        {count > 1 && <span className="text-ink-2"> {translator(locale, 'audit')('andMore', { count })}</span>}
      </span>
      {summary && <span className="line-clamp-2 text-ink-2">{summary}</span>}
    </>
  );
}
