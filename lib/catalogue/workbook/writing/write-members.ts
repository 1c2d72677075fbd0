import { sql } from 'drizzle-orm';
import type { Work } from '@/lib/access/command';
import { changeMembers } from '@/lib/catalogue/groups/change-members';
import { dayAfter, todayOf } from '@/lib/catalogue/today';
import type { ColumnKey, Fate, KnownRow, Values } from '@/lib/catalogue/workbook/words';
import { attempted, giveWithin } from '@/lib/catalogue/workbook/writing/give-within';
import type { Progress } from '@/lib/catalogue/workbook/writing/progress';

/** A change of the members of one sequence on one day, with the rows that ask for it. */
type Batch = {
  readonly group: string;
  readonly from: string;
  readonly until: string;
  readonly kind: 'add' | 'remove';
  readonly rows: { readonly row: KnownRow; readonly column: ColumnKey | null; readonly before: string }[];
};

/**
 * Changes the members of sequences, all of one sequence and one day at once: a new row begins a membership, a changed last
 * day ends one or lets it go on. From a past day it waits for a second person. Places in the order hold at once.
 */
export async function writeMembers(work: Work, progress: Progress): Promise<void> {
  const held = new Map<string, Values[]>();
  const keyOf = ({ group = '', unit = '' }: Values) => `${group} ${unit}`;
  for (const one of progress.tables.members) held.set(keyOf(one), [...(held.get(keyOf(one)) ?? []), one]);
  const batches = new Map<string, Batch>();
  const put = (batch: Omit<Batch, 'rows'>, row: KnownRow, column: ColumnKey | null, before: string) => {
    const key = [batch.group, batch.kind, batch.from, batch.until].join(' ');
    const known = batches.get(key) ?? { ...batch, rows: [] };
    known.rows.push({ row, column, before });
    batches.set(key, known);
  };
  const placed: { row: KnownRow; before: string }[] = [];
  const seen = new Map<string, KnownRow[]>();
  for (const row of progress.of('members')) {
    const { group = '', unit = '', validFrom = '', position = '' } = row.values;
    if (group === '' || unit === '' || validFrom === '') continue;
    const own = held.get(keyOf(row.values)) ?? [];
    const same = own.find((one) => one.validFrom === validFrom);
    const validTo = row.values.validTo ?? same?.validTo ?? '';
    const others = seen.get(keyOf(row.values)) ?? [];
    seen.set(keyOf(row.values), [...others, row]);
    if (others.some((one) => one.values.validFrom === validFrom)) {
      progress.fault(row, 'validFrom', 'workbook.faults.twice', {
        row: others[0]?.row ?? 0,
        name: `${progress.nameOf('groups', group)} · ${progress.nameOf('units', unit)}`,
      });
      continue;
    }
    if (validTo !== '' && validTo < validFrom) {
      progress.fault(row, 'validTo', 'workbook.faults.endsBefore');
      continue;
    }
    if (same) {
      if (position !== (same.position ?? '') && row.values.position !== undefined) {
        if (position === '') progress.fault(row, 'position', 'workbook.faults.noPlace');
        else placed.push({ row, before: same.position ?? '' });
      }
      if (validTo === same.validTo) continue;
      const [last, now] = [same.validTo ?? '', validTo];
      const ends = now !== '' && (last === '' || now < last);
      const from = dayAfter(ends ? now : last);
      if (ends) put({ group, kind: 'remove', from, until: '' }, row, 'validTo', last);
      else put({ group, kind: 'add', from, until: now }, row, 'validTo', last);
      continue;
    }
    if (overlaps(own, others, { validFrom, validTo })) {
      progress.fault(row, 'validFrom', 'workbook.faults.overlaps');
      continue;
    }
    const absent = absentOn(progress, unit, validFrom);
    if (absent !== null)
      progress.fault(row, 'validFrom', 'groups.refused.absentUnit', { name: absent, day: validFrom });
    else put({ group, kind: 'add', from: validFrom, until: validTo }, row, null, '');
  }
  for (const batch of batches.values()) await changeAtOnce(work, progress, batch);
  await placeAtOnce(work, progress, placed);
}

/** Whether a new membership meets another one; an open one that begins later is only begun earlier. */
function overlaps(
  held: readonly Values[],
  others: readonly KnownRow[],
  asked: { validFrom: string; validTo: string },
): boolean {
  const meets = ({ validFrom = '', validTo = '' }: Values) =>
    (asked.validTo === '' || validFrom <= asked.validTo) && (validTo === '' || validTo >= asked.validFrom);
  const isBegunEarlier = ({ validFrom = '', validTo }: Values) =>
    asked.validTo === '' && validTo === '' && validFrom > asked.validFrom;
  const listed = new Set(others.map(({ values }) => values.validFrom));
  return (
    held.some((one) => meets(one) && !(isBegunEarlier(one) && !listed.has(one.validFrom))) ||
    others.some(({ values }) => meets(values))
  );
}

/** The name of a unit that does not exist on a day; null for one that does. */
function absentOn({ tables, rows }: Progress, code: string, day: string): string | null {
  const made = rows.find((row) => row.sheet === 'units' && row.code === code && row.isNew)?.values;
  const unit = made ?? tables.units.find((one) => one.code === code);
  const { validFrom = '', validTo = '', nameZh = code } = unit ?? {};
  return (validFrom !== '' && validFrom > day) || (validTo !== '' && validTo < day) ? nameZh : null;
}

async function changeAtOnce(work: Work, progress: Progress, { group, kind, from, until, rows }: Batch): Promise<void> {
  const [first] = rows;
  if (!first) return;
  const units = [...new Set(rows.map(({ row }) => row.values.unit ?? ''))];
  const places = rows.map(({ row }) => Number(row.values.position ?? 0));
  const change = {
    ...{ code: group, from },
    ...(kind === 'add' ? { add: units, remove: [] } : { add: [], remove: units }),
    ...(kind === 'add' && until !== '' && { until }),
    ...(kind === 'add' && places.some((place) => place > 0) && { places }),
  };
  const tell = (fate: Fate) => {
    for (const { row, column, before } of rows) {
      const { unit = '', validTo = '' } = row.values;
      progress.tell(row, fate, column, {
        before,
        after: column ? validTo : `${unit} ${from}${until && ` – ${until}`}`,
      });
    }
  };
  if (progress.isWaiting(changeMembers.name, change)) return tell('waiting');
  const subject = `group/${group}`;
  const stored = progress.state.groups.find(({ code }) => code === group)?.version ?? 1;
  const reason = from < todayOf(work) ? progress.reason() : '';
  const asked = { ...change, version: progress.version(subject, stored), reason };
  const columns = { add: 'unit', remove: 'unit', from: first.column ?? 'validFrom' } as const;
  const done = await giveWithin(work, { progress, row: first.row, columns }, changeMembers, asked);
  if (!done) return;
  const isDone = done.result.state === 'done';
  if (isDone) progress.raise(subject, stored);
  tell(isDone ? (first.column ? 'changed' : 'created') : 'proposed');
}

/** Gives members other places in the official orders of their sequences, which are not dated. */
async function placeAtOnce(work: Work, progress: Progress, placed: readonly { row: KnownRow; before: string }[]) {
  const [first] = placed;
  if (!first) return;
  const rows = placed.map(({ row: { values } }) => ({ ...values, at: Number(values.position) }));
  await attempted(work, { progress, row: first.row }, async ({ tx }) => {
    await tx.execute(sql`
      update peer_group_member m set position = place.at
      from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) place ("group" text, unit text, "validFrom" date, at int)
      where m.peer_group_code = place."group" and m.org_unit_code = place.unit and m.valid_from = place."validFrom"`);
    await tx.execute(sql`
      update peer_group set version = version + 1
      where code = any(${sql.param([...new Set(rows.map(({ group }) => group ?? ''))])}::text[])`);
  });
  for (const group of new Set(rows.map((one) => one.group ?? ''))) {
    const members = rows.filter((one) => one.group === group).toSorted((a, b) => a.at - b.at);
    progress.changes.push({
      subject: `group/${group}`,
      before: null,
      after: { order: members.map(({ unit }) => unit) },
    });
  }
  for (const { row, before } of placed) progress.tell(row, 'changed', 'position', { before });
}
