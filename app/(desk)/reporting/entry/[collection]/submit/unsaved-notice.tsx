'use client';

import { useEffect, useState } from 'react';
import { cellsOf } from '@/app/(desk)/reporting/entry/[collection]/cells';
import { draftedReturn } from '@/app/(desk)/reporting/entry/[collection]/entry-drafts';
import { keptText } from '@/app/(desk)/reporting/entry/[collection]/kept-text';
import { usePageOwner } from '@/app/ui/forms/page-owner';
import { gridDraftsLeft, offeredCells } from '@/app/ui/grid/grid-drafts';
import { settled } from '@/app/ui/grid/use-autosave';
import { partTranslator, type Rooms } from '@/lib/i18n/part-translator';
import type { Locale } from '@/lib/i18n/words';
import type { FormFigure } from '@/lib/reporting/entry/form/words';
import type { FigureEntry } from '@/lib/reporting/words';

/**
 * Names the figures of which this browser has texts that are not stored, such as one in a conflict that nobody decided:
 * the submission would send what is stored in their place.
 */
export function UnsavedNotice(props: {
  collectionId: string;
  unitCode: string;
  figures: readonly FormFigure[];
  rooms: Rooms<'entry'>;
  locale: Locale;
}) {
  const { collectionId, unitCode, figures, rooms, locale } = props;
  const owner = usePageOwner();
  const [told, setTold] = useState<readonly string[]>([]);
  useEffect(() => {
    let isHere = true;
    const form = draftedReturn({ collectionId, unitCode, owner });
    const t = partTranslator(locale, rooms, 'entry');
    const look = () => {
      const cells = cellsOf(figures);
      const kept = gridDraftsLeft<FigureEntry>(form, '').flatMap((draft) => offeredCells(draft, cells));
      const texts = kept.flatMap(([key, { entry }]) => {
        const stored = cells.get(key)?.saved;
        return stored ? [keptText({ key, typed: entry, stored }, figures, t, locale)] : [];
      });
      if (isHere) setTold([...new Set(texts)]);
    };
    // The form that was left may still be saving.
    void settled(form.name).then(look);
    addEventListener('storage', look);
    return () => {
      isHere = false;
      removeEventListener('storage', look);
    };
  }, [collectionId, unitCode, figures, rooms, locale, owner]);
  if (told.length === 0) return null;
  return (
    <div role="alert" className="my-3 border-l-2 border-gold bg-card px-3 py-2">
      <p key={told.length}>{partTranslator(locale, rooms, 'entry')('unsavedNamed', { count: told.length })}</p>
      <ul className="list-disc pl-5 text-table">
        {told.map((text) => (
          <li key={text}>{text}</li>
        ))}
      </ul>
    </div>
  );
}
