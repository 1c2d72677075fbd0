import { CommandForm } from '@/app/ui/forms/command-form';
import { TextAreaField } from '@/app/ui/forms/fields';
import { Badge } from '@/app/ui/primitives/badge';
import { marked } from '@/app/ui/primitives/marked';
import { Notice } from '@/app/ui/primitives/notice';
import type { ProposalLine, ProposalPage } from '@/lib/catalogue/proposals/words';
import { writtenProposal } from '@/lib/catalogue/proposals/written-proposal';
import { writtenMoment } from '@/lib/i18n/moments';
import { translator } from '@/lib/i18n/translator';
import type { Locale } from '@/lib/i18n/words';
import { confirm, refuse, takeBack } from './actions';

/** A proposal in sentences, with what its reader may do about it. `userId` is null for who only reads. */
export function ProposalItem(props: {
  line: ProposalLine;
  names: ProposalPage['names'];
  userId: string | null;
  locale: Locale;
}) {
  const { line, names, userId, locale } = props;
  const t = translator(locale, 'proposals');
  const sentences = writtenProposal(line, names, locale);
  const who = t('proposedBy', { name: line.proposedByName, at: writtenMoment(line.proposedAt) });
  return (
    <div className="grid gap-x-12 gap-y-3 lg:grid-cols-[minmax(0,1fr)_minmax(0,26rem)]">
      <div className="min-w-0">
        <p className="mb-1 flex flex-wrap items-center gap-x-3 text-xs text-ink-2">
          <Badge>{t(`kinds.${line.kind}`)}</Badge>
          {who}
        </p>
        {sentences.map((sentence) => (
          <p key={sentence} className="text-base break-words whitespace-pre-line">
            {marked(sentence, locale)}
          </p>
        ))}
        {line.reason !== '' && (
          <p className="break-words whitespace-pre-line text-ink-2">{t('reason', { reason: line.reason })}</p>
        )}
        {line.isStale && <Notice tone="warn">{t('stale')}</Notice>}
        {line.state !== 'waiting' && (
          <p className="mt-2 flex flex-wrap items-center gap-x-3 text-table">
            <Badge tone={line.state === 'confirmed' ? 'sea' : 'plain'}>{t(`states.${line.state}`)}</Badge>
            {line.decidedAt && line.decidedByName && (
              <span className="text-ink-2">
                {t('decidedBy', { name: line.decidedByName, at: writtenMoment(line.decidedAt) })}
              </span>
            )}
            {line.decision && <span className="break-words">{t('refusedBecause', { reason: line.decision })}</span>}
          </p>
        )}
      </div>
      {userId !== null && line.state === 'waiting' && (
        <Decision line={line} change={sentences[0] ?? ''} isOwn={line.proposedBy === userId} locale={locale} />
      )}
    </div>
  );
}

function Decision(props: { line: ProposalLine; change: string; isOwn: boolean; locale: Locale }) {
  const { line, change, isOwn, locale } = props;
  const t = translator(locale, 'proposals');
  const hidden = { id: line.id, version: line.version };
  const refusedTitle = translator(locale, 'errors')('title');
  if (isOwn) {
    return (
      <div>
        <p className="mb-2 text-table text-ink-2">{t('yours')}</p>
        <CommandForm
          id={`back-${line.id}`}
          action={takeBack}
          submit={t('takeBack')}
          label={t('takeBackLabel', { change })}
          tone="outline"
          refusedTitle={refusedTitle}
          hidden={hidden}
        />
      </div>
    );
  }
  return (
    <div className="min-w-0">
      {!line.isStale && (
        <CommandForm
          id={`confirm-${line.id}`}
          action={confirm}
          submit={t('confirm')}
          label={t('confirmLabel', { change })}
          refusedTitle={refusedTitle}
          hidden={hidden}
          className="mb-2"
          asks={{ question: t('confirmAsks'), yes: t('confirm'), no: t('keep') }}
        />
      )}
      <CommandForm
        id={`refuse-${line.id}`}
        action={refuse}
        submit={t('refuse')}
        tone="danger"
        refusedTitle={refusedTitle}
        hidden={hidden}
        folded={t('refuseFold')}
      >
        <TextAreaField name="reason" label={t('refuseReason')} rows={2} maxLength={300} className="mt-2" />
      </CommandForm>
    </div>
  );
}
