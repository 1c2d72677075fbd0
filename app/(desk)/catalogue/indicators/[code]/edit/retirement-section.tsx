import { remove, resume, retire } from '@/app/(desk)/catalogue/indicators/actions';
import { CommandForm } from '@/app/ui/forms/command-form';
import { TextAreaField, TextField } from '@/app/ui/forms/fields';
import { Section } from '@/app/ui/shell/section';
import { isUnused } from '@/lib/catalogue/indicators/editing/unused';
import type { IndicatorToEdit } from '@/lib/catalogue/indicators/editing/words';
import { translator } from '@/lib/i18n/translator';
import type { Locale } from '@/lib/i18n/words';

const row = 'grid max-w-4xl items-end gap-x-6 sm:grid-cols-2';

/** Takes an indicator out of use after a day, or back into use. */
export function RetirementSection({ one, today, locale }: { one: IndicatorToEdit; today: string; locale: Locale }) {
  const c = translator(locale, 'catalogue');
  const refusedTitle = translator(locale, 'errors')('title');
  const hidden = { code: one.code, version: one.version };
  const { retiredOn } = one;
  return (
    <Section title={c('retirement.title')} id="retirement" note={c('retirement.note')}>
      {retiredOn !== null && (
        <p className="mb-3">
          {c(retiredOn < today ? 'indicator.retiredAfter' : 'indicator.retiresAfter', { day: retiredOn })}
        </p>
      )}
      <CommandForm
        id="retire"
        action={retire}
        submit={c(retiredOn === null ? 'retirement.submit' : 'retirement.change')}
        tone={retiredOn === null ? 'danger' : 'outline'}
        folded={c(retiredOn === null ? 'retirement.open' : 'retirement.change')}
        refusedTitle={refusedTitle}
        hidden={hidden}
      >
        <div className={row}>
          <TextField
            name="retiredOn"
            label={c('fields.retiredOn')}
            hint={c('hints.retiredOn')}
            type="date"
            value={retiredOn ?? today}
          />
          <TextField
            name="replacedBy"
            label={c('fields.replacedBy')}
            hint={c('hints.replacedBy')}
            value={one.replacedBy ?? ''}
            maxLength={120}
          />
        </div>
        <TextAreaField
          name="reason"
          label={c('fields.reason')}
          hint={c('hints.reason')}
          rows={2}
          maxLength={300}
          className="max-w-4xl"
        />
      </CommandForm>
      {retiredOn !== null && (
        <CommandForm
          id="resume"
          action={resume}
          submit={c('retirement.resume')}
          tone="outline"
          folded={c('retirement.resume')}
          refusedTitle={refusedTitle}
          hidden={hidden}
        >
          <TextAreaField
            name="reason"
            label={c('fields.reason')}
            hint={c('hints.reason')}
            rows={2}
            maxLength={300}
            className="max-w-4xl"
          />
        </CommandForm>
      )}
    </Section>
  );
}

/** Deletes an indicator that nothing uses, else says what uses it. */
export function DeletionSection({ one, locale }: { one: IndicatorToEdit; locale: Locale }) {
  const c = translator(locale, 'catalogue');
  return (
    <Section title={c('deletion.title')} id="deletion" note={isUnused(one.uses) ? c('deletion.note') : ''}>
      {isUnused(one.uses) ? (
        <CommandForm
          id="delete"
          action={remove}
          submit={c('deletion.submit')}
          tone="danger"
          refusedTitle={translator(locale, 'errors')('title')}
          hidden={{ code: one.code, version: one.version }}
          asks={{ question: c('deletion.question'), yes: c('deletion.submit'), no: c('deletion.keep') }}
        />
      ) : (
        <p className="max-w-prose text-ink-2">{c('refused.used', { ...one.uses })}</p>
      )}
    </Section>
  );
}
