import { change, decide, saveOne, withdraw } from '@/app/(desk)/monitoring/targets/actions';
import { PlanField, PlanList } from '@/app/(desk)/monitoring/targets/plan-field';
import { CommandForm } from '@/app/ui/forms/command-form';
import { TextAreaField, TextField } from '@/app/ui/forms/fields';
import { Section } from '@/app/ui/shell/section';
import { FactList } from '@/app/ui/tables/fact-list';
import { translator } from '@/lib/i18n/translator';
import type { Locale } from '@/lib/i18n/words';
import type { TargetPage } from '@/lib/monitoring/targets/history/words';
import { writtenTarget } from '@/lib/monitoring/targets/written/written-target';

type Props = { page: TargetPage; me: string; locale: Locale };

/** What the office may do: type a draft, propose a change of what is issued, decide on one that waits. */
export function Measures(props: Props) {
  const { issued, draft } = props.page;
  if (!issued) return <Draft {...props} />;
  return draft ? <Waiting {...props} /> : <Changes {...props} />;
}

function formProps({ page, locale }: Props, version: number) {
  const { unit, indicator, year } = page;
  return {
    hidden: { unit: unit.code, indicator: indicator.code, year, version },
    refusedTitle: translator(locale, 'errors')('title'),
  };
}

function Values({ of, locale }: { of: { base: string | null; stretch: string | null } | null; locale: Locale }) {
  const t = translator(locale, 'targets');
  return (
    <div className="grid max-w-md grid-cols-2 gap-x-4">
      <TextField name="base" label={t('fields.base')} value={of?.base ?? ''} />
      <TextField name="stretch" label={t('fields.stretch')} value={of?.stretch ?? ''} />
    </div>
  );
}

function Draft(props: Props) {
  const { page, locale } = props;
  const t = translator(locale, 'targets');
  return (
    <Section title={t('page.draft')} id="draft" note={t('page.draftNote')}>
      <CommandForm id="draft" action={saveOne} submit={t('page.save')} {...formProps(props, page.draft?.version ?? 0)}>
        <Values of={page.draft} locale={locale} />
        {page.draft?.plan && <PlanList plan={page.draft.plan} indicator={page.indicator} locale={locale} />}
        <PlanField plan={page.draft?.plan ?? null} locale={locale} />
      </CommandForm>
    </Section>
  );
}

function Waiting(props: Props) {
  const { page, me, locale } = props;
  const t = translator(locale, 'targets');
  const { draft } = page;
  if (!draft) return null;
  const value = (text: string | null) => writtenTarget(text, page.indicator);
  const isOwn = draft.editedBy === me;
  const form = formProps(props, draft.version);
  return (
    <Section title={t(draft.base === null ? 'page.withdrawalWaits' : 'page.changeWaits')} id="waiting">
      <FactList
        facts={[
          [
            t('fields.base'),
            draft.base === null
              ? null
              : t('page.becomes', { before: value(page.issued?.base ?? null), after: value(draft.base) }),
          ],
          [
            t('fields.stretch'),
            draft.base === null
              ? null
              : t('page.becomes', { before: value(page.issued?.stretch ?? null), after: value(draft.stretch) }),
          ],
          [t('plan.title'), planAfter()],
          [t('page.why'), draft.reason],
          [t('page.by'), draft.editor],
        ]}
      />
      {isOwn && <p className="mt-3 border-l-2 border-gold pl-3">{t('page.otherConfirms')}</p>}
      <div className="mt-4 flex flex-wrap gap-3">
        {!isOwn && (
          <CommandForm
            id="confirm"
            action={decide}
            submit={t('page.confirm')}
            {...form}
            hidden={{ ...form.hidden, decision: 'confirm' }}
          />
        )}
        <CommandForm
          id="drop"
          action={decide}
          submit={t('page.drop')}
          tone="outline"
          {...form}
          hidden={{ ...form.hidden, decision: 'drop' }}
        />
      </div>
    </Section>
  );

  /** The plan that holds once the change is confirmed, which a kept plan follows in proportion. */
  function planAfter() {
    if (!draft || draft.base === null) return null;
    if (draft.plan) return <PlanList plan={draft.plan} indicator={page.indicator} locale={locale} />;
    return page.issued?.plan ? '—' : null;
  }
}

function Changes(props: Props) {
  const { page, locale } = props;
  const t = translator(locale, 'targets');
  const { issued } = page;
  if (!issued) return null;
  const form = formProps(props, issued.version);
  return (
    <Section title={t('page.change')} id="change" note={t('page.changeNote')}>
      <CommandForm id="change" action={change} submit={t('page.propose')} folded={t('page.changeFold')} {...form}>
        <Values of={issued} locale={locale} />
        <PlanField plan={issued.plan} locale={locale} />
        <TextField name="note" label={t('note')} hint={t('noteHint')} value={issued.note} className="max-w-2xl" />
        <TextAreaField
          name="reason"
          label={t('page.why')}
          hint={t('page.whyHint')}
          rows={2}
          maxLength={300}
          className="max-w-2xl"
        />
      </CommandForm>
      <CommandForm
        id="withdraw"
        action={withdraw}
        submit={t('page.withdraw')}
        tone="danger"
        folded={t('page.withdrawFold')}
        {...form}
      >
        <TextAreaField
          name="reason"
          label={t('page.why')}
          hint={t('page.whyHint')}
          rows={2}
          maxLength={300}
          className="max-w-2xl"
        />
      </CommandForm>
    </Section>
  );
}
