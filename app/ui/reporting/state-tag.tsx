import { Badge } from '@/app/ui/primitives/badge';
import { translator } from '@/lib/i18n/translator';
import type { Locale } from '@/lib/i18n/words';
import type { Timeliness } from '@/lib/reporting/collections/words';
import type { SubmissionState } from '@/lib/reporting/words';

const tones = { empty: 'plain', draft: 'plain', submitted: 'sea', returned: 'gold', approved: 'sea' } as const;

/** 未填, 草稿, 已报, 退回, 核定: the state of a return. */
export function StateTag({ state, locale }: { state: SubmissionState; locale: Locale }) {
  return <Badge tone={tones[state]}>{translator(locale, 'reporting')(`submissionStates.${state}`)}</Badge>;
}

const loud: readonly Timeliness[] = ['dueSoon', 'late', 'overdue', 'lateDone'];

/** The timeliness of a return: 逾期, 迟报 … */
export function TimelinessTag({ timeliness, locale }: { timeliness: Timeliness; locale: Locale }) {
  return (
    <Badge tone={loud.includes(timeliness) ? 'gold' : 'plain'}>
      {translator(locale, 'reporting')(`timeliness.${timeliness}`)}
    </Badge>
  );
}

/** The mark of invented units. */
export function DemonstrationTag({ locale }: { locale: Locale }) {
  return <Badge tone="gold">{translator(locale, 'reporting')('demonstration')}</Badge>;
}
