import type { Metadata } from 'next';
import Link from 'next/link';
import { notFound } from 'next/navigation';
import { currentLocale } from '@/app/server/locale';
import { currentPrincipal } from '@/app/server/principal';
import { EmptyState } from '@/app/ui/primitives/empty-state';
import { Notice } from '@/app/ui/primitives/notice';
import { PageHeader } from '@/app/ui/shell/page-header';
import { Section } from '@/app/ui/shell/section';
import { FilterTabs } from '@/app/ui/tables/filter-bar';
import { byTopic } from '@/lib/catalogue/units/portrait';
import { topicNames, unitFigures, unitHead, unitPlaces, unitRanks } from '@/lib/catalogue/units/queries';
import { nameOf } from '@/lib/i18n/names';
import { translator } from '@/lib/i18n/translator';
import { Standing } from './standing';
import { Successions } from './successions';
import { TopicTable } from './topic-table';
import { Trends } from './trends';

type Props = PageProps<'/catalogue/units/[code]'>;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const unit = await unitHead(await currentPrincipal(), (await params).code);
  return unit ? { title: nameOf(unit, await currentLocale()) } : {};
}

export default async function UnitPage({ params, searchParams }: Props) {
  const [{ code }, { group: asked }, locale, principal] = await Promise.all([
    params,
    searchParams,
    currentLocale(),
    currentPrincipal(),
  ]);
  const unit = await unitHead(principal, code);
  if (!unit) notFound();
  const t = translator(locale, 'units');
  const group = unit.groups.find((one) => one.code === asked) ?? unit.groups[0];
  const [figures, places, ranks, topics] = await Promise.all([
    unitFigures(principal, code),
    group ? unitPlaces(principal, code, group.code) : [],
    unitRanks(principal, code),
    topicNames(principal),
  ]);
  const families = byTopic(figures, topics, places, ranks);
  const lines = families.flatMap(({ indicators }) => indicators);
  const path = `/catalogue/units/${code}`;
  return (
    <>
      <PageHeader
        title={nameOf(unit, locale)}
        breadcrumb={[
          { label: t('title'), href: '/catalogue/units' },
          ...(unit.parent
            ? [{ label: nameOf(unit.parent, locale), href: `/catalogue/units/${unit.parent.code}` }]
            : []),
        ]}
        subtitle={
          <p className="flex flex-wrap gap-x-4">
            <span>{t(`kinds.${unit.kind}`)}</span>
            <span>{t('code', { code: unit.gbCode ?? unit.code })}</span>
            {unit.groups.length > 0 && (
              <span>
                {t('groups')} {unit.groups.map((one) => nameOf(one, locale)).join(locale === 'en' ? ', ' : '、')}
              </span>
            )}
          </p>
        }
      />
      {asked !== undefined && group && asked !== group.code && (
        <Notice tone="warn">{t('ignored', { value: String(asked), group: nameOf(group, locale) })}</Notice>
      )}
      <Successions unit={unit} locale={locale} />
      {lines.length === 0 ? (
        <EmptyState
          title={t('noneTitle')}
          reason={t('noneReason')}
          action={
            <Link href="/catalogue/units" className="text-sea underline">
              {t('showAll')}
            </Link>
          }
        />
      ) : (
        <>
          {group && (
            <Section
              id="standing"
              title={t('standing', { group: nameOf(group, locale) })}
              className=""
              actions={
                unit.groups.length > 1 && (
                  <FilterTabs
                    label={t('group')}
                    options={unit.groups.map((one) => ({
                      label: nameOf(one, locale),
                      href: `${path}?group=${one.code}`,
                      current: one.code === group.code,
                    }))}
                  />
                )
              }
            >
              <Standing lines={lines} group={group} locale={locale} />
            </Section>
          )}
          <Section id="figures" title={t('figures')}>
            {families.map(({ topic, indicators }) => (
              <TopicTable key={topic.code} title={nameOf(topic, locale)} lines={indicators} locale={locale} />
            ))}
          </Section>
          <Trends lines={lines} unit={unit} locale={locale} />
        </>
      )}
    </>
  );
}
