import { CommandForm } from '@/app/ui/forms/command-form';
import { translator } from '@/lib/i18n/translator';
import type { Locale } from '@/lib/i18n/words';
import { withdraw } from './actions';

/** Withdraws a submission, as long as nobody has begun to review it. */
export function WithdrawForm(props: {
  collectionId: string;
  unitCode: string;
  version: number;
  count: number;
  locale: Locale;
}) {
  const t = translator(props.locale, 'entry');
  return (
    <div
      data-chrome
      className="my-4 flex flex-wrap items-center gap-x-4 gap-y-2 border-l-2 border-sea bg-card px-3 py-2"
    >
      <p>{t('lockedNotice', { count: props.count })}</p>
      <CommandForm
        action={withdraw}
        submit={t('withdraw')}
        tone="outline"
        refusedTitle={t('notWithdrawn')}
        hidden={{ collectionId: props.collectionId, unitCode: props.unitCode, version: props.version }}
      />
    </div>
  );
}
