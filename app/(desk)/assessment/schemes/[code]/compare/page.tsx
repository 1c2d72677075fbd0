import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import * as z from 'zod';
import { addressPart } from '@/app/server/address-part';
import { currentDay } from '@/app/server/clock';
import { currentLocale } from '@/app/server/locale';
import { principalFor } from '@/app/server/principal';
import { EmptyState } from '@/app/ui/primitives/empty-state';
import { PageHeader } from '@/app/ui/shell/page-header';
import { FilterBar, FilterSelect } from '@/app/ui/tables/filter-bar';
import { schemeCatalogue } from '@/lib/assessment/schemes/catalogue/queries';
import { compareSchemes, type PartChanges } from '@/lib/assessment/schemes/compare/compare-schemes';
import { blocksOf, itemsOf } from '@/lib/assessment/schemes/document/nodes';
import type { Scheme } from '@/lib/assessment/schemes/document/scheme';
import { schemeDocuments, schemeVersions } from '@/lib/assessment/schemes/queries';
import type { SchemeCatalogue } from '@/lib/assessment/schemes/words';
import { nameOf } from '@/lib/i18n/names';
import { translator } from '@/lib/i18n/translator';
import type { Locale } from '@/lib/i18n/words';
import { paths } from '@/lib/paths';
import { ChangeTable } from './change-table';

const Version = z
  .string()
  .regex(/^\d{1,6}$/)
  .transform(Number)
  .optional()
  .catch(undefined);
const Choice = z.object({ from: Version, to: Version });

export async function generateMetadata(): Promise<Metadata> {
  return { title: translator(await currentLocale(), 'schemes')('compare.title') };
}

/** The differences of two versions of a scheme. By default: the newest and the one before. */
export default async function CompareSchemePage(props: PageProps<'/assessment/schemes/[code]/compare'>) {
  const [{ code: part }, raw, locale, principal] = await Promise.all([
    props.params,
    props.searchParams,
    currentLocale(),
    principalFor('published'),
  ]);
  const found = await schemeVersions(principal, addressPart(part));
  if (!found) notFound();
  const { code, versions } = found;
  const numbers = versions.map(({ number }) => number);
  const choice = Choice.parse(raw);
  const knownVersion = (number: number | undefined) =>
    number !== undefined && numbers.includes(number) ? number : undefined;
  const to = knownVersion(choice.to) ?? numbers[0] ?? 1;
  const from = knownVersion(choice.from) ?? numbers.find((number) => number < to) ?? to;
  const today = await currentDay();
  const documents = await schemeDocuments(principal, code, [from, to]);
  const [before, after] = [documents.get(from), documents.get(to)];
  if (!before || !after) notFound();
  const catalogue = await schemeCatalogue(after.peerGroup, today);
  const t = translator(locale, 'schemes');
  const path = paths.scheme(code);
  const changes = compareSchemes(before, after);
  const count = (kind: PartChanges['kind']) => changes.filter((one) => one.kind === kind).length;
  const options = versions.map(({ number, state }) => ({
    value: `${number}`,
    label: t('versionShort', { number }),
    note: t(`states.${state}`),
  }));
  const named = namesIn([after, before], catalogue, locale);
  return (
    <>
      <PageHeader
        title={t('compare.title')}
        subtitle={t('compare.lead', { from, to })}
        breadcrumb={[
          { label: t('title'), href: paths.schemes },
          { label: nameOf(after, locale), href: path },
        ]}
      />
      <FilterBar action={paths.schemeComparison(code)}>
        <FilterSelect label={t('compare.from')} name="from" value={`${from}`} options={options} />
        <FilterSelect label={t('compare.to')} name="to" value={`${to}`} options={options} />
      </FilterBar>
      {changes.length === 0 ? (
        <EmptyState title={t('compare.same')} reason={t('compare.sameReason')} />
      ) : (
        <>
          <p className="mb-3 text-ink-2">
            {t('compare.summary', { added: count('added'), removed: count('removed'), changed: count('changed') })}
          </p>
          <ChangeTable
            parts={changes}
            nameOf={(_field, key) => named.get(key) ?? key}
            partName={({ part: kind, key }) =>
              key === '' ? t(`compare.parts.${kind}`) : `${t(`compare.parts.${kind}`)} ${named.get(key) ?? key}`
            }
            locale={locale}
          />
        </>
      )}
    </>
  );
}

/** The names of the keys and codes in the versions; the newer name where both have one. */
function namesIn(schemes: readonly [Scheme, Scheme], catalogue: SchemeCatalogue, locale: Locale): Map<string, string> {
  const named = new Map<string, string>();
  for (const one of [...catalogue.groups, ...catalogue.units, ...catalogue.indicators])
    named.set(one.code, nameOf(one, locale));
  for (const scheme of [...schemes].reverse()) {
    const grades = scheme.grades.by === 'none' ? [] : scheme.grades.grades;
    for (const one of [...blocksOf(scheme), ...itemsOf(scheme), ...grades, ...scheme.vetoes]) {
      named.set(one.key, nameOf(one, locale));
    }
  }
  return named;
}
