import { hiddenSubject } from '@/app/(desk)/monitoring/follow-ups/hidden-subject';
import { SelectField, TextField } from '@/app/ui/forms/fields';
import { translator } from '@/lib/i18n/translator';
import type { Locale } from '@/lib/i18n/words';
import type { Origin } from '@/lib/monitoring/follow-ups/words';

/** What a form of a new follow-up sends of its origin, without being asked. */
export function hiddenOrigin(origin: Origin): Record<string, string | number> {
  switch (origin.kind) {
    case 'lamp':
    case 'figure':
    case 'score':
      return hiddenSubject('origin', origin);
    case 'remark':
      return hiddenSubject('origin', { kind: origin.kind, remark: origin.remark });
    default:
      return {};
  }
}

/** The fields of an origin that nobody came from: a meeting, or something else. */
export function OriginFields({ locale }: { locale: Locale }) {
  const t = translator(locale, 'followUps');
  return (
    <div className="grid gap-x-4 sm:grid-cols-2">
      <SelectField
        name="originKind"
        label={t('forms.origin')}
        value="meeting"
        options={(['meeting', 'hand'] as const).map((value) => ({ value, label: t(`origins.${value}`) }))}
      />
      <TextField name="originNote" label={t('forms.originNote')} maxLength={200} />
    </div>
  );
}
