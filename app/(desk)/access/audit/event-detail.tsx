import { clsx } from 'clsx';
import { Badge } from '@/app/ui/primitives/badge';
import type { TrailChange, TrailEvent } from '@/lib/access/audit/trail/words';
import { type Told, writtenFields, writtenSubject } from '@/lib/access/audit/trail/written-event';
import { translator } from '@/lib/i18n/translator';
import type { Locale } from '@/lib/i18n/words';
import { withQuery } from '@/lib/paths';

type Shown = { told: Told; path: string; locale: Locale };

/** The changes of an event: each subject with its fields before and after, side by side. */
export function EventDetail({ event, ...shown }: Shown & { event: TrailEvent }) {
  const at = (change: TrailChange) => event.changes.indexOf(change);
  return (
    <div className="max-w-4xl space-y-4">
      {event.changes.map((change) => (
        <ChangeTable key={`${change.subject} ${at(change)}`} change={change} {...shown} />
      ))}
    </div>
  );
}

function ChangeTable({ change, told, path, locale }: Shown & { change: TrailChange }) {
  const t = translator(locale, 'audit');
  const fields = writtenFields(change, told.names, locale);
  const subject = writtenSubject(change.subject, told, locale);
  return (
    <div>
      <p className="py-1 break-all">
        <span className="text-ink-2">{t('columns.subject')} </span>
        {change.subject ? (
          <a href={withQuery(path, { subject: change.subject })} className="font-semibold text-sea hover:underline">
            {subject}
          </a>
        ) : (
          t('nobody')
        )}
      </p>
      {fields.length === 0 ? (
        <p className="text-ink-2">{t('details.nothing')}</p>
      ) : (
        <table className="w-full table-fixed border-collapse text-table">
          <caption className="sr-only">{subject}</caption>
          <thead>
            <tr className="border-b border-rule-strong text-left text-ink-2">
              <th scope="col" className="w-1/4 py-1.5 pr-3 font-semibold">
                {t('details.field')}
              </th>
              <th scope="col" className="py-1.5 pr-3 font-semibold">
                {t('details.before')}
              </th>
              <th scope="col" className="py-1.5 pr-3 font-semibold">
                {t('details.after')}
              </th>
              <th scope="col" className="w-20 py-1.5 font-semibold">
                {t('details.mark')}
              </th>
            </tr>
          </thead>
          <tbody>
            {fields.map((field) => (
              <tr key={field.key} className="border-b border-rule align-top">
                <th scope="row" className="py-1.5 pr-3 text-left font-normal break-words text-ink-2">
                  {field.name}
                </th>
                <td className="py-1.5 pr-3 break-words">{field.before}</td>
                <td className={clsx('py-1.5 pr-3 break-words', field.kind !== 'same' && 'font-semibold')}>
                  {field.after}
                </td>
                <td className="py-1.5">
                  {field.kind === 'same' ? (
                    <span className="text-xs text-ink-2">{t('details.same')}</span>
                  ) : (
                    <Badge tone="sea">{t(`details.${field.kind}`)}</Badge>
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </div>
  );
}
