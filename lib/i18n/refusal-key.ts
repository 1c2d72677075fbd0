import type { zhCN } from '@/lib/i18n/zh-CN/messages';

type Messages = typeof zhCN;

/** The rooms that keep words of their own refusals; all others are under `errors`. */
export const refusalRooms = [
  'catalogue',
  'upload',
  'place',
  'derived',
  'access',
  'rules',
  'collections',
  'imports',
  'review',
  'schemes',
  'runs',
  'ledger',
  'sensitivity',
  'proposals',
  'annotations',
  'unitDesk',
  'groups',
  'targets',
  'lamps',
  'yearPlan',
  'reports',
  'followUps',
  'consequences',
  'taskLists',
  'registers',
  'boards',
  'displays',
  'bulletins',
  'appeals',
  'documents',
  'cited',
  'workbook',
  'mapping',
  'notices',
  'clients',
] as const satisfies readonly (keyof Messages)[];
type RefusalRoom = (typeof refusalRooms)[number];

/** The messages of a tree by their dotted keys. */
type Leaf<Tree> = {
  [Key in keyof Tree & string]: Tree[Key] extends string ? Key : `${Key}.${Leaf<Tree[Key]>}`;
}[keyof Tree & string];

/** What a refusal is told by: a message under `errors`, or one of a room that has its own, such as `upload.tooLarge`. */
export type RefusalKey =
  | Leaf<Messages['errors']>
  | { [Room in RefusalRoom]: `${Room}.${Leaf<Messages[Room]>}` }[RefusalRoom];

/** The last words of the keys that begin so: of `imports.refused.` its reasons. */
export type RefusalUnder<Start extends string> = RefusalKey extends infer Key
  ? Key extends `${Start}${infer Word}`
    ? Word
    : never
  : never;
