import { marked } from '@/app/ui/primitives/marked';
import { DataTable } from '@/app/ui/tables/data-table';
import { type Measure, measureAfter, measureIn } from '@/lib/assessment/explanation/measure-after';
import { takesFigure } from '@/lib/assessment/methods/facts';
import { nodesUnder } from '@/lib/assessment/schemes/check-scheme';
import { fullOf } from '@/lib/assessment/schemes/document/nodes';
import type { Scheme, SchemeBlock, SchemeItem, SchemeNode } from '@/lib/assessment/schemes/document/scheme';
import {
  labelWriter,
  type MethodNames,
  writtenMethod,
  writtenTransform,
} from '@/lib/assessment/schemes/methods/written-method';
import { writtenNumber } from '@/lib/assessment/schemes/methods/written-number';
import type { SchemeIndicator } from '@/lib/assessment/schemes/words';
import { nameOf, unitOf } from '@/lib/i18n/names';
import { translator } from '@/lib/i18n/translator';
import type { Locale } from '@/lib/i18n/words';
import { paths } from '@/lib/paths';

type Props = { scheme: Scheme; indicators: ReadonlyMap<string, SchemeIndicator>; locale: Locale };

/** The blocks and items of a scheme from top to bottom, with their weights and methods in words. */
export function NodeTable({ scheme, indicators, locale }: Props) {
  const t = translator(locale, 'schemes');
  const m = translator(locale, 'methods');
  const indicatorName = (code: string) => {
    const known = indicators.get(code);
    return known ? nameOf(known, locale) : code;
  };
  const names = { t: m, indicatorName };
  const measureOf = (code: string) => indicators.get(code);
  const rows = nodesUnder(scheme.root, 'root').map(({ node, path }) => ({
    node,
    path,
    depth: path.split('.parts').length - 1,
  }));
  return (
    <DataTable
      caption={`${nameOf(scheme, locale)} ${t('page.tree')}`}
      rows={rows}
      rowKey={({ path }) => path}
      columns={[
        {
          key: 'name',
          header: t('page.node'),
          className: 'min-w-40 sm:min-w-64',
          cell: ({ node, depth }) => (
            <span className="block" style={{ paddingInlineStart: `${depth * 1.1}em` }}>
              <NodeName node={node} indicators={indicators} locale={locale} />
            </span>
          ),
        },
        {
          key: 'weight',
          header: t('page.weight'),
          align: 'end',
          cell: ({ node }) => (
            <span className={node.kind === 'block' ? 'font-semibold' : undefined}>{writtenNumber(node.weight)}</span>
          ),
        },
        {
          key: 'direction',
          header: t('page.direction'),
          className: 'whitespace-nowrap',
          cell: ({ node }) => (node.kind === 'item' && node.direction ? m(`directions.${node.direction}`) : '—'),
        },
        {
          key: 'method',
          header: t('page.method'),
          className: 'min-w-72',
          cell: ({ node }) =>
            node.kind === 'item' ? (
              <ItemMethod item={node} names={names} measureOf={measureOf} locale={locale} />
            ) : (
              <BlockRule block={node} locale={locale} />
            ),
        },
        {
          key: 'article',
          header: t('page.article'),
          className: 'min-w-24',
          cell: ({ node }) => marked(node.article || '—', locale),
        },
      ]}
    />
  );
}

function NodeName({ node, indicators, locale }: { node: SchemeNode } & Omit<Props, 'scheme'>) {
  const name = nameOf(node, locale);
  if (node.kind === 'block') return <span className="font-semibold">{name}</span>;
  if (node.indicator === null) {
    return (
      <>
        {name}{' '}
        <span className="text-xs text-ink-2">
          {translator(locale, 'schemes')(takesFigure(node.method) ? 'page.noIndicator' : 'page.byHand')}
        </span>
      </>
    );
  }
  const known = indicators.get(node.indicator);
  return (
    <>
      <a href={paths.indicator(node.indicator)} className="hover:text-sea hover:underline">
        {name}
      </a>{' '}
      {known && <span className="text-xs text-ink-2">{unitOf(known, locale)}</span>}
    </>
  );
}

function BlockRule({ block, locale }: { block: SchemeBlock; locale: Locale }) {
  const t = translator(locale, 'schemes');
  const how = translator(locale, 'methods')(`aggregations.${block.aggregation}`);
  const said = [
    t('page.aggregation', { how, full: writtenNumber(fullOf(block)) }),
    block.weightTotal !== null && t('page.weightTotal', { total: writtenNumber(block.weightTotal) }),
    !block.renormalise && t('page.notRenormalised'),
    block.adjustmentCap !== null && t('page.cap', { cap: writtenNumber(block.adjustmentCap) }),
  ];
  return <span className="text-ink-2">{said.filter(Boolean).join(translator(locale, 'methods')('between'))}</span>;
}

function ItemMethod(props: {
  item: SchemeItem;
  names: MethodNames;
  measureOf: (code: string) => Measure | undefined;
  locale: Locale;
}) {
  const { item, names, measureOf, locale } = props;
  const t = translator(locale, 'schemes');
  const { name, formula, parameters } = writtenMethod(item.method, names);
  const own = item.indicator === null ? undefined : measureOf(item.indicator);
  // Each transform with the unit of the value after it.
  const steps = item.transforms.map((one, at) => {
    const unit = own && measureIn(measureAfter(item.transforms.slice(0, at + 1), own, measureOf), locale);
    return unit ? t('page.stepIn', { step: writtenTransform(one, names), unit }) : writtenTransform(one, names);
  });
  const more = [
    ...parameters.map(labelWriter(names.t)),
    steps.length > 0 && t('page.before', { steps: steps.join(' → ') }),
    item.periodRule !== 'asRun' &&
      `${names.t('policyNames.periodRule')}${names.t('between')}${names.t(`policies.periodRule.${item.periodRule}`)}`,
    item.missing && t('page.own', { policy: names.t(`policies.missing.${item.missing}`) }),
    item.notApplicable &&
      t('page.ownNotApplicable', { policy: names.t(`policies.notApplicable.${item.notApplicable}`) }),
    item.adjustmentCap !== null && t('page.cap', { cap: writtenNumber(item.adjustmentCap) }),
  ].filter(Boolean);
  return (
    <>
      <span className="font-medium">{name}</span>
      <span className="block text-xs text-ink-2">{marked(formula, locale)}</span>
      {more.length > 0 && (
        <span className="block text-xs text-ink-2">{marked(more.join(names.t('apart')), locale)}</span>
      )}
    </>
  );
}
