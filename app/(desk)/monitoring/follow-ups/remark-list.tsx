import type { ReactNode } from 'react';
import { CommandForm } from '@/app/ui/forms/command-form';
import { TextAreaField } from '@/app/ui/forms/fields';
import { marked } from '@/app/ui/primitives/marked';
import { Section } from '@/app/ui/shell/section';
import { writtenMoment } from '@/lib/i18n/moments';
import { translator } from '@/lib/i18n/translator';
import type { Locale } from '@/lib/i18n/words';
import type { RemarkLine } from '@/lib/monitoring/follow-ups/remarks/words';
import { addressOf, writtenAbout } from '@/lib/monitoring/follow-ups/remarks/written-about';
import { writtenNumber } from '@/lib/monitoring/follow-ups/written';
import { paths, withQuery } from '@/lib/paths';
import { answer } from './actions';

type Words = { title: string; note: string; none: string };

/** Leaders' remarks, each with what became of it; for the office the ways to raise a follow-up from it, or to say why not. */
export function RemarkList(props: {
  id?: string;
  remarks: readonly RemarkLine[];
  mayRaise: boolean;
  /** Other words than those of all leaders' remarks. */
  words?: Words;
  children?: ReactNode;
  locale: Locale;
}) {
  const { id = 'remarks', remarks, mayRaise, locale } = props;
  const t = translator(locale, 'followUps');
  const words = props.words ?? { title: t('remarks.title'), note: t('remarks.note'), none: t('remarks.none') };
  return (
    <Section id={id} title={words.title} note={words.note}>
      {remarks.length === 0 && <p className="mb-4 max-w-prose text-ink-2">{words.none}</p>}
      <ul className="max-w-3xl">
        {remarks.map((remark) => (
          <li key={remark.id} className="border-b border-rule py-2">
            <p className="whitespace-pre-line">{marked(remark.words, locale)}</p>
            <p className="flex flex-wrap items-baseline gap-x-4 text-table text-ink-2">
              <a href={addressOf(remark)} className="py-0.5">
                {marked(writtenAbout(remark, locale), locale)}
              </a>
              <span>{marked(t('remarks.line', { name: remark.by, at: writtenMoment(remark.at) }), locale)}</span>
              <Outcome remark={remark} mayRaise={mayRaise} locale={locale} />
            </p>
            {mayRaise && isWaiting(remark) && (
              <div data-chrome>
                <CommandForm
                  id={`answer-${remark.id}`}
                  action={answer}
                  submit={t('remarks.answer')}
                  tone="outline"
                  refusedTitle={t('forms.refusedTitle')}
                  hidden={{ answeredRemark: remark.id }}
                  folded={t('remarks.answer')}
                  className="max-w-2xl"
                >
                  <TextAreaField
                    name="reason"
                    label={t('remarks.answerReason')}
                    hint={t('remarks.answerHint')}
                    rows={2}
                    maxLength={1000}
                  />
                </CommandForm>
              </div>
            )}
          </li>
        ))}
      </ul>
      {props.children}
    </Section>
  );
}

const isWaiting = ({ followUpId, answer: reason }: RemarkLine) => followUpId === null && reason === null;

/** What became of a remark. */
function Outcome({ remark, mayRaise, locale }: { remark: RemarkLine; mayRaise: boolean; locale: Locale }) {
  const t = translator(locale, 'followUps');
  const { followUpId, followUpState, answer: reason, answeredBy } = remark;
  if (followUpId !== null) {
    const number = writtenNumber(followUpId, locale);
    return (
      <a href={paths.followUp(followUpId)} className="py-0.5 text-sea underline">
        {followUpState ? t('remarks.own.state', { number, state: t(`states.${followUpState}`) }) : number}
      </a>
    );
  }
  if (reason !== null)
    return (
      <span className="basis-full whitespace-pre-line">
        {marked(t('remarks.answered', { name: answeredBy ?? '', reason }), locale)}
      </span>
    );
  return mayRaise ? (
    <a href={withQuery(paths.newFollowUp, { remark: remark.id })} className="text-sea underline">
      {t('remarks.raise')}
    </a>
  ) : (
    <span>{t('remarks.waiting')}</span>
  );
}
