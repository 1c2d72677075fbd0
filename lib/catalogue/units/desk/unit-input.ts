import * as z from 'zod';
import { NewCode } from '@/lib/catalogue/groups/group-input';
import { unitKinds } from '@/lib/catalogue/words';
import { Code, Day, line, lines } from '@/lib/reporting/collections/terms';

export const UnitName = line(1, 60);
/** Empty for the Chinese name. */
export const EnglishName = line(0, 120);
export const Aliases = z.array(UnitName).max(30);
/** Why a change is made; demanded where it waits for a second person. */
export const PossibleReason = lines(0, 300);

/** A national code of a division; empty for none. */
export const GbCode = z
  .string()
  .regex(/^\d{6,12}$/)
  .or(z.literal(''));

/** A unit that is made: without a code it gets one of the initials of its name. */
export const NewUnit = z.strictObject({
  code: NewCode.or(z.literal('')),
  nameZh: UnitName,
  nameEn: EnglishName,
  kind: z.enum(unitKinds),
  /** Empty for a unit without a parent. */
  parentCode: Code.or(z.literal('')),
});
export type NewUnit = z.infer<typeof NewUnit>;

export const Renaming = z.strictObject({ code: Code, from: Day, nameZh: UnitName, nameEn: EnglishName });
export type Renaming = z.infer<typeof Renaming>;

export const Moving = z.strictObject({ code: Code, from: Day, parentCode: Code.or(z.literal('')) });
export type Moving = z.infer<typeof Moving>;

export const Retiring = z.strictObject({ code: Code, from: Day });
export type Retiring = z.infer<typeof Retiring>;

/** What is said beside a succession, such as the document that orders it. */
const Note = lines(0, 300);

/** 合并: `into` is the unit that goes on, or empty, and then `made` is the new one. */
export const Merging = z.strictObject({
  predecessors: z.array(Code).min(1).max(200),
  into: Code.or(z.literal('')),
  made: NewUnit.nullable(),
  from: Day,
  /** Whether the figures of the predecessors add up to a comparable one. */
  addsUp: z.boolean(),
  /** Whether the successor takes the predecessors' places in their sequences. */
  joins: z.boolean(),
  note: Note,
});
export type Merging = z.infer<typeof Merging>;

/** 分设: the unit ends where `retires`, else goes on beside its parts. */
export const Splitting = z.strictObject({
  code: Code,
  from: Day,
  parts: z.array(NewUnit).min(1).max(50),
  retires: z.boolean(),
  joins: z.boolean(),
  note: Note,
});
export type Splitting = z.infer<typeof Splitting>;
