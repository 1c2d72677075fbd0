import { handoverHours, type ImportOutcome } from '@/lib/access/users/words';
import { translator } from '@/lib/i18n/translator';
import type { Locale } from '@/lib/i18n/words';

/** The result on the import page: a sentence and a table, and whether accounts were created. */
export type ShownOutcome = {
  readonly isMade: boolean;
  readonly title: string;
  readonly lead: string;
  readonly columns: readonly string[];
  readonly rows: readonly (readonly string[])[];
};

/** The result of an import in words. */
export function shownOutcome(outcome: ImportOutcome, locale: Locale): ShownOutcome {
  const t = translator(locale, 'access');
  const f = translator(locale, 'fields');
  if (outcome.kind === 'made') {
    return {
      isMade: true,
      title: t('userList.madeTitle', { count: outcome.handed.length }),
      lead: t('userList.madeLead', { hours: handoverHours }),
      columns: [t('users.username'), t('users.secret')],
      rows: outcome.handed.map(({ username, secret }) => [username, secret]),
    };
  }
  return {
    isMade: false,
    title: t('userList.faultsTitle', { count: outcome.faults.length }),
    lead: t('userList.faultsLead'),
    columns: [t('userList.cell'), t('userList.written'), t('userList.why')],
    rows: outcome.faults.map(({ line, column, key, value }) => [
      `${t('userList.line', { line })} · ${f(column)}`,
      value || '—',
      t(`userList.faults.${key}`),
    ]),
  };
}
