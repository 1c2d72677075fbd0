import { check, drop, edit, issue } from '@/app/(desk)/publishing/bulletins/actions';
import { FrameFields } from '@/app/(desk)/publishing/bulletins/frame-fields';
import { CommandForm } from '@/app/ui/forms/command-form';
import { TextAreaField, TextField } from '@/app/ui/forms/fields';
import { Section } from '@/app/ui/shell/section';
import { translator } from '@/lib/i18n/translator';
import type { Locale } from '@/lib/i18n/words';
import type { Bulletin } from '@/lib/publishing/bulletins/words';

/** What the office may do with a document that is not issued. `example` is a mark that it may write. */
export function Measures(props: { bulletin: Bulletin; example: string; me: string; locale: Locale }) {
  const { bulletin, example, me, locale } = props;
  const t = translator(locale, 'bulletins');
  const form = {
    hidden: { bulletin: bulletin.id, version: bulletin.version },
    refusedTitle: translator(locale, 'errors')('title'),
  };
  const no = translator(locale, 'shell')('asks.no');
  return (
    <Section title={t('measures')} id="measures">
      {bulletin.state === 'checked' ? (
        <CommandForm
          id="issue"
          action={issue}
          submit={t('issue')}
          {...form}
          className="mb-4"
          asks={{ question: t('issueAsk'), yes: t('issueYes'), no }}
        />
      ) : bulletin.editedBy === me ? (
        <p className="mb-4 border-l-2 border-gold pl-3">{t('otherChecks')}</p>
      ) : (
        <CommandForm
          id="check"
          action={check}
          submit={t('check')}
          {...form}
          className="mb-4"
          asks={{ question: t('checkAsk'), yes: t('checkYes'), no }}
        />
      )}
      <CommandForm id="edit" action={edit} submit={t('save')} folded={t('edit')} className="max-w-2xl" {...form}>
        <TextField name="title" label={t('titleField')} value={bulletin.title} maxLength={120} />
        <TextAreaField
          name="body"
          label={t('body')}
          hint={t('bodyHint', { example: `{${example}}` })}
          rows={14}
          maxLength={20_000}
          value={bulletin.body}
        />
        <FrameFields frame={bulletin} locale={locale} />
      </CommandForm>
      <CommandForm
        id="drop"
        action={drop}
        submit={t('drop')}
        tone="danger"
        {...form}
        asks={{ question: t('dropAsk'), yes: t('dropYes'), no }}
        className="mt-4"
      />
    </Section>
  );
}
