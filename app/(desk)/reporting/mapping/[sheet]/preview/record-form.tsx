import { cite } from '@/app/(desk)/reporting/mapping/actions';
import { CommandForm } from '@/app/ui/forms/command-form';
import { SelectField, TextAreaField, TextField } from '@/app/ui/forms/fields';
import type { SourceLine } from '@/lib/catalogue/sources/words';
import { translator } from '@/lib/i18n/translator';
import type { Locale } from '@/lib/i18n/words';
import { longest } from '@/lib/observations/cited/words';
import type { Vintage } from '@/lib/observations/words';
import { paths } from '@/lib/paths';
import type { Compared } from '@/lib/reporting/mapping/compare-figures';
import type { MappedView } from '@/lib/reporting/mapping/sheets/queries';

type Props = {
  view: MappedView;
  sources: readonly SourceLine[];
  counts: Compared['counts'];
  given: { vintage: Vintage; follows: string };
  hasRanks: boolean;
  locale: Locale;
};

/** What is asked before the figures of a sheet are recorded: the document, and what changes and ranks need. */
export function RecordForm({ view, sources, counts, given, hasRanks, locale }: Props) {
  const t = translator(locale, 'mapping');
  const last = sources.find(({ code }) => code === view.last?.sourceCode);
  return (
    <CommandForm
      action={cite}
      submit={t('preview.submit', { count: counts.added + counts.changed })}
      refusedTitle={t('refusedTitle')}
      id="record-form"
      hidden={{ id: view.id, version: view.version, vintage: given.vintage, follows: given.follows }}
      className="max-w-3xl"
    >
      <SelectField
        name="sourceCode"
        label={t('preview.source')}
        hint={
          <>
            {t('preview.sourceHint', { last: last ? 'yes' : 'no' })}{' '}
            <a href={paths.newSource} className="text-sea underline">
              {t('preview.newSource')}
            </a>
          </>
        }
        value={last?.code ?? ''}
        options={[{ value: '', label: '—' }, ...sources.map(({ code, title }) => ({ value: code, label: title }))]}
      />
      {hasRanks && (
        <TextField
          name="rankScope"
          label={t('preview.rankScope')}
          hint={t('preview.rankScopeHint')}
          maxLength={longest.scope}
        />
      )}
      {counts.changed > 0 && (
        <TextAreaField
          name="reason"
          label={t('preview.reason')}
          hint={t('preview.reasonHint', { count: counts.changed })}
          rows={2}
          maxLength={300}
        />
      )}
    </CommandForm>
  );
}
