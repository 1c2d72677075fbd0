import { inArray } from 'drizzle-orm';
import * as z from 'zod';
import { appUser } from '@/db/schema/access';
import type { Change } from '@/lib/access/audit/record-event';
import { command, type Done, type Work } from '@/lib/access/command';
import { makeUser } from '@/lib/access/users/make-user';
import { Username } from '@/lib/access/users/posting';
import { departments, unitChoices } from '@/lib/access/users/queries';
import { newSecret } from '@/lib/access/users/secret';
import { type ListedUser, roleOf } from '@/lib/access/users/user-list';
import {
  type HandedOver,
  type ImportOutcome,
  type LineFault,
  type ListColumn,
  type ListFaultKey,
  listColumns,
  longestList,
} from '@/lib/access/users/words';
import { departmentRoles, unitRoles } from '@/lib/access/words';
import { printable } from '@/lib/printable';

const Cell = z.string().max(200).regex(printable);

/** Creates all accounts of a list or none: with one fault nothing is created, and every fault is reported. */
export const importUsers = command({
  name: 'user.import',
  input: z.strictObject({
    users: z
      .array(
        z.strictObject({ line: z.int(), username: Cell, name: Cell, role: Cell, unitCode: Cell, department: Cell }),
      )
      .min(1)
      .max(longestList),
  }),
  async run(work, { users }): Promise<Done<ImportOutcome>> {
    const known = await knownTo(work, users);
    const faults = users.flatMap((user) => faultsOf(user, known));
    if (faults.length > 0) return { result: { kind: 'faults', faults }, repeated: true };
    const handed: HandedOver[] = [];
    const changes: Change[] = [];
    for (const listed of users) {
      const username = listed.username.toLowerCase();
      const role = roleOf(listed.role) ?? 'reporter';
      const unitCode = known.units.get(listed.unitCode) ?? '';
      const posting = { name: listed.name, role, unitCode, department: listed.department };
      const secret = newSecret();
      const userId = await makeUser(work, { username, secret, posting });
      handed.push({ userId, username, secret });
      changes.push({ subject: `user/${userId}`, before: null, after: { username, ...posting } });
    }
    const [first, ...others] = changes;
    if (!first) throw new Error('an empty list passed the check');
    return { result: { kind: 'made', handed }, changes: [first, ...others] };
  },
});

type Known = {
  readonly taken: ReadonlySet<string>;
  readonly twice: ReadonlySet<string>;
  /** The codes of units, by code and by name. */
  readonly units: ReadonlyMap<string, string>;
  readonly departments: ReadonlySet<string>;
};

async function knownTo({ tx }: Work, users: readonly ListedUser[]): Promise<Known> {
  const names = users.map(({ username }) => username.toLowerCase());
  const taken = await tx.select({ username: appUser.username }).from(appUser).where(inArray(appUser.username, names));
  const units = await unitChoices(tx);
  return {
    taken: new Set(taken.map(({ username }) => username)),
    twice: new Set(names.filter((name, at) => names.indexOf(name) !== at)),
    units: new Map(units.flatMap(({ code, nameZh, nameEn }) => [code, nameZh, nameEn].map((word) => [word, code]))),
    departments: new Set(await departments(tx)),
  };
}

function faultsOf(user: ListedUser, known: Known): LineFault[] {
  const username = user.username.toLowerCase();
  const role = roleOf(user.role);
  const broken: Readonly<Record<ListColumn, ListFaultKey | false | undefined>> = {
    username: !Username.safeParse(username).success
      ? 'username'
      : known.taken.has(username)
        ? 'taken'
        : known.twice.has(username) && 'twice',
    name: (user.name === '' || user.name.length > 40) && 'name',
    role: !role && 'role',
    unitCode: role && unitRoles.includes(role) && !known.units.has(user.unitCode) && 'unit',
    department: role && departmentRoles.includes(role) && !known.departments.has(user.department) && 'department',
  };
  return listColumns.flatMap((column) => {
    const key = broken[column];
    return key ? [{ line: user.line, column, key, value: user[column] }] : [];
  });
}
