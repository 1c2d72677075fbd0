import { shownAt } from '@/lib/observations/shown-at';
import { differingParts } from '@/lib/reporting/revisions/differing';
import type { ChangedPart, FigureHistory, FigureRevision, FigureStep } from '@/lib/reporting/revisions/words';
import { growthOf } from '@/lib/statistics/growth';
import type { Change } from '@/lib/statistics/words';

/** The status of a revision: published now, published once, never published, or the end of what was published. */
export type Standing = 'current' | 'replaced' | 'keptOut' | 'withdrawal';

export type TimelineEntry =
  | {
      readonly kind: 'revision';
      readonly at: Date;
      readonly revision: FigureRevision;
      readonly standing: Standing;
      /** Compared with the value published just before; null for the first. */
      readonly differs: readonly ChangedPart[] | null;
      readonly difference: Change | null;
    }
  | { readonly kind: 'step'; readonly at: Date; readonly step: FigureStep };

/** Values and steps of a figure in the order of time; a step comes before the value that it brought. */
export function timelineOf({ indicator, revisions, steps }: FigureHistory): TimelineEntry[] {
  const shownNow = revisions.length > 0 ? shownAt(revisions, lastOf(revisions)) : null;
  const recorded = revisions.map((revision, n): TimelineEntry => {
    const before = shownAt(revisions.slice(0, n), revision.recordedAt);
    const wasShown = shownAt(revisions.slice(0, n + 1), revision.recordedAt) === revision;
    const { isWithdrawal } = revision;
    const areExact = !isWithdrawal && before?.qualifier === 'exact' && revision.qualifier === 'exact';
    return {
      kind: 'revision',
      at: revision.recordedAt,
      revision,
      standing: isWithdrawal ? 'withdrawal' : revision === shownNow ? 'current' : wasShown ? 'replaced' : 'keptOut',
      differs: before && !isWithdrawal ? differingParts(stoodAs(before), stoodAs(revision)) : null,
      difference: areExact ? growthOf(indicator.measure, revision.value, before.value) : null,
    };
  });
  const done = steps.map((step): TimelineEntry => ({ kind: 'step', at: step.at, step }));
  return [...done, ...recorded].sort((a, b) => a.at.getTime() - b.at.getTime());
}

const lastOf = (revisions: readonly FigureRevision[]) =>
  new Date(Math.max(...revisions.map(({ recordedAt }) => recordedAt.getTime())));

const stoodAs = (revision: FigureRevision) => ({ ...revision, sourceCode: revision.citation.sourceCode });
