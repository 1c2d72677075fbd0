'use client';

import type { Dispatch } from 'react';
import { buttonLook } from '@/app/ui/primitives/button';
import { nameOf } from '@/lib/i18n/names';
import type { partTranslator } from '@/lib/i18n/part-translator';
import type { Locale } from '@/lib/i18n/words';
import type { TargetGrid } from '@/lib/monitoring/targets/grid/words';
import type { TargetCell, TargetSheetStep } from './cells';
import { pairText, unitAt } from './kept-text';

/** The choice between one's own text and what another person, or another window, saved meanwhile. */
export function ConflictLine(props: {
  at: string;
  cell: TargetCell;
  grid: TargetGrid;
  dispatch: Dispatch<TargetSheetStep>;
  t: ReturnType<typeof partTranslator<'targets'>>;
  locale: Locale;
}) {
  const { at, cell, grid, dispatch, t, locale } = props;
  const { conflict, indicator, entry } = cell;
  const unit = unitAt(at, grid);
  if (!conflict || !unit) return null;
  return (
    <div role="alert" className="flex flex-wrap items-center gap-3 border-l-2 border-gold bg-card px-3 py-2 text-table">
      <span>
        {t(conflict.isOwn ? 'conflict.own' : 'conflict.other', {
          by: conflict.by,
          unit: nameOf(unit, locale),
          indicator: nameOf(indicator, locale),
          mine: pairText(entry),
          theirs: pairText(conflict.entry),
        })}
      </span>
      {(['theirs', 'mine'] as const).map((keep) => (
        <button
          key={keep}
          type="button"
          className={buttonLook('outline')}
          onClick={() => dispatch({ kind: 'resolve', key: at, keep })}
        >
          {t(`conflict.${keep}`)}
        </button>
      ))}
    </div>
  );
}
