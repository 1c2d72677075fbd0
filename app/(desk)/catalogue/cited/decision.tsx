import { confirm, refuse, takeBack } from '@/app/(desk)/catalogue/cited/actions';
import { CommandForm } from '@/app/ui/forms/command-form';
import { TextAreaField } from '@/app/ui/forms/fields';
import { translator } from '@/lib/i18n/translator';
import type { Locale } from '@/lib/i18n/words';

/** The decision about waiting figures: to confirm or refuse somebody else's, to take back one's own. */
export function Decision(props: {
  hidden: Readonly<Record<string, string | number>>;
  isOwn: boolean;
  /** Whether nothing can be confirmed, since what pages show has moved. */
  isMoved?: boolean;
  submit: string;
  locale: Locale;
}) {
  const { hidden, isOwn, locale } = props;
  const t = translator(locale, 'cited');
  const shared = { hidden, refusedTitle: t('refusedTitle') };
  if (isOwn) return <CommandForm {...shared} action={takeBack} submit={t('takeBack')} tone="outline" id="take-back" />;
  return (
    <div className="grid max-w-3xl gap-4">
      {props.isMoved !== true && <CommandForm {...shared} action={confirm} submit={props.submit} id="confirm" />}
      <CommandForm {...shared} action={refuse} submit={t('refuse')} tone="danger" id="refuse" folded={t('refuse')}>
        <TextAreaField name="reason" label={t('refuseReason')} rows={2} maxLength={300} />
      </CommandForm>
    </div>
  );
}
