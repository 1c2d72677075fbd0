import type { Metadata } from 'next';
import * as z from 'zod';
import { currentLocale } from '@/app/server/locale';
import { principalFor } from '@/app/server/principal';
import { buttonLook } from '@/app/ui/primitives/button';
import { EmptyState } from '@/app/ui/primitives/empty-state';
import { Notice } from '@/app/ui/primitives/notice';
import { PageHeader } from '@/app/ui/shell/page-header';
import { FilterBar, FilterSelect } from '@/app/ui/tables/filter-bar';
import { PageNumber, pageAddress } from '@/app/ui/tables/page-number';
import { Pager } from '@/app/ui/tables/pager';
import { may } from '@/lib/access/permissions';
import { ledgerFilters, ledgerList, nodeNames, pageLength } from '@/lib/assessment/ledger/queries';
import { entryKinds, entryStates } from '@/lib/assessment/words';
import { writtenPeriod } from '@/lib/catalogue/periods/written';
import { nameOf } from '@/lib/i18n/names';
import { translator } from '@/lib/i18n/translator';
import type { Named } from '@/lib/i18n/words';
import { paths, withQuery } from '@/lib/paths';
import { EntryDetail } from './entry-detail';
import { LedgerTable } from './ledger-table';

const path = paths.ledger;
const code = z.string().max(64).optional().catch(undefined);
const Choice = z.object({
  scheme: code,
  period: code,
  unit: code,
  state: z.enum(entryStates).optional().catch(undefined),
  kind: z.enum(entryKinds).optional().catch(undefined),
  open: code,
  done: z.enum(['record', 'advance', 'revoke']).optional().catch(undefined),
  page: PageNumber,
});

export async function generateMetadata(): Promise<Metadata> {
  return { title: translator(await currentLocale(), 'ledger')('title') };
}

/** The ledger: entries by hand with unit, grounds and state. */
export default async function LedgerPage({ searchParams }: PageProps<'/assessment/ledger'>) {
  const [locale, principal] = await Promise.all([currentLocale(), principalFor('ledger')]);
  const { open, done, page, ...choice } = Choice.parse(await searchParams);
  const [{ lines, total }, filters] = await Promise.all([
    ledgerList(principal, { ...choice, page }),
    ledgerFilters(principal),
  ]);
  const names = await nodeNames(
    principal,
    lines.map(({ scheme }) => scheme.code),
  );
  const t = translator(locale, 'ledger');
  const pages = Math.max(1, Math.ceil(total / pageLength));
  const isNarrowed = Object.values(choice).some((value) => value !== undefined);
  const any = { value: '', label: t('all') };
  const namedOptions = (rows: readonly Named[]) => [
    any,
    ...rows.map((one) => ({ value: one.code, label: nameOf(one, locale) })),
  ];
  const hrefOf = (id: string | null) =>
    withQuery(path, { ...choice, page: page > 1 ? page : undefined, open: id ?? undefined });
  return (
    <>
      <PageHeader
        title={t('title')}
        subtitle={t('lead', { total })}
        actions={
          may(principal.role, 'adjustment.record') && (
            <a href={paths.newLedgerEntry} className={buttonLook('primary')}>
              {t('record')}
            </a>
          )
        }
      />
      {done && <Notice>{t(`done.${done}`)}</Notice>}
      <FilterBar action={path} {...(isNarrowed && { resetHref: path })}>
        <FilterSelect
          label={t('scheme')}
          name="scheme"
          value={choice.scheme ?? ''}
          options={namedOptions(filters.schemes)}
        />
        <FilterSelect
          label={t('period')}
          name="period"
          value={choice.period ?? ''}
          options={[any, ...filters.periods.map((value) => ({ value, label: writtenPeriod(value, locale) }))]}
        />
        <FilterSelect label={t('unit')} name="unit" value={choice.unit ?? ''} options={namedOptions(filters.units)} />
        <FilterSelect
          label={t('kind')}
          name="kind"
          value={choice.kind ?? ''}
          options={[any, ...entryKinds.map((value) => ({ value, label: t(`kinds.${value}`) }))]}
        />
        <FilterSelect
          label={t('state')}
          name="state"
          value={choice.state ?? ''}
          options={[any, ...entryStates.map((value) => ({ value, label: t(`states.${value}`) }))]}
        />
      </FilterBar>
      {lines.length === 0 ? (
        <EmptyState
          title={t('none')}
          reason={t('noneReason')}
          action={
            isNarrowed && (
              <a href={path} className={buttonLook('outline')}>
                {t('reset')}
              </a>
            )
          }
        />
      ) : (
        <LedgerTable
          lines={lines}
          names={names}
          openId={open ?? null}
          hrefOf={hrefOf}
          detail={(line) => <EntryDetail line={line} principal={principal} locale={locale} />}
          locale={locale}
        />
      )}
      <Pager page={page} pages={pages} hrefOf={pageAddress(path, choice)} locale={locale} />
    </>
  );
}
