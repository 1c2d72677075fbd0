import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { cache } from 'react';
import * as z from 'zod';
import { currentLocale } from '@/app/server/locale';
import { currentPrincipal } from '@/app/server/principal';
import { figuresFile } from '@/app/ui/figures/figures-file';
import { buttonLook } from '@/app/ui/primitives/button';
import { EmptyState } from '@/app/ui/primitives/empty-state';
import { Notice } from '@/app/ui/primitives/notice';
import { DemonstrationTag } from '@/app/ui/reporting/state-tag';
import { PageHeader } from '@/app/ui/shell/page-header';
import { Section } from '@/app/ui/shell/section';
import { FilterBar, FilterSelect } from '@/app/ui/tables/filter-bar';
import { PageNumber, pageAddress } from '@/app/ui/tables/page-number';
import { Pager } from '@/app/ui/tables/pager';
import { maySee } from '@/lib/access/permissions';
import { chartNotes, unitHonours } from '@/lib/catalogue/annotations/queries';
import { yearBases } from '@/lib/catalogue/comparing/queries';
import { writtenPeriod } from '@/lib/catalogue/periods/written';
import { unitPlaces, unitRanks } from '@/lib/catalogue/units/places/queries';
import { periodsOf, portraitOf } from '@/lib/catalogue/units/portrait';
import { portraitPage } from '@/lib/catalogue/units/portrait-page';
import { predecessorsOf } from '@/lib/catalogue/units/predecessors/queries';
import { groupSize, topicNames, unitFigures, unitHead, unitIndicators } from '@/lib/catalogue/units/queries';
import { listed, nameOf } from '@/lib/i18n/names';
import { translator } from '@/lib/i18n/translator';
import { paths, withQuery } from '@/lib/paths';
import { Before } from './before';
import { Honours } from './honours';
import { LeadFigures } from './lead-figures';
import { Standing } from './standing';
import { Successions } from './successions';
import { TopicTables } from './topic-tables';
import { Trends } from './trends';

type Props = PageProps<'/catalogue/units/[code]'>;

const word = z.string().max(40).optional().catch(undefined);
const Choice = z.object({ group: word, period: word, page: PageNumber, trends: PageNumber, honours: PageNumber });

/** Cached, since the page and its title both need it. */
const headOf = cache(async (code: string) => unitHead(await currentPrincipal(), code));

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const unit = await headOf((await params).code);
  return unit ? { title: nameOf(unit, await currentLocale()) } : {};
}

export default async function UnitPage({ params, searchParams }: Props) {
  const [{ code }, query, locale, principal] = await Promise.all([
    params,
    searchParams,
    currentLocale(),
    currentPrincipal(),
  ]);
  const unit = await headOf(code);
  if (!unit) notFound();
  const t = translator(locale, 'units');
  const asked = Choice.parse(query);
  const group = unit.groups.find((one) => one.code === asked.group) ?? unit.groups[0];
  const [held, members, predecessors] = await Promise.all([
    unitIndicators(principal, code, asked.period),
    group ? groupSize(principal, group.code) : 0,
    predecessorsOf(principal, code),
  ]);
  // A period without figures is reported and then ignored.
  const all = held.length > 0 || !asked.period ? held : await unitIndicators(principal, code);
  const shown = portraitPage(all, members, asked.page);
  const [figures, places, ranks, topics, honours, notes] = await Promise.all([
    unitFigures(principal, code, asked.period, shown.read),
    group ? unitPlaces(principal, code, group.code, asked.period, shown.read) : [],
    unitRanks(principal, code),
    topicNames(),
    unitHonours(principal, code, asked.honours),
    chartNotes(principal, { indicators: [...shown.listed], units: [code] }),
  ]);
  const otherOf = await yearBases(
    principal,
    figures.map(({ figure }) => figure),
  );
  const periods = periodsOf(figures);
  const period = periods.find((one) => one === asked.period) ?? null;
  const families = portraitOf({ figures, topics, places, ranks, otherOf }, period);
  const lines = families.flatMap(({ indicators }) => indicators);
  const part = shown.placesAll ? null : { count: shown.listed.size, all: all.length };
  const onPage = families.map(({ topic, indicators }) => ({
    topic,
    indicators: indicators.filter(({ indicator }) => shown.listed.has(indicator.code)),
  }));
  const path = paths.unit(code);
  const chosen = { ...(period && { period }), ...(asked.group && group && { group: group.code }) };
  const reorganised = unit.successions.flatMap(({ kind, happenedOn }) =>
    kind === 'merge' || kind === 'split' ? [happenedOn] : [],
  );
  const hasPlace = lines.some(({ standing }) => standing !== null);
  return (
    <>
      <PageHeader
        title={nameOf(unit, locale)}
        breadcrumb={[
          { label: t('title'), href: paths.units },
          ...(unit.parent ? [{ label: nameOf(unit.parent, locale), href: paths.unit(unit.parent.code) }] : []),
        ]}
        subtitle={
          <p className="flex flex-wrap items-center gap-x-4">
            {unit.isDemonstration && <DemonstrationTag locale={locale} />}
            <span>{t(`kinds.${unit.kind}`)}</span>
            <span>{t('code', { code: unit.gbCode ?? unit.code })}</span>
            {unit.groups.length > 0 && (
              <span>
                {t('inGroups', {
                  groups: listed(
                    unit.groups.map((one) => nameOf(one, locale)),
                    locale,
                  ),
                })}
              </span>
            )}
          </p>
        }
        actions={
          <>
            {lines.length > 0 && (
              <a href={figuresFile({ unit: unit.code })} download className={buttonLook('outline')}>
                {translator(locale, 'revisions')('download')}
              </a>
            )}
            {(maySee(principal.role, 'allTaskLists') ||
              (maySee(principal.role, 'taskLists') && principal.unitCode === unit.code)) && (
              <a href={paths.taskList(unit.code)} className={buttonLook('outline')}>
                {translator(locale, 'taskLists')('link')}
              </a>
            )}
            {maySee(principal.role, 'manageAnnotations') && (
              <a href={withQuery(paths.annotations, { unit: unit.code })} className={buttonLook('outline')}>
                {translator(locale, 'annotations')('title')}
              </a>
            )}
            {maySee(principal.role, 'manageUnits') && (
              <a href={paths.unitEditor(unit.code)} className={buttonLook('outline')}>
                {translator(locale, 'unitDesk')('edit')}
              </a>
            )}
          </>
        }
      />
      {asked.group !== undefined && asked.group !== group?.code && (
        <Notice tone="warn">
          {t('ignoredGroup', { value: asked.group, group: group ? nameOf(group, locale) : t('none') })}
        </Notice>
      )}
      {asked.period !== undefined && period === null && (
        <Notice tone="warn">{t('ignoredPeriod', { value: asked.period })}</Notice>
      )}
      <Successions unit={unit} locale={locale} />
      {lines.length === 0 && predecessors.histories.length > 0 ? (
        <p className="text-ink-2">{t('noneYet')}</p>
      ) : lines.length === 0 ? (
        <EmptyState
          title={t('noneTitle')}
          reason={t('noneReason')}
          action={
            <a href={paths.units} className="text-sea underline">
              {t('showAll')}
            </a>
          }
        />
      ) : (
        <>
          <FilterBar action={path} resetHref={path}>
            <FilterSelect
              label={t('period')}
              name="period"
              value={period ?? ''}
              options={[
                { value: '', label: t('latest') },
                ...periods.map((one) => ({ value: one, label: writtenPeriod(one, locale) })),
              ]}
            />
            {unit.groups.length > 1 && group && (
              <FilterSelect
                label={t('group')}
                name="group"
                value={group.code}
                options={unit.groups.map((one) => ({ value: one.code, label: nameOf(one, locale) }))}
              />
            )}
          </FilterBar>
          <LeadFigures lines={lines} locale={locale} />
          {group && hasPlace && (
            <Section id="standing" title={t('standing', { group: nameOf(group, locale) })}>
              <Standing lines={lines} places={places} group={group} part={part} locale={locale} />
            </Section>
          )}
          <Section id="figures" title={t('figures')} note={t(hasPlace || !group ? 'figuresNote' : 'noStanding')}>
            {shown.pages > 1 && (
              <p className="mb-3 text-table text-ink-2">{t('pageOf', { count: shown.listed.size, all: all.length })}</p>
            )}
            <TopicTables
              families={onPage}
              unitCode={unit.code}
              reorganised={reorganised}
              held={new Map(all.map((one) => [one.code, one.figures]))}
              isLong={shown.pages > 1}
              locale={locale}
            />
            <Pager
              page={shown.page}
              pages={shown.pages}
              hrefOf={pageAddress(path, chosen)}
              whole={translator(locale, 'revisions')('download')}
              locale={locale}
            />
          </Section>
          <Trends
            lines={onPage.flatMap(({ indicators }) => indicators)}
            unit={unit}
            predecessors={predecessors}
            reorganised={reorganised}
            notes={notes}
            page={asked.trends}
            hrefOf={(page) => withQuery(path, { ...chosen, page: shown.page, trends: page }, 'trends')}
            locale={locale}
          />
        </>
      )}
      <Honours
        unit={unit}
        found={honours}
        hrefOf={(page) => withQuery(path, { ...chosen, honours: page }, 'honours')}
        locale={locale}
      />
      <Before predecessors={predecessors} unitCode={unit.code} locale={locale} />
    </>
  );
}
