'use client';

import { Trash2 } from 'lucide-react';
import { SmallButton } from '@/app/ui/forms/small-button';
import { buttonLook } from '@/app/ui/primitives/button';
import { nodesUnder } from '@/lib/assessment/schemes/check-scheme';
import { at, freshKey } from '@/lib/assessment/schemes/designer/edit-document';
import type { SchemeNode } from '@/lib/assessment/schemes/document/scheme';
import { writtenPath } from '@/lib/assessment/schemes/read-scheme';
import { useDesign } from './design-context';
import { ChoiceBox, NumberBox, TextBox } from './design-fields';
import { useNodeName } from './node-tree';

const effects = ['gradeAtMost', 'gradeDown', 'ineligible', 'blockZero'] as const;

/** The veto rules, each with its effect. */
export function VetoFields() {
  const { document, edit, t } = useDesign();
  const list = at(document, ['vetoes']);
  const vetoes = Array.isArray(list) ? list : [];
  return (
    <>
      {vetoes.map((veto, nth) => (
        <fieldset key={writtenPath(['vetoes', nth])} className="mb-3 rounded-md border border-rule p-3">
          <div className="grid grid-cols-3 items-start gap-x-4 gap-y-3 max-lg:grid-cols-2 max-sm:grid-cols-1">
            <TextBox path={['vetoes', nth, 'nameZh']} label={t('design.nameZh')} />
            <TextBox path={['vetoes', nth, 'nameEn']} label={t('design.nameEn')} />
            <TextBox path={['vetoes', nth, 'key']} label={t('design.key')} maxLength={40} />
            <VetoEffect nth={nth} />
            <TextBox path={['vetoes', nth, 'article']} label={t('design.article')} />
            <span className="justify-self-end">
              <SmallButton
                label={t('design.removeNamed', { name: String(at(veto, ['nameZh']) ?? '') })}
                isDanger
                onClick={() => edit({ do: 'remove', path: ['vetoes', nth] })}
              >
                <Trash2 size={16} aria-hidden="true" />
              </SmallButton>
            </span>
          </div>
        </fieldset>
      ))}
      {vetoes.length < 50 && (
        <button
          type="button"
          className={buttonLook('quiet', 'px-2')}
          onClick={() => {
            const key = freshKey(document, 'veto');
            const names = { nameZh: t('design.veto'), nameEn: key };
            edit({
              do: 'add',
              path: ['vetoes'],
              value: { key, ...names, article: '', effect: { kind: 'ineligible' } },
            });
          }}
        >
          + {t('design.addVeto')}
        </button>
      )}
    </>
  );
}

function VetoEffect({ nth }: { nth: number }) {
  const { document, edit, t } = useDesign();
  const path = ['vetoes', nth, 'effect'] as const;
  const kind = at(document, [...path, 'kind']);
  const grades = useGrades();
  const blocks = useBlocks();
  const blank = {
    gradeAtMost: { grade: grades.at(-1)?.value ?? '' },
    gradeDown: { steps: 1 },
    ineligible: {},
    blockZero: { block: blocks[0]?.value ?? '' },
  };
  return (
    <div className="flex items-end gap-2">
      <ChoiceBox
        path={[...path, 'kind']}
        label={t('design.vetoEffect')}
        className="flex-1"
        options={effects.map((value) => ({ value, label: t(`design.effects.${value}`) }))}
        onChoose={(chosen) => {
          const next = effects.find((one) => one === chosen);
          if (next) edit({ do: 'set', path, value: { kind: next, ...blank[next] } });
        }}
      />
      {kind === 'gradeAtMost' && (
        <ChoiceBox path={[...path, 'grade']} label={t('design.effectGrade')} className="flex-1" options={grades} />
      )}
      {kind === 'gradeDown' && (
        <NumberBox path={[...path, 'steps']} label={t('design.effectSteps')} className="flex-1" />
      )}
      {kind === 'blockZero' && (
        <ChoiceBox path={[...path, 'block']} label={t('design.effectBlock')} className="flex-1" options={blocks} />
      )}
    </div>
  );
}

/** The grades of the draft, for a menu. */
export function useGrades() {
  const { document, locale } = useDesign();
  const list = at(document, ['grades', 'grades']);
  return (Array.isArray(list) ? list : []).map((grade) => ({
    value: String(at(grade, ['key'])),
    label: String(at(grade, [locale === 'en' ? 'nameEn' : 'nameZh'])),
  }));
}

function useBlocks() {
  const { document } = useDesign();
  const nameOf = useNodeName();
  return nodesUnder(at(document, ['root']) as SchemeNode, 'root')
    .filter(({ node }) => node.kind === 'block')
    .map(({ node }) => ({ value: node.key, label: nameOf(node) }));
}
