import { Place } from '@/app/ui/figures/rank-badge';
import { Badge } from '@/app/ui/primitives/badge';
import { marksOf, type UnitMark } from '@/lib/assessment/rankings/marks';
import type { RankRow } from '@/lib/assessment/rankings/table/rank-row';
import { touchingKinds } from '@/lib/assessment/words';
import { translator } from '@/lib/i18n/translator';
import type { Locale } from '@/lib/i18n/words';

type Ranked = Pick<RankRow, 'rank' | 'isTied'> & Marked;

/**
 * A rank of a run; an unranked unit has a word instead. `of` is the number of ranked units among `units`. A place that is
 * provisional, that a veto took the honour from, or in a ranking that lacks half of its units wears no medal.
 */
export function RankCell(props: { row: Ranked; of: number; units: number; locale: Locale }) {
  const { row, of, units, locale } = props;
  if (row.rank === null) return <span className="text-ink-2">{translator(locale, 'rankings')('unranked')}</span>;
  const isVetoed = !row.isEligible || row.notes.some(({ kind }) => kind === 'veto');
  const plain = row.isProvisional || isVetoed || of * 2 < units;
  return <Place place={row.rank} of={of} tied={row.isTied} locale={locale} {...(plain && { plain })} />;
}

type Marked = Pick<RankRow, 'isProvisional' | 'isEligible' | 'notes'>;

/** The marks beside a unit's name: 暂定, 一票否决 … as badges, and in small words what touched its scores. */
export function UnitMarks({ row, locale }: { row: Marked; locale: Locale }) {
  const t = translator(locale, 'rankings');
  const marks = marksOf(row);
  const isQuiet = (mark: UnitMark) => (touchingKinds as readonly UnitMark[]).includes(mark);
  const quiet = marks.filter(isQuiet).map((mark) => t(`marks.${mark}`));
  return (
    <>
      {marks
        .filter((mark) => !isQuiet(mark))
        .map((mark) => (
          <Badge key={mark} tone={mark === 'promoted' ? 'sea' : 'gold'}>
            {t(`marks.${mark}`)}
          </Badge>
        ))}
      {quiet.length > 0 && <span className="text-xs text-ink-2">{quiet.join(' · ')}</span>}
    </>
  );
}
