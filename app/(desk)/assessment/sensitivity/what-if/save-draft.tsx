'use client';

import { saveWeights } from '@/app/(desk)/assessment/sensitivity/actions';
import { CommandForm } from '@/app/ui/forms/command-form';
import { TextField } from '@/app/ui/forms/fields';
import type { WeightChanges } from '@/lib/assessment/sensitivity/with-weights';
import { partTranslator, type Rooms } from '@/lib/i18n/part-translator';
import type { Locale } from '@/lib/i18n/words';

/** Saves a scenario as a draft: only its weights, and only when some were changed. */
export function SaveDraft(props: {
  run: string;
  schemeName: string;
  weights: WeightChanges;
  refusedTitle: string;
  rooms: Rooms<'sensitivity'>;
  locale: Locale;
}) {
  const t = partTranslator(props.locale, props.rooms, 'sensitivity');
  return (
    <section aria-labelledby="save-heading" className="mt-8" data-chrome>
      <h2 id="save-heading" className="border-t-2 border-ink pt-2 text-lg leading-7 font-semibold">
        {t('saveTitle')}
      </h2>
      <p className="mb-3 text-ink-2">{t('saveLead', { scheme: props.schemeName })}</p>
      {Object.keys(props.weights).length === 0 ? (
        <p className="text-ink-2">{t('saveNothing')}</p>
      ) : (
        <CommandForm
          action={saveWeights}
          submit={t('save')}
          refusedTitle={props.refusedTitle}
          hidden={{ run: props.run, weights: JSON.stringify(props.weights) }}
          className="max-w-xl"
        >
          <TextField name="note" label={t('saveNote')} hint={t('saveNoteHint')} maxLength={500} />
        </CommandForm>
      )}
    </section>
  );
}
