import { Section } from '@/app/ui/shell/section';
import type { RunDetail } from '@/lib/assessment/runs/listing/words';
import type { Scheme } from '@/lib/assessment/schemes/document/scheme';
import { translator } from '@/lib/i18n/translator';
import type { Locale } from '@/lib/i18n/words';
import { GapList } from './gap-fields';

/** The anchor of the list of what a run lacks. */
export const lackingId = 'lacking';
/** The most places of a kind that are shown without being asked for. */
const mostOpen = 40;

/** Missing figures, targets and answers of a run, by unit and item. Nothing for none. */
export function Lacking({ run, locale }: { run: RunDetail & { readonly document: Scheme }; locale: Locale }) {
  const { lacking } = run.open;
  if (lacking.length === 0) return null;
  return (
    <Section title={translator(locale, 'runs')('gaps.section')} id={lackingId}>
      <GapList
        gaps={lacking}
        scheme={run.document}
        period={run.periodCode}
        locale={locale}
        isOpen={lacking.every(({ count }) => count <= mostOpen)}
      />
    </Section>
  );
}
