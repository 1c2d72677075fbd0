import { abandon, chooseSheet, keep, saveHeads, saveWhole } from '@/app/(desk)/reporting/mapping/actions';
import { CommandForm } from '@/app/ui/forms/command-form';
import { SelectField, TextField } from '@/app/ui/forms/fields';
import { Tick } from '@/app/ui/forms/tick';
import { Section } from '@/app/ui/shell/section';
import { writtenPeriod } from '@/lib/catalogue/periods/written';
import { translator } from '@/lib/i18n/translator';
import type { Locale } from '@/lib/i18n/words';
import { longestName } from '@/lib/reporting/mapping/mapping-input';
import type { MappableNames } from '@/lib/reporting/mapping/read-mapped';
import type { MappedView } from '@/lib/reporting/mapping/sheets/queries';
import { typedName } from '@/lib/reporting/mapping/typed-mapping';
import { lineParts, ownMeasure } from '@/lib/reporting/mapping/words';

type Props = { view: MappedView; names: MappableNames; titlePeriod: string | null; locale: Locale };

/** What holds for the whole sheet: which one of the workbook, its heads, what it does not say; and its name to be kept. */
export function SheetForms({ view, names, titlePeriod, locale }: Props) {
  const t = translator(locale, 'mapping');
  const { id, version, mapping } = view;
  const form = { refusedTitle: t('refusedTitle'), hidden: { id, version } };
  const measures = [...new Set(names.indicators.map(({ unitZh }) => unitZh))].sort();
  const held = mapping.measure ?? '';
  const known = ['', ownMeasure, ...measures];
  return (
    <>
      {view.otherSheets.length > 0 && (
        <Section id="choose" title={t('sheet.choose')}>
          <CommandForm {...form} action={chooseSheet} submit={t('sheet.chooseSubmit')} tone="outline" id="choose-form">
            <SelectField
              name="name"
              label={t('sheet.choose')}
              value={view.otherSheets[0] ?? ''}
              className="max-w-sm"
              options={view.otherSheets.map((name) => ({ value: name, label: name }))}
            />
          </CommandForm>
        </Section>
      )}
      <Section id="heads" title={t('sheet.heads')} note={t('sheet.headsLead')}>
        <CommandForm {...form} action={saveHeads} submit={t('sheet.headsSubmit')} tone="outline" id="heads-form">
          <div className="flex flex-wrap gap-x-6">
            <TextField
              name="change.headFrom"
              label={t('sheet.headFrom')}
              value={`${mapping.headFrom}`}
              inputMode="numeric"
              maxLength={5}
            />
            <TextField
              name="change.headTo"
              label={t('sheet.headTo')}
              value={`${mapping.headTo}`}
              inputMode="numeric"
              maxLength={5}
            />
          </div>
        </CommandForm>
      </Section>
      <Section id="whole" title={t('sheet.whole')} note={t('sheet.wholeLead')}>
        <CommandForm {...form} action={saveWhole} submit={t('sheet.wholeSubmit')} tone="outline" id="whole-form">
          <div className="grid items-end gap-x-6 sm:grid-cols-2 lg:grid-cols-3">
            <TextField
              name="indicator"
              label={t('sheet.indicator')}
              value={typedName(mapping.indicator.code, 'indicator', names)}
              maxLength={longestName}
            />
            <TextField
              name="unit"
              label={t('sheet.unit')}
              value={typedName(mapping.unit.code, 'unit', names)}
              maxLength={longestName}
            />
            <TextField
              name="period"
              label={t('sheet.period')}
              hint={
                titlePeriod === null
                  ? t('sheet.periodNone')
                  : t('sheet.periodRead', { period: writtenPeriod(titlePeriod, locale) })
              }
              value={mapping.period.code ?? ''}
              maxLength={longestName}
            />
            <SelectField
              name="months"
              label={t('sheet.months')}
              value={mapping.period.months ?? ''}
              options={[
                { value: '', label: t('sheet.monthsNone') },
                { value: 'month', label: t('sheet.month') },
                { value: 'toDate', label: t('sheet.toDate') },
              ]}
            />
            <SelectField
              name="measure"
              label={t('sheet.measure')}
              value={held}
              options={[
                { value: '', label: t('sheet.measureNone') },
                { value: ownMeasure, label: t('sheet.measureOwn') },
                ...(known.includes(held) ? measures : [held, ...measures]).map((unit) => ({
                  value: unit,
                  label: unit,
                })),
              ]}
            />
            <SelectField
              name="below"
              label={t('sheet.below')}
              value={mapping.below ?? 'read'}
              options={[
                { value: 'read', label: t('sheet.belowRead') },
                { value: 'left', label: t('sheet.belowLeft') },
              ]}
            />
          </div>
          <fieldset className="mb-4">
            <legend className="text-sm font-medium">{t('sheet.lines')}</legend>
            <div className="flex flex-wrap gap-x-6">
              {lineParts.map((part) => (
                <Tick key={part} name={`line-${part}`} isOn={mapping[part].from === 'line'}>
                  {t(`uses.${part}`)}
                </Tick>
              ))}
            </div>
          </fieldset>
        </CommandForm>
      </Section>
      <Section id="keep" title={t('kept.keep')} note={t('kept.keepLead')}>
        <CommandForm {...form} action={keep} submit={t('kept.keepSubmit')} tone="outline" id="keep-form">
          <TextField
            name="name"
            label={t('kept.name')}
            hint={t('kept.hint')}
            value={view.keptName ?? ''}
            maxLength={60}
            className="max-w-sm"
          />
        </CommandForm>
        <div className="mt-6">
          <CommandForm
            {...form}
            action={abandon}
            submit={t('sheet.abandon')}
            tone="danger"
            id="abandon-form"
            asks={{ question: t('sheet.abandonAsks'), yes: t('sheet.abandonYes'), no: t('sheet.abandonNo') }}
          />
        </div>
      </Section>
    </>
  );
}
