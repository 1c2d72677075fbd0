import { Place } from '@/app/ui/figures/rank-badge';
import { Badge } from '@/app/ui/primitives/badge';
import { marksOf } from '@/lib/assessment/rankings/marks';
import type { RankRow } from '@/lib/assessment/rankings/table/rank-row';
import { translator } from '@/lib/i18n/translator';
import type { Locale } from '@/lib/i18n/words';

/** A rank of a run with the number of ranked units; an unranked unit has a word instead. */
export function RankCell(props: { row: Pick<RankRow, 'rank' | 'isTied'>; of: number; locale: Locale }) {
  const { row, of, locale } = props;
  if (row.rank === null) return <span className="text-ink-2">{translator(locale, 'rankings')('unranked')}</span>;
  return <Place place={row.rank} of={of} tied={row.isTied} locale={locale} />;
}

type Marked = Pick<RankRow, 'isProvisional' | 'isEligible' | 'notes'>;

/** The marks beside a unit's name: 暂定, 一票否决 … in words. */
export function UnitMarks({ row, locale }: { row: Marked; locale: Locale }) {
  const t = translator(locale, 'rankings');
  return marksOf(row).map((mark) => (
    <Badge key={mark} tone={mark === 'promoted' ? 'sea' : 'gold'}>
      {t(`marks.${mark}`)}
    </Badge>
  ));
}
