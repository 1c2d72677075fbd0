import { CopyText } from '@/app/ui/forms/copy-button';
import { Tick } from '@/app/ui/forms/tick';
import { markedName } from '@/app/ui/primitives/marked';
import { ContactLine } from '@/app/ui/reporting/contact-line';
import { StateTag, TimelinessTag } from '@/app/ui/reporting/state-tag';
import { type Column, DataTable } from '@/app/ui/tables/data-table';
import { writtenMoment } from '@/lib/i18n/moments';
import { listed, nameOf } from '@/lib/i18n/names';
import { translator } from '@/lib/i18n/translator';
import type { Locale } from '@/lib/i18n/words';
import { paths, withQuery } from '@/lib/paths';
import { isBehind } from '@/lib/reporting/collections/progress/unit-order';
import {
  type AskedItem,
  type CollectionDetail,
  type UnitProgress,
  unitSorts,
} from '@/lib/reporting/collections/progress/words';
import type { Contact } from '@/lib/reporting/contacts/words';
import type { CollectionChoice } from './page';
import { reminderOf } from './reminder-text';

const isSent = ({ state }: UnitProgress) => state !== 'empty' && state !== 'draft';

/** Units, a line each. The checkboxes for reminders are named `unit-…` with their codes. */
export function UnitTable(props: {
  one: CollectionDetail;
  units: readonly UnitProgress[];
  choice: CollectionChoice;
  path: string;
  mayManage: boolean;
  mayRemind: boolean;
  /** Whether the returns themselves may be read. */
  mayRead: boolean;
  /** The figures that each unit has not filled in. */
  blanks: ReadonlyMap<string, readonly AskedItem[]>;
  /** Whom to call, for who may know. */
  contacts: ReadonlyMap<string, Contact>;
  now: Date;
  locale: Locale;
}) {
  const { one, units, choice, path, mayManage, mayRemind, mayRead, locale } = props;
  const t = translator(locale, 'collections');
  const r = translator(locale, 'reporting');
  const moment = (at: Date | null) => (at ? writtenMoment(at) : '—');
  const columns: Column<UnitProgress>[] = [
    {
      key: 'unit',
      header: t('unitTable.unit'),
      className: 'whitespace-nowrap',
      cell: (unit) =>
        mayRemind && isBehind(unit) ? (
          <Tick
            name={`unit-${unit.code}`}
            isOn={unit.timeliness !== 'notOpen'}
            label={t('unitTable.tick', { unit: nameOf(unit, locale) })}
            className="sm:min-h-7"
          >
            {markedName(unit, locale)}
          </Tick>
        ) : (
          <span className={mayRemind ? 'pl-6 max-sm:pl-7' : ''}>
            {mayRead && isSent(unit) ? (
              <a
                href={paths.reviewedReturn(one.id, unit.code)}
                className="inline-flex min-h-7 items-center text-sea hover:underline max-sm:min-h-11"
              >
                {markedName(unit, locale)}
              </a>
            ) : (
              nameOf(unit, locale)
            )}
          </span>
        ),
    },
    {
      key: 'state',
      header: t('unitTable.state'),
      sortable: true,
      className: 'whitespace-nowrap',
      cell: (unit) => (
        <span className="flex gap-1">
          <StateTag state={unit.state} locale={locale} />
          <TimelinessTag timeliness={unit.timeliness} locale={locale} />
        </span>
      ),
    },
    {
      key: 'filled',
      header: t('unitTable.filledAndItems'),
      align: 'end',
      sortable: true,
      className: 'whitespace-nowrap',
      cell: ({ filled, items }) => t('unitTable.filledOf', { filled, items }),
    },
    {
      key: 'waits',
      header: t('unitTable.waits'),
      className: 'whitespace-nowrap',
      cell: ({ waits }) =>
        waits.length > 0
          ? listed(
              waits.map((level) => r(`reviewLevels.${level}`)),
              locale,
            )
          : '—',
    },
    {
      key: 'submittedAt',
      header: t('unitTable.submittedAt'),
      sortable: true,
      className: 'whitespace-nowrap',
      cell: ({ submittedAt }) => moment(submittedAt),
    },
    {
      key: 'reminders',
      header: t('unitTable.reminders'),
      align: 'end',
      sortable: true,
      className: 'whitespace-nowrap',
      cell: ({ reminders, remindedAt }) => (
        <>
          {reminders}
          {remindedAt && (
            <span className="block text-xs text-ink-2">
              {t('unitTable.lastReminded', { at: writtenMoment(remindedAt) })}
            </span>
          )}
        </>
      ),
    },
    ...(units.some(({ extendedUntil }) => extendedUntil)
      ? [
          {
            key: 'extendedUntil',
            header: t('unitTable.extendedUntil'),
            className: 'whitespace-nowrap',
            cell: ({ extendedUntil, extendedReason }: UnitProgress) => (
              <span title={extendedReason}>{moment(extendedUntil)}</span>
            ),
          },
        ]
      : []),
    ...(mayManage
      ? [
          {
            key: 'contact',
            header: t('unitTable.contact'),
            className: 'break-keep',
            cell: ({ code }: UnitProgress) => <ContactLine contact={props.contacts.get(code)} />,
          },
        ]
      : []),
    ...(mayManage && one.state === 'open'
      ? [
          {
            key: 'action',
            header: t('unitTable.action'),
            className: 'break-keep',
            cell: (unit: UnitProgress) =>
              isBehind(unit) && (
                <span className="flex flex-wrap items-center gap-x-3">
                  <CopyText
                    text={reminderOf(props, [unit])}
                    label={t('remind.copyOf', { unit: nameOf(unit, locale) })}
                    words={{ copy: t('remind.copy'), copied: t('remind.copied') }}
                    isPlain
                  />
                  <a
                    href={withQuery(path, { do: 'extend', unit: unit.code }, 'measure')}
                    aria-label={t('unitTable.extendOf', { unit: nameOf(unit, locale) })}
                    className="inline-flex min-h-7 items-center text-sea hover:underline max-sm:min-h-11"
                  >
                    {t('unitTable.extend')}
                  </a>
                </span>
              ),
          },
        ]
      : []),
  ];
  const { show, sort, order } = choice;
  return (
    <DataTable
      caption={t('unitTable.caption')}
      rows={units}
      columns={columns}
      rowKey={({ code }) => code}
      sort={sort ? { key: sort, order } : null}
      sortHref={(key, next) => {
        const isKnown = unitSorts.some((word) => word === key);
        return withQuery(path, { show, ...(isKnown && next && { sort: key, order: next }) });
      }}
    />
  );
}
