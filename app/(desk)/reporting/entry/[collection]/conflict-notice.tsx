'use client';

import type { Dispatch } from 'react';
import { buttonLook } from '@/app/ui/primitives/button';
import { partTranslator } from '@/lib/i18n/part-translator';
import type { Locale } from '@/lib/i18n/words';
import type { SaveConflict } from '@/lib/reporting/entry/words';
import { keyOf } from '@/lib/reporting/figure-key';
import type { FigureEntry } from '@/lib/reporting/words';
import type { Cell, Step } from './cells';
import type { GridWords } from './entry-grid';

const entryText = (entry: FigureEntry) => [entry.typed, entry.typedYoy, entry.note].filter(Boolean).join(' · ') || '—';

/** The choice between one's own text, the other person's and the earlier one, so that no text is lost unseen. */
export function ConflictNotice(props: {
  conflict: SaveConflict;
  cell: Cell;
  dispatch: Dispatch<Step>;
  rooms: GridWords;
  locale: Locale;
}) {
  const { conflict, cell, dispatch } = props;
  const t = partTranslator(props.locale, props.rooms, 'entry');
  const at = new Date(conflict.at).toLocaleTimeString('sv-SE', { timeZone: 'Asia/Shanghai' });
  const key = keyOf(conflict);
  return (
    <div role="alert" className="border-l-2 border-gold bg-card px-3 py-2">
      <p className="font-semibold">{t(conflict.isOwn ? 'conflictTitleOwn' : 'conflictTitle')}</p>
      <p className="text-ink-2">
        {conflict.isOwn ? t('conflictLeadOwn', { at }) : t('conflictLead', { by: conflict.by, at })}
      </p>
      <dl className="my-2 grid grid-cols-[auto_1fr] gap-x-4">
        <dt className="text-ink-2">{t(conflict.isOwn ? 'thisWindow' : 'mine')}</dt>
        <dd>{entryText(cell.entry)}</dd>
        <dt className="text-ink-2">{t(conflict.isOwn ? 'otherWindow' : 'theirs')}</dt>
        <dd>{entryText(conflict.entry)}</dd>
        <dt className="text-ink-2">{t('original')}</dt>
        <dd>{entryText(cell.saved)}</dd>
      </dl>
      <p className="flex gap-3">
        <button
          type="button"
          className={buttonLook('outline')}
          onClick={() => dispatch({ kind: 'resolve', key, keep: 'theirs' })}
        >
          {t(conflict.isOwn ? 'takeOtherWindow' : 'takeTheirs')}
        </button>
        <button
          type="button"
          className={buttonLook('outline')}
          onClick={() => dispatch({ kind: 'resolve', key, keep: 'mine' })}
        >
          {t(conflict.isOwn ? 'keepThisWindow' : 'keepMine')}
        </button>
      </p>
    </div>
  );
}
