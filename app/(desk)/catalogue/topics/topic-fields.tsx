import { SelectField, TextField } from '@/app/ui/forms/fields';
import { withBelow } from '@/lib/catalogue/topics/tree';
import { deepest, type TopicRow } from '@/lib/catalogue/topics/words';
import { nameOf } from '@/lib/i18n/names';
import { translator } from '@/lib/i18n/translator';
import type { Locale } from '@/lib/i18n/words';

/** The names of a topic and the topic above it; of one that exists also its place among its sisters. */
export function TopicFields(props: { topics: readonly TopicRow[]; own: TopicRow | null; locale: Locale }) {
  const { topics, own, locale } = props;
  const c = translator(locale, 'catalogue');
  const below = new Set(own ? withBelow(topics, own.code) : []);
  const parents = topics.filter(({ code, depth }) => depth < deepest - 1 && !below.has(code));
  const sisters = topics.filter(({ parentCode, code }) => parentCode === own?.parentCode && code !== own?.code);
  return (
    <div className="grid items-end gap-x-6 sm:grid-cols-2">
      <TextField name="nameZh" label={c('fields.nameZh')} value={own?.nameZh ?? ''} maxLength={40} />
      <TextField
        name="nameEn"
        label={c('fields.nameEn')}
        hint={c('hints.english')}
        value={own && own.nameEn !== own.nameZh ? own.nameEn : ''}
        maxLength={80}
      />
      <SelectField
        name="parentCode"
        label={c('topics.parent')}
        value={own?.parentCode ?? ''}
        options={[
          { value: '', label: c('topics.topmost') },
          ...parents.map((one) => ({ value: one.code, label: `${'　'.repeat(one.depth)}${nameOf(one, locale)}` })),
        ]}
      />
      {own && sisters.length > 0 && (
        <SelectField
          name="after"
          label={c('topics.after')}
          value="same"
          options={[
            { value: 'same', label: c('topics.samePlace') },
            { value: '', label: c('topics.firstPlace') },
            ...sisters.map((one) => ({
              value: one.code,
              label: c('topics.afterThis', { topic: nameOf(one, locale) }),
            })),
          ]}
        />
      )}
    </div>
  );
}
