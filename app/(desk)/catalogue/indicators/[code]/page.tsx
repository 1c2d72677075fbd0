import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { cache } from 'react';
import { addressPart } from '@/app/server/address-part';
import { currentDay, currentMoment } from '@/app/server/clock';
import { currentLocale } from '@/app/server/locale';
import { currentPlace } from '@/app/server/place';
import { currentPrincipal } from '@/app/server/principal';
import { figuresFile } from '@/app/ui/figures/figures-file';
import { buttonLook } from '@/app/ui/primitives/button';
import { Notice } from '@/app/ui/primitives/notice';
import { DemonstrationTag } from '@/app/ui/reporting/state-tag';
import { PageHeader } from '@/app/ui/shell/page-header';
import { Section } from '@/app/ui/shell/section';
import { PageNumber } from '@/app/ui/tables/page-number';
import { may } from '@/lib/access/permissions';
import { chartNotes } from '@/lib/catalogue/annotations/queries';
import { choosePeriod, type Ignored } from '@/lib/catalogue/indicators/choose-period';
import { indicatorPage } from '@/lib/catalogue/indicators/queries';
import { writtenPeriod } from '@/lib/catalogue/periods/written';
import { demonstrationTopic } from '@/lib/catalogue/words';
import { unitsOverTime } from '@/lib/dashboards/indicator/charts';
import { pastMoment, writtenMoment } from '@/lib/i18n/moments';
import { nameOf, unitOf } from '@/lib/i18n/names';
import { translator } from '@/lib/i18n/translator';
import { derivationOf } from '@/lib/observations/derived/queries';
import { focalUnits } from '@/lib/observations/ranking/focal-units';
import { coursesOf, figuresOf, ranking, revisionsOf } from '@/lib/observations/ranking/queries';
import { withCourses } from '@/lib/observations/ranking/ranking-of';
import { rowsOnPage, type Sort, sortKeys } from '@/lib/observations/ranking/sort-rows';
import { isWorded } from '@/lib/observations/written';
import { paths, withQuery } from '@/lib/paths';
import { type Address, addressOf, downloadOf, readAddress } from './address';
import { ChoiceBar } from './choice-bar';
import { DefinitionCard } from './definition-card';
import { DerivationSection } from './derivation-section';
import { FigureList } from './figure-list';
import { FiguresSection } from './figures-section';
import { Nothing } from './nothing';
import { OutsideTable } from './outside-table';
import { RankingCharts } from './ranking-charts';
import { RankingNotes } from './ranking-notes';
import { RankingTable } from './ranking-table';
import { Retired } from './retired';
import { RevisionsSection } from './revisions-section';

type Props = PageProps<'/catalogue/indicators/[code]'>;

/** Cached, since the page and its title both need it. */
const pageOf = cache(async (code: string) => indicatorPage(await currentPrincipal(), addressPart(code)));

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const [{ code }, locale] = await Promise.all([params, currentLocale()]);
  const page = await pageOf(code);
  return page ? { title: nameOf(page.indicator, locale) } : {};
}

function sortOf({ sort, order }: Address): Sort | null {
  const key = sortKeys.find((known) => known === sort);
  return key ? { key, order: order === 'asc' ? 'asc' : 'desc' } : null;
}

export default async function IndicatorDetailPage({ params, searchParams }: Props) {
  const [{ code: named }, query, locale, principal] = await Promise.all([
    params,
    searchParams,
    currentLocale(),
    currentPrincipal(),
  ]);
  const page = await pageOf(named);
  if (!page) notFound();
  const { indicator, topic } = page;
  const { code } = indicator;
  const asked = readAddress(query);
  const at = asked.asof === undefined ? null : pastMoment(asked.asof, await currentMoment());
  const address = { ...asked, asof: at ? asked.asof : undefined };
  const chosen = choosePeriod(page.coverage, page.groups, address, page.indicator.measure);
  const listsAll = address.list === 'all' || !chosen;
  const listed =
    listsAll || address.unit
      ? await figuresOf(
          principal,
          { indicatorCode: code, unitCode: listsAll ? undefined : address.unit },
          at ?? undefined,
        )
      : null;
  const unitUnknown = !listsAll && address.unit !== undefined && listed?.figures.length === 0;
  const choice = chosen && {
    indicatorCode: code,
    periodCode: chosen.period.periodCode,
    peerGroupCode: chosen.group.code,
  };
  const [ranked, revisions] = await Promise.all([
    choice && ranking(principal, choice, at ?? undefined),
    revisionsOf(principal, { indicatorCode: code, unitCode: unitUnknown ? undefined : address.unit }),
  ]);

  const t = translator(locale, 'indicators');
  const r = translator(locale, 'revisions');
  const sort = sortOf(address);
  const ignored: Ignored[] = [
    ...(chosen?.ignored ?? []),
    ...(address.sort && !sort ? [{ name: 'sort', value: address.sort } as const] : []),
    ...(address.unit && unitUnknown ? [{ name: 'unit', value: address.unit } as const] : []),
    ...(asked.asof && !at ? [{ name: 'asof', value: asked.asof } as const] : []),
  ];
  const period = chosen ? writtenPeriod(chosen.period.periodCode, locale) : '';
  const groupName = chosen ? nameOf(chosen.group, locale) : '';
  const shown = chosen ? t('page.ranking', { period, group: groupName }) : '';
  const name = nameOf(indicator, locale);
  const { homeUnits } = (await currentPlace()).settings;
  const derivation = at ? null : await derivationOf(principal, code, { unitCode: address.unit, first: homeUnits });
  const focal = focalUnits(ranked?.rows.map(({ unit }) => unit) ?? [], homeUnits, address.unit);
  const pageAsked = PageNumber.parse(address.page);
  const table =
    ranked && choice && !ranked.hasCourses
      ? withCourses(
          ranked,
          await coursesOf(
            principal,
            choice,
            {
              periods: ranked.periods,
              units: [
                ...rowsOnPage(ranked.rows, sort, pageAsked),
                ...unitsOverTime({ ranking: ranked, focal, locale }),
              ].map(({ unit }) => unit.code),
            },
            at ?? undefined,
          ),
        )
      : ranked;
  const units = table ? unitsOverTime({ ranking: table, focal, locale }).map(({ unit }) => unit.code) : [];
  const notes = at || !table ? [] : await chartNotes(principal, { indicators: [code], units });
  const ignoredWords = {
    period: 'page.ignoredPeriod',
    group: 'page.ignoredGroup',
    sort: 'page.ignoredSort',
    unit: 'page.ignoredUnit',
  } as const;

  return (
    <>
      <PageHeader
        title={
          isWorded(indicator.measure) ? (
            name
          ) : (
            <>
              {name}
              <span className="ml-2 text-base font-normal text-ink-2">{unitOf(indicator, locale)}</span>
            </>
          )
        }
        breadcrumb={[
          { label: t('title'), href: paths.indicators },
          { label: nameOf(topic, locale), href: withQuery(paths.indicators, { topic: topic.code }) },
        ]}
        subtitle={topic.code === demonstrationTopic && <DemonstrationTag locale={locale} />}
        actions={
          <>
            {may(principal.role, 'indicator.edit') && (
              <a href={paths.indicatorForm(code)} className={buttonLook('primary')}>
                {translator(locale, 'catalogue')('indicator.edit')}
              </a>
            )}
            {table && (
              <>
                <a href={downloadOf(code, 'xlsx', address)} download className={buttonLook('outline')}>
                  {t('page.xlsx')}
                </a>
                <a href={downloadOf(code, 'csv', address)} download className={buttonLook('outline')}>
                  {t('page.csv')}
                </a>
              </>
            )}
            {may(principal.role, 'annotation.record') && (
              <a href={withQuery(paths.annotations, { indicator: code })} className={buttonLook('outline')}>
                {translator(locale, 'annotations')('title')}
              </a>
            )}
            <a href={figuresFile({ indicator: code })} download className={buttonLook('outline')}>
              {r('download')}
            </a>
          </>
        }
      />
      <Retired page={page} locale={locale} />
      {ignored.map(({ name: part, value }) => (
        <Notice key={part} tone="warn">
          {part === 'asof' ? r('asof.ignored', { value }) : t(ignoredWords[part], { value, shown })}
        </Notice>
      ))}
      {chosen && <ChoiceBar page={page} chosen={chosen} address={address} locale={locale} />}
      {at && (
        <Notice>
          {r('asof.notice', { moment: writtenMoment(at) })}
          {table?.rows.some(({ publishedRanks }) => publishedRanks.length > 0) && r('asof.noticeRanks')}{' '}
          <a
            href={addressOf(code, { ...address, asof: undefined })}
            className="inline-flex min-h-6 items-center text-sea underline max-sm:min-h-11"
          >
            {r('asof.back')}
          </a>
        </Notice>
      )}
      {chosen?.period.isWeak && <Notice tone="warn">{t('page.weakNotice', { period })}</Notice>}
      <div className="gap-8 lg:grid lg:grid-cols-[minmax(0,1fr)_264px] print:grid print:grid-cols-[minmax(0,1fr)_60mm] print:gap-6">
        <div className="min-w-0">
          {table ? (
            <section id="ranking" aria-labelledby="ranking-heading">
              <h2 id="ranking-heading" className="sr-only">
                {shown}
              </h2>
              <RankingTable
                ranking={table}
                focal={focal}
                locale={locale}
                groupName={groupName}
                caption={t('page.caption', {
                  indicator: name,
                  unit: unitOf(indicator, locale),
                  period,
                  group: groupName,
                })}
                sort={sort}
                sortHref={(key, order) =>
                  addressOf(code, {
                    ...address,
                    page: undefined,
                    sort: order ? key : undefined,
                    order: order ?? undefined,
                  })
                }
                page={pageAsked}
                pageHref={(page) => addressOf(code, { ...address, page: `${page}` }, 'ranking')}
              />
              <RankingNotes ranking={table} locale={locale} />
            </section>
          ) : (
            <Nothing hasFigures={listed !== null && listed.figures.length > 0} locale={locale} />
          )}
          {table && table.outside.length > 0 && (
            <Section id="outside" title={t('outside.title')} note={t('outside.note', { period, group: groupName })}>
              <OutsideTable ranking={table} caption={t('outside.caption', { period })} locale={locale} />
            </Section>
          )}
        </div>
        <aside className="max-lg:mt-8 lg:self-start print:mt-0 print:self-start">
          <DefinitionCard
            page={page}
            periodCode={chosen?.period.periodCode ?? null}
            today={await currentDay()}
            locale={locale}
          />
        </aside>
      </div>
      {derivation && <DerivationSection indicator={indicator} derivation={derivation} locale={locale} />}
      {table && (
        <Section id="charts" title={t('charts.title')}>
          <RankingCharts ranking={table} focal={focal} groupName={groupName} notes={notes} locale={locale} />
        </Section>
      )}
      {table && table.undated.length > 0 && (
        <Section id="undated" title={t('undated.title')} note={t('undated.note')}>
          <FigureList indicator={indicator} figures={table.undated} caption={t('undated.caption')} locale={locale} />
        </Section>
      )}
      <FiguresSection
        indicator={indicator}
        table={table}
        period={period}
        listed={unitUnknown ? null : listed}
        address={unitUnknown ? { ...address, unit: undefined } : address}
        locale={locale}
      />
      <RevisionsSection indicator={indicator} revisions={revisions} locale={locale} />
    </>
  );
}
