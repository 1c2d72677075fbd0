import { buttonLook } from '@/app/ui/primitives/button';
import { Section } from '@/app/ui/shell/section';
import { type Column, DataTable } from '@/app/ui/tables/data-table';
import type { Principal } from '@/lib/access/principal';
import { waitingEntries } from '@/lib/assessment/ledger/queries';
import { type WaitingEntry, waitingStates } from '@/lib/assessment/ledger/words';
import { writtenPeriod } from '@/lib/catalogue/periods/written';
import { writtenActor } from '@/lib/i18n/actors';
import { nameOf } from '@/lib/i18n/names';
import { translator } from '@/lib/i18n/translator';
import type { Locale } from '@/lib/i18n/words';
import { paths, withQuery } from '@/lib/paths';
import { Tally, tallyIn } from './tally';

/** The address of an entry, narrowed until its list is short enough to have it on the first page. */
const addressOf = ({ id, scheme, periodCode, unit, state }: WaitingEntry) =>
  withQuery(paths.ledger, { scheme: scheme.code, period: periodCode, unit: unit.code, state, open: id }, `e-${id}`);

/** Entries of the ledger whose next step the reader may take, by step; nothing where none waits for anybody. */
export async function LedgerWork({ principal, locale }: { principal: Principal; locale: Locale }) {
  const { entries, counts, own } = await waitingEntries(principal);
  const all = waitingStates.reduce((sum, state) => sum + counts[state], 0);
  if (all + own === 0) return null;
  const t = translator(locale, 'ledger');
  const tally = tallyIn(locale);
  const columns: Column<WaitingEntry>[] = [
    {
      key: 'unit',
      className: 'min-w-24',
      header: t('unit'),
      cell: (one) => (
        <a
          href={addressOf(one)}
          className="inline-flex min-h-6 items-center font-medium text-sea hover:underline max-sm:min-h-11"
        >
          {nameOf(one.unit, locale)}
        </a>
      ),
    },
    { key: 'kind', header: t('kind'), cell: ({ kind }) => t(`kinds.${kind}`) },
    { key: 'state', header: t('state'), cell: ({ state }) => t(`states.${state}`) },
    { key: 'period', header: t('period'), cell: ({ periodCode }) => writtenPeriod(periodCode, locale) },
    { key: 'scheme', header: t('scheme'), className: 'min-w-40', cell: ({ scheme }) => nameOf(scheme, locale) },
    { key: 'by', header: t('facts.recorded'), cell: ({ recordedByName }) => writtenActor(recordedByName, locale) },
  ];
  return (
    <Section
      id="ledger"
      title={t('work.title')}
      actions={
        <a href={paths.ledger} className={buttonLook('outline')}>
          {t('work.all')}
        </a>
      }
    >
      <Tally
        counts={waitingStates.map((state) =>
          tally(t(`work.${state}`), 'entries', counts[state], withQuery(paths.ledger, { state })),
        )}
      />
      {entries.length > 0 && (
        <DataTable caption={t('work.title')} rows={entries} columns={columns} rowKey={({ id }) => id} />
      )}
      {all > entries.length && (
        <p className="mt-2 text-table text-ink-2">{t('work.more', { count: all - entries.length })}</p>
      )}
      {own > 0 && <p className="mt-2 text-table text-ink-2">{t('work.own', { count: own })}</p>}
    </Section>
  );
}
