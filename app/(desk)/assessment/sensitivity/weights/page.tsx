import type { Metadata } from 'next';
import * as z from 'zod';
import { AskedRun, askedRun } from '@/app/(desk)/assessment/sensitivity/asked-run';
import { Frame, NoRuns } from '@/app/(desk)/assessment/sensitivity/frame';
import { currentLocale } from '@/app/server/locale';
import { principalFor } from '@/app/server/principal';
import { EmptyState } from '@/app/ui/primitives/empty-state';
import { Notice } from '@/app/ui/primitives/notice';
import { FilterSelect } from '@/app/ui/tables/filter-bar';
import { may } from '@/lib/access/permissions';
import { Code, Key } from '@/lib/assessment/schemes/atoms/bounds';
import { blocksOf, itemsOf } from '@/lib/assessment/schemes/document/nodes';
import type { Scheme } from '@/lib/assessment/schemes/document/scheme';
import { runChoices, runRows, schemeAtWork } from '@/lib/assessment/sensitivity/queries';
import { mostAnalysed } from '@/lib/assessment/sensitivity/words';
import { blockColumns } from '@/lib/assessment/weights/block-columns';
import { belowZero } from '@/lib/assessment/weights/columns';
import { pairsOf, stepIn, timesOf } from '@/lib/assessment/weights/comparisons';
import { mostCompared, pairwiseWeights } from '@/lib/assessment/weights/pairwise';
import { proposalsFor } from '@/lib/assessment/weights/proposals';
import { writtenPeriod } from '@/lib/catalogue/periods/written';
import { listed, nameOf } from '@/lib/i18n/names';
import { translator } from '@/lib/i18n/translator';
import { CopyForm } from './copy-form';
import { PairwiseForm } from './pairwise-form';
import { ProposalTable } from './proposal-table';

const Asked = z.object({
  run: AskedRun,
  scheme: Code.optional().catch(undefined),
  block: Key.optional().catch(undefined),
});

export async function generateMetadata(): Promise<Metadata> {
  return { title: translator(await currentLocale(), 'sensitivity')('weightsTitle') };
}

export default async function WeightsPage({ searchParams }: PageProps<'/assessment/sensitivity/weights'>) {
  const [locale, principal] = await Promise.all([currentLocale(), principalFor('whatIf')]);
  const [runs, address] = await Promise.all([runChoices(principal), searchParams]);
  const asked = Asked.parse(address);
  // A scheme is shown with the data of its newest run, or without any.
  const itsRun = asked.scheme === undefined ? undefined : runs.find(({ schemeCode }) => schemeCode === asked.scheme);
  const isWithoutRun = asked.run === undefined && asked.scheme !== undefined && itsRun === undefined;
  const run = isWithoutRun ? null : await askedRun(principal, asked.run ?? itsRun?.id, runs);
  const scheme = run?.scheme ?? (asked.scheme ? await schemeAtWork(principal, asked.scheme) : null);
  const t = translator(locale, 'sensitivity');
  const blocks = scheme ? blocksOf(scheme).filter(({ parts }) => parts.length > 1) : [];
  const block = blocks.find(({ key }) => key === asked.block) ?? innermostBlock(blocks);
  const isReadable = run !== null && run.units * run.items <= mostAnalysed;
  const rows = isReadable ? (await runRows(principal, run.id)).filter(({ rank }) => rank !== null) : [];
  const steps = block ? pairsOf(block.parts.length).map(({ name }) => stepIn(address[name])) : [];
  const isCompared = block !== undefined && pairsOf(block.parts.length).some(({ name }) => address[name] !== undefined);
  const pairwise = isCompared ? pairwiseWeights(block.parts.length, steps.map(timesOf)) : null;
  const columns = block && scheme && rows.length > 0 ? blockColumns(block, itemsOf(scheme), rows) : null;
  const { proposals, data } = proposalsFor(block?.parts.length ?? 0, columns, pairwise);
  const negative = columns && data ? belowZero(columns, data) : [];
  const keep = run ? { run: run.id } : { scheme: asked.scheme ?? '' };
  const unitNames = new Map(run?.terms.units.map((unit) => [unit.code, nameOf(unit, locale)]));
  const namesOf = (keys: readonly string[]) => {
    const parts = block?.parts.filter(({ key }) => keys.includes(key)) ?? [];
    return listed(
      parts.map((part) => nameOf(part, locale)),
      locale,
    );
  };
  const leftOut = data?.leftOut.map((at) => unitNames.get(rows[at]?.unit ?? '') ?? '') ?? [];
  return (
    <Frame
      tab="weights"
      runs={runs}
      run={run}
      choices={
        blocks.length > 1 &&
        block && (
          <FilterSelect
            label={t('block')}
            name="block"
            value={block.key}
            options={blocks.map((one) => ({ value: one.key, label: nameOf(one, locale) }))}
          />
        )
      }
      locale={locale}
    >
      {scheme === null ? (
        <NoRuns locale={locale} />
      ) : block === undefined ? (
        <EmptyState title={t('weightsTitle')} reason={t('noBlocks')} />
      ) : (
        <>
          {data === null ? (
            <Notice>{t('noData')}</Notice>
          ) : (
            !proposals.some(({ source }) => source === 'entropy') && <Notice tone="warn">{t('tooFewData')}</Notice>
          )}
          <ProposalTable
            block={block}
            proposals={proposals}
            basis={
              run && data && columns
                ? t('dataBasis', {
                    scheme: nameOf(run.scheme, locale),
                    period: writtenPeriod(run.period, locale),
                    units: data.units.length,
                    ranked: rows.length,
                    lower:
                      namesOf(columns.flatMap(({ key, isMoreBetter }) => (isMoreBetter ? [] : [key]))) ||
                      t('noColumns'),
                    shares: namesOf(columns.flatMap(({ key, isShare }) => (isShare ? [key] : []))) || t('noColumns'),
                  })
                : null
            }
            locale={locale}
          />
          {leftOut.length > 0 && <Notice>{t('leftOut', { units: listed(leftOut, locale) })}</Notice>}
          {data && negative.length > 0 && <Notice>{t('belowZero', { parts: namesOf(negative) })}</Notice>}
          {data && data.constant.length > 0 && <Notice>{t('constant', { parts: namesOf(data.constant) })}</Notice>}
          {block.parts.length > mostCompared ? (
            <Notice>{t('pairwiseMost', { most: mostCompared, count: block.parts.length })}</Notice>
          ) : (
            <PairwiseForm
              block={block}
              steps={steps}
              found={pairwise}
              keep={{ ...keep, block: block.key }}
              locale={locale}
            />
          )}
          {may(principal.role, 'scheme.import') && (
            <CopyForm
              block={block}
              scheme={scheme}
              proposals={proposals}
              isConsistent={pairwise?.isConsistent ?? true}
              of={keep}
              locale={locale}
            />
          )}
        </>
      )}
    </Frame>
  );
}

/** The first block whose parts are items, where weights are wanted most often. */
function innermostBlock(blocks: ReturnType<typeof blocksOf>): Scheme['root'] | undefined {
  return blocks.find(({ parts }) => parts.every(({ kind }) => kind === 'item')) ?? blocks[0];
}
