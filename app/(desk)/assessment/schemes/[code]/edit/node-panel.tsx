'use client';

import type { Ref } from 'react';
import { at, findNode, type Path, pathAfter } from '@/lib/assessment/schemes/designer/edit-document';
import { writtenPath } from '@/lib/assessment/schemes/read-scheme';
import {
  aggregations,
  itemDirections,
  missingPolicies,
  notApplicablePolicies,
  periodRules,
} from '@/lib/assessment/words';
import { CurveView } from './curve-view';
import { useDesign } from './design-context';
import { ChoiceBox, type Choices, FaultLine, NumberBox, TextBox, YesNoBox } from './design-fields';
import { IndicatorBox } from './indicator-box';
import { MethodBox, TransformList } from './method-fields';
import { unchosenNames } from './new-nodes';
import { useNodeName } from './node-tree';

type Props = { path: Path; select: (path: Path) => void; heading: Ref<HTMLHeadingElement> };

/** The fields of the block or item that is chosen in the tree. */
export function NodePanel({ path, select, heading }: Props) {
  const { document, t } = useDesign();
  const nameOf = useNodeName();
  const node = at(document, path) as { kind?: unknown };
  const isItem = node.kind === 'item';
  return (
    <section aria-labelledby="panel" className="rounded-md border border-rule bg-card p-4">
      <h3 id="panel" ref={heading} tabIndex={-1} className="mb-3 scroll-mt-20 text-base font-semibold outline-offset-4">
        {t(isItem ? 'design.panelItem' : 'design.panelBlock', { name: nameOf(node) })}
      </h3>
      <div className="grid grid-cols-2 items-start gap-x-4 gap-y-3 max-sm:grid-cols-1">
        <TextBox path={[...path, 'nameZh']} label={t('design.nameZh')} />
        <TextBox path={[...path, 'nameEn']} label={t('design.nameEn')} />
        <NumberBox path={[...path, 'weight']} label={t('design.weight')} />
        <TextBox path={[...path, 'key']} label={t('design.key')} hint={t('design.keyHint')} maxLength={40} />
        {path.length > 1 && <PlaceBox path={path} select={select} />}
        <TextBox path={[...path, 'article']} label={t('design.article')} hint={t('design.articleHint')} />
      </div>
      {!isItem && <FaultLine path={[...path, 'parts']} />}
      {isItem ? <ItemFields path={path} /> : <BlockFields path={path} />}
    </section>
  );
}

/** The parent block of the node; another choice moves the node there. */
function PlaceBox({ path, select }: Omit<Props, 'heading'>) {
  const { document, edit, t } = useDesign();
  const nameOf = useNodeName();
  const node = at(document, path);
  const parent = path.slice(0, -2);
  const blocks: { path: Path; label: string }[] = [];
  findNode(document, (other) => {
    const isOpen = (other as { kind?: unknown }).kind === 'block';
    const place = isOpen ? findNode(document, (one) => one === other) : null;
    // A block cannot be moved into itself.
    if (place && !findNode({ root: node }, (one) => one === other)) {
      blocks.push({ path: place, label: `${'　'.repeat((place.length - 1) / 2)}${nameOf(other)}` });
    }
    return false;
  });
  const id = `field-${writtenPath(path)}.in`;
  return (
    <div className="min-w-0">
      <label htmlFor={id} className="mb-0.5 block text-xs leading-5 text-ink-2">
        {t('design.inBlock')}
      </label>
      <select
        id={id}
        value={writtenPath(parent)}
        className="h-9 w-full min-w-0 rounded-md border border-rule bg-card px-2 text-sm hover:border-rule-strong max-sm:h-11 max-sm:text-base"
        onChange={(event) => {
          const into = blocks.find((block) => writtenPath(block.path) === event.target.value)?.path;
          if (!into) return;
          const change = { do: 'place', path, into } as const;
          const next = pathAfter(document, path, change);
          edit(change);
          if (next) select(next);
        }}
      >
        {blocks.map((block) => (
          <option key={writtenPath(block.path)} value={writtenPath(block.path)}>
            {block.label}
          </option>
        ))}
      </select>
    </div>
  );
}

function BlockFields({ path }: { path: Path }) {
  const { t, m, document } = useDesign();
  const aggregation = aggregations.find((one) => one === at(document, [...path, 'aggregation']));
  return (
    <div className="mt-4 grid grid-cols-2 items-start gap-x-4 gap-y-3 border-t border-rule pt-4 max-sm:grid-cols-1">
      <div className="col-span-full">
        <ChoiceBox
          path={[...path, 'aggregation']}
          label={t('design.aggregation')}
          options={aggregations.map((value) => ({ value, label: m(`aggregations.${value}`) }))}
        />
        {aggregation && <p className="mt-1 text-xs text-ink-2">{m(`aggregationFormulas.${aggregation}`)}</p>}
      </div>
      <NumberBox path={[...path, 'full']} label={t('design.full')} isNullable />
      {aggregation !== 'sum' && (
        <NumberBox path={[...path, 'weightTotal']} label={t('design.weightTotal')} isNullable />
      )}
      <NumberBox path={[...path, 'adjustmentCap']} label={t('design.adjustmentCap')} isNullable />
      <YesNoBox path={[...path, 'renormalise']} label={t('design.renormalise')} className="col-span-full" />
    </div>
  );
}

function ItemFields({ path }: { path: Path }) {
  const { t, m, document, edit, catalogue } = useDesign();
  const directions: Choices = itemDirections.map((value) => ({
    value,
    label: `${m(`directions.${value}`)} · ${m(`directionHints.${value}`)}`,
  }));
  return (
    <div className="mt-4 border-t border-rule pt-4">
      <div className="grid grid-cols-2 items-start gap-x-4 gap-y-3 max-sm:grid-cols-1">
        <IndicatorBox
          path={[...path, 'indicator']}
          label={t('design.indicator')}
          none={t('design.indicatorNone')}
          onChoose={(code) => {
            edit({ do: 'set', path: [...path, 'indicator'], value: code });
            const chosen = catalogue.indicators.find((one) => one.code === code);
            if (!chosen) return;
            // The indicator's direction in the catalogue is the default.
            if (chosen.direction !== 'none') edit({ do: 'set', path: [...path, 'direction'], value: chosen.direction });
            const node = at(document, path) as { indicator?: unknown; nameZh?: unknown };
            if (node.indicator === null && unchosenNames.includes(node.nameZh)) {
              edit({ do: 'set', path: [...path, 'nameZh'], value: chosen.nameZh });
              edit({ do: 'set', path: [...path, 'nameEn'], value: chosen.nameEn });
            }
          }}
        />
        <ChoiceBox
          path={[...path, 'direction']}
          label={t('design.direction')}
          options={directions}
          none={t('design.directionNone')}
        />
        <ChoiceBox
          path={[...path, 'periodRule']}
          label={m('policyNames.periodRule')}
          options={periodRules.map((value) => ({ value, label: m(`policies.periodRule.${value}`) }))}
        />
      </div>
      <div className="mt-4">
        <TransformList path={[...path, 'transforms']} />
      </div>
      <div className="mt-4">
        <MethodBox path={[...path, 'method']} />
      </div>
      <CurveView node={at(document, path)} />
      <div className="mt-4 grid grid-cols-2 items-start gap-x-4 gap-y-3 border-t border-rule pt-4 max-sm:grid-cols-1">
        <ChoiceBox
          path={[...path, 'missing']}
          label={t('design.missing')}
          options={missingPolicies.map((value) => ({ value, label: m(`policies.missing.${value}`) }))}
          none={t('design.asScheme')}
        />
        <ChoiceBox
          path={[...path, 'notApplicable']}
          label={t('design.notApplicable')}
          options={notApplicablePolicies.map((value) => ({ value, label: m(`policies.notApplicable.${value}`) }))}
          none={t('design.asScheme')}
        />
        <NumberBox path={[...path, 'adjustmentCap']} label={t('design.adjustmentCap')} isNullable />
      </div>
    </div>
  );
}
