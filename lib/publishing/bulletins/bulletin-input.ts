import * as z from 'zod';
import { Day, line, lines } from '@/lib/reporting/collections/terms';
import { SourceId } from './kit/source-id';
import { Source } from './sources';
import { classifications } from './words';

/** 机关代字: letters without spaces or unseen ones, so that no two words look alike and none is a number of its own. */
const Word = line(1, 12)
  .overwrite((word) => word.replace(/[\s\p{Cf}]/gu, ''))
  .regex(/^[\p{L}（）()·-]+$/u);

/** What stands around the text. */
export const BulletinFrame = z.strictObject({
  organ: line(2, 40),
  word: Word,
  addressee: z.union([z.literal(''), line(2, 200)]),
  classification: z.enum(classifications),
  dated: Day,
});

export const BulletinText = z.strictObject({ title: line(4, 120), body: lines(10, 20_000) });

/** What a document is on, and which one it corrects. */
export const BulletinOn = z.strictObject({ source: Source, corrects: z.union([z.literal(''), SourceId]) });

/** Which version of a document was shown. */
export const ShownBulletin = z.strictObject({ id: SourceId, version: z.int().min(1) });
