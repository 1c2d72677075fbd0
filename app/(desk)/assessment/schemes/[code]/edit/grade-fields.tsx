'use client';

import { Trash2 } from 'lucide-react';
import { SmallButton } from '@/app/ui/forms/small-button';
import { buttonLook } from '@/app/ui/primitives/button';
import { at, freshKey } from '@/lib/assessment/schemes/designer/edit-document';
import { writtenPath } from '@/lib/assessment/schemes/read-scheme';
import { lineRules, quotaRoundings } from '@/lib/assessment/words';
import { useDesign } from './design-context';
import { ChoiceBox, FaultLine, NumberBox, TextBox } from './design-fields';

const kinds = ['none', 'cutoff', 'quota'] as const;
type Grade = { key: string; nameZh: string; nameEn: string };

const usual: readonly (Grade & { atLeast: number | null; percent: number | null })[] = [
  { key: 'excellent', nameZh: '优秀', nameEn: 'Excellent', atLeast: 90, percent: 30 },
  { key: 'good', nameZh: '良好', nameEn: 'Good', atLeast: 80, percent: 40 },
  { key: 'fair', nameZh: '一般', nameEn: 'Fair', atLeast: null, percent: null },
];

/**
 * Grades from the best to the worst, by cut-off or by quota. Their names are kept when the kind of division changes.
 */
export function GradeFields() {
  const { document, edit, t, m } = useDesign();
  const by = at(document, ['grades', 'by']);
  const list = at(document, ['grades', 'grades']);
  const grades = Array.isArray(list) ? (list as Grade[]) : [];
  const choose = (chosen: string | null) => {
    const names =
      grades.length > 0 ? grades.map((one, nth) => ({ ...usualOf(nth, grades.length), ...head(one) })) : usual;
    const next =
      chosen === 'cutoff'
        ? { by: 'cutoff', grades: names.map((one) => ({ ...head(one), atLeast: one.atLeast })) }
        : chosen === 'quota'
          ? {
              by: 'quota',
              grades: names.map((one) => ({ ...head(one), percent: one.percent, count: null })),
              rounding: 'halfUp',
              line: 'above',
            }
          : { by: 'none' };
    edit({ do: 'set', path: ['grades'], value: next });
  };
  return (
    <>
      <ChoiceBox
        path={['grades', 'by']}
        label={t('design.gradesBy')}
        className="max-w-72"
        options={kinds.map((value) => ({ value, label: t(`design.gradesByOptions.${value}`) }))}
        onChoose={choose}
      />
      <FaultLine path={['grades', 'grades']} />
      {grades.map((_, nth) => (
        <div
          key={writtenPath(['grades', nth])}
          className="mt-3 grid grid-cols-[repeat(5,minmax(0,1fr))_auto] items-end gap-2 max-sm:grid-cols-2"
        >
          <TextBox path={['grades', 'grades', nth, 'nameZh']} label={t('design.nameZh')} />
          <TextBox path={['grades', 'grades', nth, 'nameEn']} label={t('design.nameEn')} />
          <TextBox path={['grades', 'grades', nth, 'key']} label={t('design.key')} maxLength={40} />
          {by === 'cutoff' ? (
            <NumberBox path={['grades', 'grades', nth, 'atLeast']} label={t('design.atLeast')} isNullable />
          ) : (
            <>
              <NumberBox path={['grades', 'grades', nth, 'percent']} label={t('design.percent')} isNullable />
              <NumberBox path={['grades', 'grades', nth, 'count']} label={t('design.quotaCount')} isNullable />
            </>
          )}
          <SmallButton
            label={t('design.removeNamed', { name: grades[nth]?.nameZh ?? '' })}
            isDanger
            isOff={grades.length <= 2}
            onClick={() => edit({ do: 'remove', path: ['grades', 'grades', nth] })}
          >
            <Trash2 size={16} aria-hidden="true" />
          </SmallButton>
        </div>
      ))}
      {grades.length > 0 && grades.length < 10 && (
        <button
          type="button"
          className={buttonLook('quiet', 'mt-2 px-2')}
          onClick={() => {
            const key = freshKey(document, 'grade');
            const rest = by === 'cutoff' ? { atLeast: null } : { percent: null, count: null };
            edit({
              do: 'add',
              path: ['grades', 'grades'],
              value: { key, nameZh: t('design.grade'), nameEn: key, ...rest },
            });
          }}
        >
          + {t('design.addGrade')}
        </button>
      )}
      {by === 'quota' && (
        <div className="mt-3 grid max-w-xl grid-cols-2 gap-4 max-sm:grid-cols-1">
          <ChoiceBox
            path={['grades', 'rounding']}
            label={t('design.quotaRounding')}
            options={quotaRoundings.map((value) => ({ value, label: m(`policies.quotaRounding.${value}`) }))}
          />
          <ChoiceBox
            path={['grades', 'line']}
            label={t('design.line')}
            options={lineRules.map((value) => ({ value, label: m(`policies.line.${value}`) }))}
          />
        </div>
      )}
    </>
  );
}

const head = ({ key, nameZh, nameEn }: Grade): Grade => ({ key, nameZh, nameEn });

function usualOf(nth: number, count: number) {
  const isLast = nth === count - 1;
  return { atLeast: isLast ? null : 90 - 10 * nth, percent: isLast ? null : 30 };
}
