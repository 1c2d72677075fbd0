import { SelectField, TextField } from '@/app/ui/forms/fields';
import { Section } from '@/app/ui/shell/section';
import { FactList } from '@/app/ui/tables/fact-list';
import type { IndicatorToEdit, Offered } from '@/lib/catalogue/indicators/editing/words';
import { bases, directions, frequencies, measures } from '@/lib/catalogue/words';
import { nameOf } from '@/lib/i18n/names';
import { translator } from '@/lib/i18n/translator';
import type { Locale } from '@/lib/i18n/words';

export type Present = Pick<
  IndicatorToEdit,
  | 'topicCode'
  | 'nameZh'
  | 'nameEn'
  | 'unitZh'
  | 'unitEn'
  | 'decimals'
  | 'measure'
  | 'direction'
  | 'basis'
  | 'frequency'
  | 'responsibleZh'
  | 'assistingZh'
  | 'contact'
  | 'aliases'
  | 'growthOf'
>;

/** Indents a topic in a menu, where spaces would be dropped. */
const indent = (depth: number) => '　'.repeat(depth);
const decimalsOffered = [0, 1, 2, 3, 4, 5, 6];
const grid = 'grid items-end gap-x-6 sm:grid-cols-2 xl:grid-cols-3';

/**
 * The properties of an indicator. `isFixed` where there are figures: then what they mean is shown and not asked, and the
 * form sends it hidden.
 */
export function IndicatorFields(props: {
  present: Present;
  code: string;
  /** Whether the code may still be chosen. */
  mayRecode: boolean;
  isFixed: boolean;
  offered: Offered;
  /** The number of accounts that review for the responsible department; null for a new indicator. */
  reviewers: number | null;
  locale: Locale;
}) {
  const { present, isFixed, offered, reviewers, locale } = props;
  const c = translator(locale, 'catalogue');
  const t = translator(locale, 'indicators');
  const isOwnEnglish = present.nameEn !== present.nameZh;
  const measureOptions = measures.map((value) => ({ value, label: c(`measures.${value}`) }));
  return (
    <>
      <Section title={c('form.naming')} id="naming" className="mt-2">
        <div className={grid}>
          <TextField name="nameZh" label={c('fields.nameZh')} value={present.nameZh} maxLength={60} />
          <TextField
            name="nameEn"
            label={c('fields.nameEn')}
            hint={c('hints.english')}
            value={isOwnEnglish ? present.nameEn : ''}
            maxLength={120}
          />
          <SelectField
            name="topicCode"
            label={c('fields.topic')}
            value={present.topicCode}
            options={offered.topics.map((topic) => ({
              value: topic.code,
              label: `${indent(topic.depth)}${nameOf(topic, locale)}`,
            }))}
          />
          <TextField
            name="aliases"
            label={c('fields.aliases')}
            hint={c('hints.aliases')}
            value={present.aliases.join('、')}
            maxLength={600}
          />
          {props.mayRecode && (
            <TextField
              name="newCode"
              label={c('fields.code')}
              hint={c(props.code ? 'hints.codeUnused' : 'hints.code')}
              value={props.code}
              maxLength={40}
            />
          )}
        </div>
      </Section>
      <Section
        title={c('form.measuring')}
        id="measuring"
        className="mt-4"
        note={isFixed ? c('form.fixed') : c('form.fixedLater')}
      >
        {isFixed ? (
          <>
            <div className="mb-4 grid gap-x-10 lg:grid-cols-2">
              <FactList
                facts={[
                  [c('fields.measure'), c(`measures.${present.measure}`)],
                  [c('fields.unit'), present.unitZh],
                  [c('fields.decimals'), `${present.decimals}`],
                ]}
              />
              <FactList
                facts={[
                  [c('fields.basis'), t(`words.${present.basis}`)],
                  [c('fields.direction'), t(`words.${present.direction}`)],
                  [c('fields.growthOf'), present.growthOf ?? ''],
                ]}
              />
            </div>
            <div className={grid}>
              <UnitInEnglish present={present} locale={locale} />
              <Frequency present={present} locale={locale} />
            </div>
          </>
        ) : (
          <div className={grid}>
            <SelectField name="measure" label={c('fields.measure')} value={present.measure} options={measureOptions} />
            <TextField
              name="unitZh"
              label={c('fields.unit')}
              hint={c('hints.unit')}
              value={present.unitZh}
              offers={offered.units}
              maxLength={20}
            />
            <UnitInEnglish present={present} locale={locale} />
            <SelectField
              name="decimals"
              label={c('fields.decimals')}
              value={`${present.decimals}`}
              options={decimalsOffered.map((value) => ({ value: `${value}`, label: `${value}` }))}
            />
            <SelectField
              name="basis"
              label={c('fields.basis')}
              value={present.basis}
              options={bases.map((value) => ({ value, label: t(`words.${value}`) }))}
            />
            <SelectField
              name="direction"
              label={c('fields.direction')}
              value={present.direction}
              options={directions.map((value) => ({ value, label: t(`words.${value}`) }))}
            />
            <Frequency present={present} locale={locale} />
            <TextField
              name="growthOf"
              label={c('fields.growthOf')}
              hint={c('hints.growthOf')}
              value={present.growthOf ?? ''}
              maxLength={120}
            />
          </div>
        )}
      </Section>
      <Section title={c('form.answering')} id="answering" className="mt-4 mb-2">
        <div className={grid}>
          <TextField
            name="responsibleZh"
            label={c('fields.responsible')}
            hint={c(reviewers === null ? 'hints.responsible' : 'hints.responsibleNow', { count: reviewers ?? 0 })}
            value={present.responsibleZh}
            offers={offered.departments}
            maxLength={60}
          />
          <TextField
            name="assistingZh"
            label={c('fields.assisting')}
            hint={c('hints.assisting')}
            value={present.assistingZh}
            maxLength={200}
          />
          <TextField
            name="contact"
            label={c('fields.contact')}
            hint={c('hints.contact')}
            value={present.contact}
            maxLength={100}
          />
        </div>
      </Section>
    </>
  );
}

function UnitInEnglish({ present, locale }: { present: Present; locale: Locale }) {
  const c = translator(locale, 'catalogue');
  return (
    <TextField
      name="unitEn"
      label={c('fields.unitEn')}
      hint={c('hints.unitEn')}
      value={present.unitEn === present.unitZh ? '' : present.unitEn}
      maxLength={40}
    />
  );
}

function Frequency({ present, locale }: { present: Present; locale: Locale }) {
  const t = translator(locale, 'indicators');
  return (
    <SelectField
      name="frequency"
      label={translator(locale, 'catalogue')('fields.frequency')}
      value={present.frequency}
      options={frequencies.map((value) => ({ value, label: t(`words.${value}`) }))}
    />
  );
}
