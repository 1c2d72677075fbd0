'use client';

import { Trash2 } from 'lucide-react';
import { SmallButton } from '@/app/ui/forms/small-button';
import { at } from '@/lib/assessment/schemes/designer/edit-document';
import { nameOf } from '@/lib/i18n/names';
import { useDesign } from './design-context';
import { AddBox, ChoiceBox, TextBox, YesNoBox } from './design-fields';
import { useGrades } from './veto-fields';

/** The units that are ranked apart, and those that are promoted by name. */
export function UnitFields() {
  const { document, edit, t, catalogue, locale } = useDesign();
  const grades = useGrades();
  const entriesAt = (path: string) => {
    const list = at(document, [path]);
    return Array.isArray(list) ? list : [];
  };
  const apart = entriesAt('apart').map(String);
  const promoted = entriesAt('promotions');
  const isPromoted = (code: string) => promoted.some((one) => at(one, ['unit']) === code);
  const options = catalogue.units.map((unit) => ({ value: unit.code, label: nameOf(unit, locale) }));
  const unitName = (code: string) => options.find(({ value }) => value === code)?.label ?? code;
  return (
    <div className="grid grid-cols-2 gap-x-12 gap-y-6 max-lg:grid-cols-1">
      <fieldset>
        <legend className="font-medium">{t('design.apart')}</legend>
        <p className="mb-2 text-xs text-ink-2">{t('design.apartLead')}</p>
        <ul className="mb-2">
          {apart.map((code, nth) => (
            <li key={code} className="flex items-center justify-between border-b border-rule">
              {unitName(code)}
              <SmallButton
                label={t('design.removeNamed', { name: unitName(code) })}
                isDanger
                onClick={() => edit({ do: 'remove', path: ['apart', nth] })}
              >
                <Trash2 size={16} aria-hidden="true" />
              </SmallButton>
            </li>
          ))}
        </ul>
        <AddBox
          label={t('design.addUnit')}
          options={options.filter(({ value }) => !apart.includes(value))}
          onChoose={(value) => edit({ do: 'add', path: ['apart'], value })}
        />
      </fieldset>
      <fieldset>
        <legend className="mb-2 font-medium">{t('design.promotions')}</legend>
        <ul className="mb-2">
          {promoted.map((one, nth) => {
            const code = String(at(one, ['unit']));
            return (
              <li key={code} className="flex flex-wrap items-end gap-2 border-b border-rule py-2">
                <span className="min-w-24 flex-1 self-center">{unitName(code)}</span>
                <ChoiceBox
                  path={['promotions', nth, 'grade']}
                  label={t('design.promotionGrade')}
                  className="w-32"
                  options={grades}
                />
                <TextBox path={['promotions', nth, 'article']} label={t('design.article')} className="w-40" />
                <YesNoBox path={['promotions', nth, 'usesQuota']} label={t('design.usesQuota')} />
                <SmallButton
                  label={t('design.removeNamed', { name: unitName(code) })}
                  isDanger
                  onClick={() => edit({ do: 'remove', path: ['promotions', nth] })}
                >
                  <Trash2 size={16} aria-hidden="true" />
                </SmallButton>
              </li>
            );
          })}
        </ul>
        <AddBox
          label={t('design.addUnit')}
          options={options.filter(({ value }) => !isPromoted(value))}
          onChoose={(unit) =>
            edit({
              do: 'add',
              path: ['promotions'],
              value: { unit, grade: grades[0]?.value ?? '', article: '', usesQuota: true },
            })
          }
        />
      </fieldset>
    </div>
  );
}
