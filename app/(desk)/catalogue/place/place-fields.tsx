import { SelectField, TextAreaField, TextField } from '@/app/ui/forms/fields';
import type { WrittenPlace } from '@/lib/dashboards/place/written-place';
import { nameOf } from '@/lib/i18n/names';
import { translator } from '@/lib/i18n/translator';
import type { Locale, Named } from '@/lib/i18n/words';

type Props = {
  place: WrittenPlace;
  topics: readonly Named[];
  groups: readonly Named[];
  locale: Locale;
};

const fold = 'mb-4 rounded-md border border-rule px-4 py-3';
const head = 'cursor-pointer text-base font-semibold';

/** The fields of a place: its names, sections, charts and comparisons, each list with one empty row to add to it. */
export function PlaceFields({ place, topics, groups, locale }: Props) {
  const t = translator(locale, 'place');
  const choice = (none: string) => [
    { value: '', label: none },
    ...groups.map((one) => ({ value: one.code, label: nameOf(one, locale) })),
  ];
  const topicNames = topics.map((one) => nameOf(one, locale)).join('、');
  return (
    <>
      <h2 className="mb-3 text-lg font-semibold">{t('names')}</h2>
      <div className="grid gap-x-6 sm:grid-cols-2">
        <TextField name="nameZh" label={t('nameZh')} hint={t('nameZhHint')} value={place.nameZh} maxLength={60} />
        <TextField name="nameEn" label={t('nameEn')} value={place.nameEn} maxLength={80} className="sm:justify-end" />
      </div>
      <TextAreaField
        name="homeUnits"
        label={t('homeUnits')}
        hint={t('homeUnitsHint')}
        value={place.homeUnits}
        className="sm:max-w-md"
      />
      <h2 className="mt-6 text-lg font-semibold">{t('sections')}</h2>
      <p className="mb-3 text-xs leading-5 text-ink-2">{t('sectionsHint')}</p>
      {place.sections.map((one, at) => (
        <details key={at.toString()} open={one.unit === '' ? place.sections.length === 1 : undefined} className={fold}>
          <summary className={head}>
            {one.unit === '' ? t('newSection') : `${t('section', { at: at + 1 })} · ${one.unit}`}
          </summary>
          <div className="mt-3 grid gap-x-6 sm:grid-cols-3">
            <TextField name={`sectionUnit-${at}`} label={t('unit')} value={one.unit} maxLength={80} />
            <TextField name={`sectionAlso-${at}`} label={t('also')} value={one.alsoUnits} maxLength={200} />
            <SelectField
              name={`sectionGroup-${at}`}
              label={t('group')}
              value={one.group}
              options={choice(t('noGroup'))}
            />
          </div>
          <div className="grid gap-x-6 sm:grid-cols-2">
            <TextAreaField
              name={`sectionTopics-${at}`}
              label={t('topics')}
              {...(topicNames && { hint: t('topicsHint', { names: topicNames }) })}
              value={one.topics}
              rows={5}
            />
            <TextAreaField
              name={`sectionIndicators-${at}`}
              label={t('indicators')}
              value={one.indicators}
              rows={5}
              className="sm:justify-end"
            />
          </div>
        </details>
      ))}
      <h2 className="mt-6 text-lg font-semibold">{t('charts')}</h2>
      <p className="mb-3 text-xs leading-5 text-ink-2">{t('chartsHint')}</p>
      {place.charts.map((one, at) => (
        <fieldset key={at.toString()} className="border-t border-rule pt-2">
          <legend className="pr-2 text-sm font-semibold text-ink-2">
            {one.indicator === '' ? t('newChart') : t('chart', { at: at + 1 })}
          </legend>
          <div className="grid gap-x-6 sm:grid-cols-2 lg:grid-cols-4">
            <TextField name={`chartIndicator-${at}`} label={t('indicator')} value={one.indicator} maxLength={80} />
            <SelectField name={`chartGroup-${at}`} label={t('group')} value={one.group} options={choice(t('years'))} />
            <TextField name={`chartPeriod-${at}`} label={t('period')} value={one.period} maxLength={40} />
            <TextField name={`chartUnit-${at}`} label={t('unit')} value={one.unit} maxLength={80} />
          </div>
        </fieldset>
      ))}
      <details className={`${fold} mt-6`}>
        <summary className={head}>{t('more')}</summary>
        <TextAreaField name="companions" label={t('companions')} value={place.companions} className="mt-3" />
        <h3 className="text-base font-semibold">{t('comparisons')}</h3>
        <p className="mb-3 text-xs leading-5 text-ink-2">{t('comparisonsHint')}</p>
        {place.comparisons.map((one, at) => (
          <fieldset key={at.toString()} className="border-t border-rule pt-2">
            <legend className="pr-2 text-sm font-semibold text-ink-2">
              {one.nameZh === '' ? t('newComparison') : t('comparison', { at: at + 1 })}
            </legend>
            <div className="grid gap-x-6 sm:grid-cols-3">
              <TextField name={`comparisonName-${at}`} label={t('comparisonName')} value={one.nameZh} maxLength={60} />
              <TextField name={`comparisonEn-${at}`} label={t('comparisonEn')} value={one.nameEn} maxLength={80} />
              <TextField name={`comparisonAddress-${at}`} label={t('address')} value={one.address} maxLength={4000} />
            </div>
          </fieldset>
        ))}
      </details>
    </>
  );
}
