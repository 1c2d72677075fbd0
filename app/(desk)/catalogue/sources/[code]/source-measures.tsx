import { remove, restore, withdraw } from '@/app/(desk)/catalogue/sources/actions';
import { CommandForm } from '@/app/ui/forms/command-form';
import { TextAreaField } from '@/app/ui/forms/fields';
import { Section } from '@/app/ui/shell/section';
import type { SourceHead } from '@/lib/catalogue/sources/words';
import { translator } from '@/lib/i18n/translator';
import type { Locale } from '@/lib/i18n/words';

/** What the office may do with a document: withdraw it, restore it, and delete one that nothing cites. */
export function SourceMeasures(props: { source: SourceHead; isUnused: boolean; locale: Locale }) {
  const { source, isUnused, locale } = props;
  const t = translator(locale, 'documents');
  const hidden = { code: source.code, version: source.version };
  const isWithdrawn = source.withdrawnReason !== null;
  const measure = isWithdrawn ? 'restore' : 'withdraw';
  return (
    <Section id="manage" title={t('use.title')}>
      <CommandForm
        action={isWithdrawn ? restore : withdraw}
        submit={t(`use.${measure}`)}
        refusedTitle={t('refusedTitle')}
        tone={isWithdrawn ? 'primary' : 'danger'}
        id={measure}
        hidden={hidden}
        folded={t(`use.${measure}`)}
        className="max-w-2xl"
      >
        <p className="my-2 text-table text-ink-2">{t(`use.${measure}Lead`)}</p>
        <TextAreaField name="reason" label={t('use.reason')} rows={2} maxLength={300} />
      </CommandForm>
      {isUnused && (
        <CommandForm
          action={remove}
          submit={t('use.remove')}
          refusedTitle={t('refusedTitle')}
          tone="danger"
          id="remove"
          hidden={hidden}
          folded={t('use.remove')}
          asks={{
            question: t('use.removeAsks', { title: source.title }),
            yes: t('use.removeYes'),
            no: t('use.removeNo'),
          }}
          className="max-w-2xl"
        >
          <p className="my-2 text-table text-ink-2">{t('use.removeLead')}</p>
        </CommandForm>
      )}
    </Section>
  );
}
