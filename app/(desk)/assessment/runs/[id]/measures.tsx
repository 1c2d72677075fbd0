import type { ReactNode } from 'react';
import { approve, discard, publish } from '@/app/(desk)/assessment/runs/actions';
import { asksBefore } from '@/app/ui/forms/asks';
import { CommandForm } from '@/app/ui/forms/command-form';
import { Tick } from '@/app/ui/forms/tick';
import { Section } from '@/app/ui/shell/section';
import { may } from '@/lib/access/permissions';
import type { Principal } from '@/lib/access/principal';
import type { RunDetail } from '@/lib/assessment/runs/listing/words';
import type { Scheme } from '@/lib/assessment/schemes/document/scheme';
import { outStates } from '@/lib/assessment/words';
import { listed } from '@/lib/i18n/names';
import { translator } from '@/lib/i18n/translator';
import type { Locale } from '@/lib/i18n/words';
import { paths } from '@/lib/paths';
import { GapFields } from './gap-fields';

type Props = { principal: Principal; run: RunDetail & { readonly document: Scheme }; locale: Locale };

/** The next steps of an unpublished run: each as a form, or the reason why it is not possible. */
export function Measures(props: Props) {
  const { principal, run, locale } = props;
  const t = translator(locale, 'runs');
  if (outStates.some((state) => state === run.state)) return null;
  if (!may(principal.role, 'run.approve')) {
    return (
      <Section title={t('measures.title')} id="measures" className="mt-2">
        <Hint>{t('measures.readOnly')}</Hint>
      </Section>
    );
  }
  const step = run.state === 'trial' ? <Approval {...props} /> : <Publication {...props} />;
  return (
    <Section title={t('measures.title')} id="measures" className="mt-2">
      {step}
      <div className="mt-6 border-t border-rule pt-4">
        <Hint>{t('measures.discardLead')}</Hint>
        <CommandForm
          id="discard"
          action={discard}
          submit={t('measures.discard')}
          asks={asksBefore('discard', locale)}
          tone="danger"
          {...formProps(props)}
        />
      </div>
    </Section>
  );
}

function Approval(props: Props) {
  const { principal, run, locale } = props;
  const t = translator(locale, 'runs');
  const { units, names, items } = run.open.provisional;
  const targets = run.document.noTarget === 'pending' && run.open.gaps.find(({ kind }) => kind === 'target');
  const obstacles = [
    run.versionState === 'draft' && t('measures.draft'),
    run.unconfirmed > 0 && t('measures.unconfirmed', { count: run.unconfirmed }),
    targets && run.open.provisional.units > 0 && t('refused.awaitsTargets', { count: targets.count }),
    units > 0 &&
      !targets &&
      t('measures.awaits', { count: units, names: listed(names, locale), items: listed(items, locale) }),
    run.computedBy === principal.userId && t('measures.ownComputation'),
  ].filter((one) => typeof one === 'string');
  if (obstacles.length > 0) {
    return (
      <>
        <Obstacles obstacles={obstacles} />
        {targets && (
          <p className="mt-2 pl-3">
            <a href={`${paths.scheme(run.scheme.code)}#rules`} className="text-sea hover:underline">
              {t('measures.targetRule')}
            </a>
          </p>
        )}
      </>
    );
  }
  return (
    <>
      <Hint>{t('measures.approveLead')}</Hint>
      <CommandForm id="approve" action={approve} submit={t('measures.approve')} {...formProps(props)}>
        <GapFields gaps={run.open.gaps} scheme={run.document} period={run.periodCode} locale={locale} />
      </CommandForm>
    </>
  );
}

function Publication(props: Props) {
  const { principal, run, locale } = props;
  const t = translator(locale, 'runs');
  if (run.approvedBy === principal.userId) return <Obstacles obstacles={[t('measures.ownApproval')]} />;
  const { units, names } = run.open.bounds;
  return (
    <>
      <Hint>
        {t('measures.publishLead')} {t('measures.publishReplaces')}
      </Hint>
      <CommandForm
        id="publish"
        action={publish}
        submit={t('measures.publish')}
        asks={asksBefore('publish', locale)}
        {...formProps(props)}
      >
        <GapFields gaps={run.open.gaps} scheme={run.document} period={run.periodCode} locale={locale} />
        {units > 0 && (
          <>
            <p className="mb-1 border-l-2 border-gold pl-3">
              {t('measures.bounds', { count: units, names: listed(names, locale) })}
            </p>
            <Tick name="boundsConfirmed" className="mb-3">
              {t('measures.boundsConfirmed')}
            </Tick>
          </>
        )}
      </CommandForm>
    </>
  );
}

function Obstacles({ obstacles }: { obstacles: readonly string[] }) {
  return (
    <ul className="space-y-2">
      {obstacles.map((one) => (
        <li key={one} className="border-l-2 border-gold pl-3">
          {one}
        </li>
      ))}
    </ul>
  );
}

function Hint({ children }: { children: ReactNode }) {
  return <p className="mb-3 text-table text-ink-2">{children}</p>;
}

function formProps({ run, locale }: Props) {
  return {
    hidden: { id: run.id, version: run.version },
    refusedTitle: translator(locale, 'errors')('title'),
  };
}
