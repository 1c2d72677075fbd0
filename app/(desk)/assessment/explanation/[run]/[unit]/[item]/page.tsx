import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { cache } from 'react';
import { addressPart } from '@/app/server/address-part';
import { currentLocale } from '@/app/server/locale';
import { currentPrincipal } from '@/app/server/principal';
import { AppealLink } from '@/app/ui/assessment/appeal-link';
import { NoteList } from '@/app/ui/assessment/note-list';
import { RunMarks, RunNotice } from '@/app/ui/assessment/run-marks';
import { buttonLook } from '@/app/ui/primitives/button';
import { markedName } from '@/app/ui/primitives/marked';
import { PageHeader } from '@/app/ui/shell/page-header';
import { Section } from '@/app/ui/shell/section';
import { figuresOfItem } from '@/lib/assessment/explanation/figures-of-item';
import { itemNotes } from '@/lib/assessment/explanation/item-notes';
import { measureAfter, measureIn, shownTransforms } from '@/lib/assessment/explanation/measure-after';
import { missedLines } from '@/lib/assessment/explanation/missed-lines';
import { betweenTransforms } from '@/lib/assessment/explanation/queries';
import { scoredPlace, stepValues, valueSteps } from '@/lib/assessment/explanation/value-steps';
import { vetoedBlock } from '@/lib/assessment/explanation/vetoed-block';
import { unitResult } from '@/lib/assessment/rankings/card/queries';
import {
  itemBasis,
  itemRows,
  namedIndicators,
  namesOfUnits,
  sourceTitles,
} from '@/lib/assessment/rankings/item/queries';
import { frozenUnits, resultRun } from '@/lib/assessment/rankings/queries';
import { runWords } from '@/lib/assessment/rankings/run-title';
import { unitsIn, unitsNamed } from '@/lib/assessment/rankings/units-named';
import { otherIndicators } from '@/lib/assessment/schemes/atoms/other-indicators';
import { itemsOf } from '@/lib/assessment/schemes/document/nodes';
import { transformsOf } from '@/lib/assessment/schemes/document/transforms-of';
import { nameOf, unitBehind } from '@/lib/i18n/names';
import { translator } from '@/lib/i18n/translator';
import { paths, withQuery } from '@/lib/paths';
import { ItemHeadline } from './item-headline';
import { LetterTable } from './letter-table';
import { PeerTable } from './peer-table';
import { SourceTable } from './source-table';
import { Steps } from './steps';

type Props = PageProps<'/assessment/explanation/[run]/[unit]/[item]'>;

/** The most units in the comparison of an item. */
const mostPeers = 100;

/** Cached, since the page and its title both need it. */
const itemOf = cache(async (runId: string, code: string, key: string) => {
  const principal = await currentPrincipal();
  const [run, unit] = await Promise.all([
    resultRun(principal, addressPart(runId)),
    unitResult(principal, addressPart(runId), addressPart(code)),
  ]);
  if (!run || !unit) return null;
  const at = itemsOf(run.scheme).findIndex((one) => one.key === addressPart(key));
  const [item, score] = [itemsOf(run.scheme)[at], unit.items[at]];
  return item && score ? { principal, run, unit, at, item, score } : null;
});

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const [asked, locale] = await Promise.all([params, currentLocale()]);
  const found = await itemOf(asked.run, asked.unit, asked.item);
  if (!found) return {};
  const names = { unit: nameOf(found.unit, locale), item: nameOf(found.item, locale) };
  return { title: translator(locale, 'explanation')('item.metaTitle', names) };
}

export default async function WhyThisScorePage({ params }: Props) {
  const [asked, locale] = await Promise.all([params, currentLocale()]);
  const found = await itemOf(asked.run, asked.unit, asked.item);
  if (!found) notFound();
  const { principal, run, unit, at, item, score } = found;
  const figures = figuresOfItem(item, unit.figures);
  const others = transformsOf(item).flatMap(otherIndicators);
  const [basis, rows, indicators, sources, merged] = await Promise.all([
    itemBasis(principal, run.id, at),
    itemRows(principal, run.id, { at, code: unit.code, most: mostPeers }),
    namedIndicators(item.indicator === null ? [] : [item.indicator, ...others]),
    sourceTitles([...new Set(figures.map(({ source }) => source))]),
    namesOfUnits(unit.replaced.flatMap(({ of }) => of)),
  ]);
  const missed = missedLines(item, score, { basis, decimals: run.scheme.decimals });
  const notes = [...itemNotes(run.scheme, item, score), ...missed, ...(basis?.notes ?? [])];
  const units = await unitsNamed([...unitsIn(notes), ...Object.values(basis?.setBy ?? {})], rows, (codes) =>
    frozenUnits(principal, run.id, codes),
  );
  const t = translator(locale, 'explanation');
  const named = item.indicator === null ? undefined : indicators.get(item.indicator);
  const measure = named ? unitBehind(named, locale) : '';
  const after = named
    ? measureIn(
        measureAfter(shownTransforms(item), named, (code) => indicators.get(code)),
        locale,
      )
    : '';
  const between = await betweenTransforms(principal, run, { items: [item], codes: rows.map((row) => row.code) });
  const byPlace = rows.some((row) => scoredPlace(item, row.item) !== null);
  const steps = item.indicator === null ? [] : valueSteps(item, byPlace, (code) => indicators.get(code));
  const valuesOf = ({ code, item: of }: { code: string; item: typeof score }) =>
    stepValues(item, of, between.get(item.key)?.get(code) ?? [], byPlace);
  const card = paths.explanation(run.id, unit.code);
  const own = rows.find(({ code }) => code === unit.code);
  return (
    <>
      <PageHeader
        title={t('item.title', { item: nameOf(item, locale) })}
        breadcrumb={[
          { label: t('card.crumb'), href: withQuery(paths.rankings, { run: run.id }) },
          { label: t('card.title', { unit: nameOf(unit, locale) }), href: card },
        ]}
        subtitle={
          <span className="flex flex-wrap items-center gap-x-3 gap-y-1">
            <span className="text-ink">{markedName(unit, locale)}</span>
            <span>{t('card.subtitle', runWords(run, locale))}</span>
            <RunMarks run={run} locale={locale} />
          </span>
        }
        actions={
          <>
            <AppealLink principal={principal} run={run.id} unit={unit.code} item={item.key} locale={locale} />
            <a href={card} className={buttonLook('outline')}>
              {t('back')}
            </a>
          </>
        }
      />
      <RunNotice run={run} locale={locale} />
      <ItemHeadline run={run} item={item} score={score} row={own} measure={measure} after={after} locale={locale} />
      <Section id="steps" title={t('steps.title')} className="">
        <Steps
          item={item}
          basis={basis}
          score={score}
          adjustments={unit.adjustments}
          vetoed={vetoedBlock(run.scheme, unit, item.key)}
          decimals={run.scheme.decimals}
          measure={measure}
          steps={steps}
          values={valuesOf({ code: unit.code, item: score })}
          nameOfCode={(code) => {
            const other = indicators.get(code);
            return other ? nameOf(other, locale) : code;
          }}
          locale={locale}
        />
      </Section>
      <Section id="letters" title={t('letters.title')}>
        <LetterTable item={item} basis={basis} score={score} units={units} locale={locale} />
      </Section>
      <Section id="notes" title={t('notes.title')}>
        {notes.length > 0 ? (
          <NoteList notes={notes.map((note) => ({ note }))} names={{ scheme: run.scheme, units }} locale={locale} />
        ) : (
          <p className="text-ink-2">{t('notes.none')}</p>
        )}
      </Section>
      <Section id="sources" title={t('sources.title')}>
        <SourceTable {...{ item, unit, indicators, sources, merged, locale }} />
      </Section>
      <Section
        id="peers"
        title={t('peers.title')}
        note={run.units > rows.length ? t('peers.many', { count: mostPeers }) : t('peers.note')}
      >
        <PeerTable
          run={run}
          item={item}
          code={unit.code}
          rows={rows}
          steps={steps}
          valuesOf={valuesOf}
          locale={locale}
        />
      </Section>
    </>
  );
}
