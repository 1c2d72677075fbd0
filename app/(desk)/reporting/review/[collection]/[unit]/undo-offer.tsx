import { undo } from '@/app/(desk)/reporting/review/actions';
import { CommandForm } from '@/app/ui/forms/command-form';
import type { Place } from '@/app/ui/reporting/review-address';
import { translator } from '@/lib/i18n/translator';
import type { Locale } from '@/lib/i18n/words';
import { keyOf } from '@/lib/reporting/figure-key';
import { undoSeconds } from '@/lib/reporting/review/words';
import { ForSeconds } from './for-seconds';

/** Offers to take the last decision back, as long as the server would. */
export function UndoOffer(props: { decidedAt: Date; now: Date; place: Place; next: string; locale: Locale }) {
  const { decidedAt, now, place, locale } = props;
  const left = undoSeconds - (now.getTime() - decidedAt.getTime()) / 1000;
  return (
    <ForSeconds key={decidedAt.toISOString()} seconds={left}>
      <CommandForm
        id="undo"
        action={undo}
        submit={translator(locale, 'review')('undo', { seconds: undoSeconds })}
        tone="outline"
        refusedTitle={translator(locale, 'errors')('title')}
        hidden={{
          decidedAt: decidedAt.toISOString(),
          collection: place.collectionId,
          unit: place.unitCode,
          department: place.department,
          next: props.next,
          ...(place.across && { across: keyOf(place.across) }),
        }}
        className="mb-4"
      />
    </ForSeconds>
  );
}
