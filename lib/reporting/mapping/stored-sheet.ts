import { storableText } from '@/lib/reporting/import/sheet-table';
import type { FigureSheet } from '@/lib/reporting/upload/read-upload';

/** The longest text of a stored sheet: pages read it again and again. */
export const longestStored = 24_000_000;

type Stored = Omit<FigureSheet, 'marks' | 'shown' | 'plain'> &
  Readonly<Record<'marks' | 'shown' | 'plain', readonly (readonly [address: string, found: unknown])[]>>;

/** A sheet as a text that `sheetIn` reads: what the reader of uploads said of it, to the last mark. */
export function storedSheet({ marks, shown, plain, ...rest }: FigureSheet): string {
  const sheet = { name: storableText(rest.sheet.name), others: rest.sheet.others.map(storableText) };
  return JSON.stringify({ ...rest, sheet, marks: [...marks], shown: [...shown], plain: [...plain] });
}

/** The sheet of a text of `storedSheet`. */
export function sheetIn(stored: string): FigureSheet {
  const { marks, shown, plain, ...rest } = JSON.parse(stored) as Stored;
  return {
    ...rest,
    marks: new Map(marks as [string, never][]),
    shown: new Map(shown as [string, string][]),
    plain: new Map(plain as [string, string][]),
  };
}
