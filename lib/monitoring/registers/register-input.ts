import * as z from 'zod';
import { countedThings, countParts, entryStates, mostListed, registerKinds } from '@/lib/monitoring/registers/words';
import { Code, Day, line, lines, Reason } from '@/lib/reporting/collections/terms';

/** The code of a register, and of what its lists have: `none` in an address is no such code. */
export const RegisterCode = z.string().regex(/^[A-Z0-9][A-Z0-9-]{1,29}$/);
const ListedCode = z.string().regex(/^[A-Z0-9][A-Z0-9-]{0,19}$/);

/** An identifier as it is kept: letters and digits of any script, in capitals. */
export const Identifier = z.string().regex(/^[\p{Lu}\p{Lo}\p{Nd}-]{4,32}$/u);

export const ListedItem = z.strictObject({ code: ListedCode, nameZh: line(1, 40), nameEn: line(1, 60) });
/** A list as its form writes it, a line each. */
const List = lines(0, mostListed * 150);

/** A register with its lists; version 0 for a new one. */
export const RegisterInput = z.strictObject({
  code: RegisterCode,
  version: z.int().min(0),
  kind: z.enum(registerKinds),
  nameZh: line(2, 60),
  nameEn: line(2, 100),
  fields: List,
  grades: List,
  groups: List,
  visitDays: z.int().min(0).max(3650),
});

const Chosen = z.union([z.literal(''), ListedCode]);
const ChosenUnit = z.union([z.literal(''), Code]);

/** What an entry says from a day on; version 0 for a new one. */
export const EntryInput = z.strictObject({
  register: RegisterCode,
  identifier: Identifier,
  version: z.int().min(0),
  from: Day,
  state: z.enum(entryStates),
  name: line(2, 80),
  field: Chosen,
  grade: Chosen,
  bureau: ChosenUnit,
  street: ChosenUnit,
  group: Chosen,
  reason: Reason,
});

/** A visit; `unit` is that of the page, empty for the office. */
export const VisitInput = z.strictObject({
  register: RegisterCode,
  identifier: Identifier,
  version: z.int().min(1),
  unit: ChosenUnit,
  day: Day,
  note: lines(2, 300),
});

/** An indicator that is counted from a register. */
export const LinkInput = z.strictObject({
  register: RegisterCode,
  version: z.int().min(1),
  indicator: Code,
  counts: z.enum(countedThings),
  per: z.enum(countParts),
  unit: ChosenUnit,
  ofField: Chosen,
  ofGrade: Chosen,
  ofGroup: Chosen,
});

export const UnlinkInput = z.strictObject({ register: RegisterCode, version: z.int().min(1), link: z.uuid() });

/** The counts of a month that become figures, each as the page showed it beside the shown figure. */
export const FixInput = z.strictObject({
  register: RegisterCode,
  version: z.int().min(1),
  month: z.string().regex(/^(19|20|21)\d\d-M(0[1-9]|1[0-2])$/),
  figures: z
    .array(
      z.strictObject({
        link: z.uuid(),
        unit: Code,
        counted: z.int().min(0),
        /** The revision of the shown figure; null where none is shown. */
        replaces: z.int().min(1).nullable(),
      }),
    )
    .max(1000),
  reason: Reason,
});
