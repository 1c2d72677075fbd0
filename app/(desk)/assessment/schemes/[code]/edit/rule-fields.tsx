'use client';

import { Trash2 } from 'lucide-react';
import { SmallButton } from '@/app/ui/forms/small-button';
import { nodesUnder } from '@/lib/assessment/schemes/check-scheme';
import { at } from '@/lib/assessment/schemes/designer/edit-document';
import type { SchemeNode } from '@/lib/assessment/schemes/document/scheme';
import {
  allEqualPolicies,
  boundPolicies,
  denominatorPolicies,
  missingPolicies,
  noTargetPolicies,
  notApplicablePolicies,
  oneUnitPolicies,
  rankBases,
  schemeKinds,
  tieRules,
} from '@/lib/assessment/words';
import { nameOf } from '@/lib/i18n/names';
import { useDesign } from './design-context';
import { AddBox, ChoiceBox, NumberBox, TextBox, YesNoBox } from './design-fields';
import { useNodeName } from './node-tree';

const grid = 'grid grid-cols-3 items-start gap-x-4 gap-y-3 max-lg:grid-cols-2 max-sm:grid-cols-1';

/** The names, the group and the description of the scheme. */
export function BasicFields() {
  const { t, catalogue, locale } = useDesign();
  return (
    <div className={grid}>
      <TextBox path={['nameZh']} label={t('design.nameZh')} />
      <TextBox path={['nameEn']} label={t('design.nameEn')} />
      <ChoiceBox
        path={['peerGroup']}
        label={t('group')}
        options={catalogue.groups.map((group) => ({ value: group.code, label: nameOf(group, locale) }))}
      />
      <ChoiceBox
        path={['kind']}
        label={t('kind')}
        options={schemeKinds.map((value) => ({ value, label: t(`kinds.${value}`) }))}
      />
      <YesNoBox path={['isExample']} label={t('design.isExample')} className="self-end" />
      <TextBox path={['note']} label={t('design.note')} rows={3} maxLength={4000} className="col-span-full" />
    </div>
  );
}

/** The rules that hold for all items. */
export function RuleFields() {
  const { t, m } = useDesign();
  const policy = <Value extends string>(name: string, values: readonly Value[]) => (
    <ChoiceBox
      path={[name]}
      label={m(`policyNames.${name}` as 'policyNames.ties')}
      options={values.map((value) => ({ value, label: m(`policies.${name}.${value}` as 'policies.ties.dense') }))}
    />
  );
  return (
    <div className={grid}>
      {policy('missing', missingPolicies)}
      {policy('notApplicable', notApplicablePolicies)}
      {policy('noTarget', noTargetPolicies)}
      {policy('allEqual', allEqualPolicies)}
      {policy('denominator', denominatorPolicies)}
      {policy('oneUnit', oneUnitPolicies)}
      {policy('bounds', boundPolicies)}
      {policy('rankOn', rankBases)}
      {policy('ties', tieRules)}
      <NumberBox path={['decimals']} label={m('policyNames.decimals')} />
      <NumberBox
        path={['leastCoverage']}
        label={m('policyNames.leastCoverage')}
        hint={t('design.limitHint')}
        isNullable
      />
      <Limits />
      <YesNoBox path={['boundsAmongPeers']} label={m('policyNames.boundsAmongPeers')} className="self-end" />
      <TieBreakers />
    </div>
  );
}

function Limits() {
  const { t, m } = useDesign();
  return (['bonusCap', 'deductionCap', 'totalFloor', 'totalCap'] as const).map((name) => (
    <NumberBox key={name} path={[name]} label={m(`policyNames.${name}`)} hint={t('design.limitHint')} isNullable />
  ));
}

/** The blocks and items that order equal totals, in sequence. */
function TieBreakers() {
  const { document, edit, t, m } = useDesign();
  const nameOfNode = useNodeName();
  const keys = at(document, ['tieBreakers']);
  const chosen = Array.isArray(keys) ? keys.map(String) : [];
  const nodes = nodesUnder(at(document, ['root']) as SchemeNode, 'root').slice(1);
  const name = (key: string) => {
    const node = nodes.find((one) => one.node.key === key)?.node;
    return node ? nameOfNode(node) : key;
  };
  return (
    <fieldset className="col-span-full border-l-2 border-rule pl-3">
      <legend className="text-xs leading-5 text-ink-2">{m('policyNames.tieBreakers')}</legend>
      <ol className="mb-1">
        {chosen.map((key, nth) => (
          <li key={key} className="flex items-center gap-2">
            {nth + 1}. {name(key)}
            <SmallButton
              label={t('design.removeNamed', { name: name(key) })}
              isDanger
              onClick={() => edit({ do: 'remove', path: ['tieBreakers', nth] })}
            >
              <Trash2 size={16} aria-hidden="true" />
            </SmallButton>
          </li>
        ))}
      </ol>
      {chosen.length < 10 && (
        <AddBox
          label={t('design.addTieBreaker')}
          options={nodes
            .filter(({ node }) => !chosen.includes(node.key))
            .map(({ node }) => ({ value: node.key, label: nameOfNode(node) }))}
          onChoose={(value) => edit({ do: 'add', path: ['tieBreakers'], value })}
        />
      )}
    </fieldset>
  );
}
