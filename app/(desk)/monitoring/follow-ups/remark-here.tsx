import type { ReactNode } from 'react';
import { may } from '@/lib/access/permissions';
import type { Principal } from '@/lib/access/principal';
import { translator } from '@/lib/i18n/translator';
import type { Locale } from '@/lib/i18n/words';
import type { RemarkAbout } from '@/lib/monitoring/follow-ups/words';
import { hiddenSubject } from './hidden-subject';
import { RemarkForm } from './remark-form';

type LampRemark = Extract<RemarkAbout, { kind: 'lamp' }>;

/** What a remark is written on: something that it waits for the office with, or a follow-up as it is shown. */
export type Remarked =
  | RemarkAbout
  | Omit<LampRemark, 'month'>
  | { readonly followUp: { readonly id: string; readonly version: number } };

/** The way for a leader to write a remark in place; nothing for others. `what` names the line in the words of the page. */
export function RemarkHere(props: {
  principal: Principal;
  id: string;
  on: Remarked;
  what: string;
  locale: Locale;
  children?: ReactNode;
}) {
  const { principal, id, on, what, locale } = props;
  if (!may(principal.role, 'followUp.remark')) return null;
  const t = translator(locale, 'followUps');
  const isUpon = 'followUp' in on;
  return (
    <RemarkForm
      id={id}
      isUpon={isUpon}
      hidden={'followUp' in on ? { id: on.followUp.id, version: on.followUp.version } : hiddenSubject('about', on)}
      words={{
        ...{ open: t('remarks.open'), openOf: t('remarks.openOf', { what }), field: t('remarks.words') },
        ...{ hint: t(isUpon ? 'remarks.uponHint' : 'remarks.hint'), send: t('remarks.send') },
        ...{ refusedTitle: t('forms.refusedTitle'), done: t(isUpon ? 'remarks.uponDone' : 'remarks.done') },
      }}
    >
      {props.children}
    </RemarkForm>
  );
}
