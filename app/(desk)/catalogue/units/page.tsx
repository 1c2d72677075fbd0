import { clsx } from 'clsx';
import type { Metadata } from 'next';
import * as z from 'zod';
import { currentLocale } from '@/app/server/locale';
import { currentPrincipal } from '@/app/server/principal';
import { EndedUnit } from '@/app/ui/figures/ended-unit';
import { buttonLook } from '@/app/ui/primitives/button';
import { EmptyState } from '@/app/ui/primitives/empty-state';
import { markedName } from '@/app/ui/primitives/marked';
import { PageHeader } from '@/app/ui/shell/page-header';
import { FilterTabs } from '@/app/ui/tables/filter-bar';
import { PageNumber, pageAddress } from '@/app/ui/tables/page-number';
import { Pager } from '@/app/ui/tables/pager';
import { SearchField } from '@/app/ui/tables/search-field';
import { maySee } from '@/lib/access/permissions';
import { writtenPeriod } from '@/lib/catalogue/periods/written';
import { unitList } from '@/lib/catalogue/units/queries';
import type { UnitLine } from '@/lib/catalogue/units/words';
import { unitKinds } from '@/lib/catalogue/words';
import { translator } from '@/lib/i18n/translator';
import type { Locale } from '@/lib/i18n/words';
import { pagesOf } from '@/lib/paging';
import { paths, withQuery } from '@/lib/paths';

const path = paths.units;
const Choice = z.object({
  q: z
    .string()
    .trim()
    .max(60)
    .regex(/^\P{Cc}*$/u)
    .catch(''),
  kind: z.enum(unitKinds).optional().catch(undefined),
  page: PageNumber,
});

export async function generateMetadata(): Promise<Metadata> {
  return { title: translator(await currentLocale(), 'units')('title') };
}

export default async function UnitsPage({ searchParams }: PageProps<'/catalogue/units'>) {
  const locale = await currentLocale();
  const t = translator(locale, 'units');
  const asked = Choice.parse(await searchParams);
  const { q, kind } = asked;
  const principal = await currentPrincipal();
  const found = await unitList(principal, asked);
  const d = translator(locale, 'unitDesk');
  const isSought = q !== '' || kind !== undefined;
  const kinds = unitKinds.filter((one) => found.kinds.includes(one));
  return (
    <>
      <PageHeader
        title={t('title')}
        subtitle={t('lead')}
        actions={
          maySee(principal.role, 'manageUnits') && (
            <>
              <a href={paths.catalogueWorkbook} className={buttonLook('outline')}>
                {translator(locale, 'workbook')('title')}
              </a>
              <a href={paths.mergeUnits} className={buttonLook('outline')}>
                {d('merge')}
              </a>
              <a href={paths.newUnit} className={buttonLook('primary')}>
                {d('create')}
              </a>
            </>
          )
        }
      />
      <div className="mb-5 flex flex-wrap items-center gap-x-4 gap-y-3">
        <SearchField
          action={path}
          value={q}
          keep={{ kind }}
          className="w-full sm:w-80"
          words={{ label: t('search'), hint: t('searchHint'), find: t('apply') }}
        />
        <FilterTabs
          label={t('kind')}
          options={[
            { label: t('all'), href: withQuery(path, { q }), current: !kind },
            ...kinds.map((one) => ({
              label: t(`kinds.${one}`),
              href: withQuery(path, { q, kind: one }),
              current: kind === one,
            })),
          ]}
        />
        <p className="text-table text-ink-2">{t('total', { count: found.total })}</p>
      </div>
      {found.total === 0 ? (
        <EmptyState
          title={t(isSought ? 'noMatch' : 'noUnits')}
          reason={t(isSought ? 'noMatchReason' : 'noUnitsReason')}
          action={
            isSought && (
              <a href={path} className={buttonLook('outline')}>
                {t('showAll')}
              </a>
            )
          }
        />
      ) : found.isTree ? (
        <Tree units={found.units} locale={locale} />
      ) : (
        <ul className="grid gap-x-8 sm:grid-cols-2 lg:grid-cols-3 xl:grid-cols-4">
          {found.units.map((unit) => (
            <li key={unit.code} className="border-b border-rule">
              <UnitLink unit={unit} locale={locale} />
              {unit.parent && <p className="-mt-1 pb-1.5 text-xs text-ink-2">{markedName(unit.parent, locale)}</p>}
            </li>
          ))}
        </ul>
      )}
      {!found.isTree && (
        <Pager page={found.page} pages={pagesOf(found.total)} hrefOf={pageAddress(path, { q, kind })} locale={locale} />
      )}
    </>
  );
}

function UnitLink({ unit, locale, strong }: { unit: UnitLine; locale: Locale; strong?: boolean }) {
  return (
    <a
      href={paths.unit(unit.code)}
      className={clsx('block py-1.5 leading-6 hover:text-sea max-sm:py-2.5', strong && 'font-semibold')}
    >
      <span className={clsx('hover:underline', unit.figures === 0 && 'text-ink-2')}>{markedName(unit, locale)}</span>
      <EndedUnit unit={unit} locale={locale} />
      {(unit.figures > 0 || !unit.validTo) && (
        <span className="ml-2 text-xs font-normal whitespace-nowrap text-ink-2">{heldWords(unit, locale)}</span>
      )}
    </a>
  );
}

function heldWords({ figures, latest }: UnitLine, locale: Locale): string {
  const t = translator(locale, 'units');
  if (figures === 0) return t('empty');
  return latest === null
    ? t('count', { count: figures })
    : t('countUntil', { count: figures, period: writtenPeriod(latest, locale) });
}

/** The tree of units: two levels as sections and columns, the third indented, which is the depth of these divisions. */
function Tree({ units, locale }: { units: readonly UnitLine[]; locale: Locale }) {
  const under = (code: string | null) => units.filter((unit) => unit.parentCode === code);
  const roots = units.filter((unit) => !units.some((other) => other.code === unit.parentCode));
  const tops = roots.flatMap((root) => [...under(root.code).filter((unit) => under(unit.code).length > 0), root]);
  return tops.map((top) => {
    const children = under(top.code).filter((unit) => !tops.includes(unit));
    return (
      <section key={top.code} className="mb-6 border-t-2 border-ink pt-2">
        <h2 className="text-lg">
          <UnitLink unit={top} locale={locale} strong />
        </h2>
        <ul className="gap-x-8 columns-1 sm:columns-2 lg:columns-3 xl:columns-4">
          {children.map((unit) => (
            <li key={unit.code} className="break-inside-avoid border-b border-rule">
              <UnitLink unit={unit} locale={locale} strong={under(unit.code).length > 0} />
              <Branch parent={unit} under={under} locale={locale} />
            </li>
          ))}
        </ul>
      </section>
    );
  });
}

function Branch(props: { parent: UnitLine; under: (code: string) => UnitLine[]; locale: Locale }) {
  const children = props.under(props.parent.code);
  if (children.length === 0) return null;
  return (
    <ul className="mb-1 ml-1 border-l border-rule pl-3">
      {children.map((unit) => (
        <li key={unit.code}>
          <UnitLink unit={unit} locale={props.locale} />
          <Branch {...props} parent={unit} />
        </li>
      ))}
    </ul>
  );
}
