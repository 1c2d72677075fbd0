import { advance, revoke } from '@/app/(desk)/assessment/ledger/actions';
import { CommandForm } from '@/app/ui/forms/command-form';
import { TextField } from '@/app/ui/forms/fields';
import { FactList } from '@/app/ui/tables/fact-list';
import { may } from '@/lib/access/permissions';
import type { Principal } from '@/lib/access/principal';
import { awaitsAnother, stateAfter } from '@/lib/assessment/ledger/steps';
import type { LedgerLine } from '@/lib/assessment/ledger/words';
import { writtenMoment } from '@/lib/i18n/moments';
import { translator } from '@/lib/i18n/translator';
import type { Locale } from '@/lib/i18n/words';

type Props = { line: LedgerLine; principal: Principal; locale: Locale };

/** The grounds of an entry, and the possible next steps. */
export function EntryDetail(props: Props) {
  const { line, principal, locale } = props;
  const t = translator(locale, 'ledger');
  const by = (name: string, at: Date) => t('facts.by', { name, at: writtenMoment(at) });
  return (
    <div className="grid gap-x-12 gap-y-4 py-2 lg:grid-cols-2">
      <FactList
        facts={[
          [t('facts.article'), line.article],
          [t('facts.evidence'), line.evidence],
          [t('facts.incident'), line.incident],
          [t('facts.happenedOn'), line.happenedOn],
          [t('facts.recorded'), by(line.recordedByName, line.recordedAt)],
          [t('facts.updated'), by(line.updatedByName, line.updatedAt)],
          [t('facts.revokedReason'), line.revokedReason],
        ]}
      />
      {line.state !== 'revoked' &&
        (may(principal.role, 'adjustment.advance') ? (
          <Steps {...props} />
        ) : (
          <p className="text-ink-2">{t('steps.readOnly')}</p>
        ))}
    </div>
  );
}

function Steps({ line, principal, locale }: Props) {
  const t = translator(locale, 'ledger');
  const next = stateAfter(line.state);
  const refusedTitle = translator(locale, 'errors')('title');
  const at = { id: line.id, version: line.version };
  const isOwn = awaitsAnother.includes(line.state) && line.recordedBy === principal.userId;
  return (
    <div className="space-y-6">
      {isOwn && <p className="border-l-2 border-gold pl-3">{t('steps.ownEntry')}</p>}
      {next && !isOwn && isForward(next) && (
        <div>
          {next === 'confirmed' && <p className="mb-2 text-table text-ink-2">{t('steps.confirmedNote')}</p>}
          <CommandForm
            id="advance"
            action={advance}
            submit={t(`steps.${next}`)}
            refusedTitle={refusedTitle}
            hidden={{ ...at, to: next }}
          />
        </div>
      )}
      <CommandForm
        id="revoke"
        action={revoke}
        submit={t('steps.revoke')}
        tone="danger"
        refusedTitle={refusedTitle}
        hidden={at}
        className="max-w-md"
      >
        <TextField name="reason" label={t('steps.revokeReason')} hint={t('steps.revokeNote')} maxLength={500} />
      </CommandForm>
    </div>
  );
}

function isForward(state: LedgerLine['state']): state is 'proposed' | 'reviewed' | 'confirmed' {
  return state === 'proposed' || state === 'reviewed' || state === 'confirmed';
}
