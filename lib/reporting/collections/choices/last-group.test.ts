import { expect, test } from 'vitest';
import { testDatabase } from '@/db/testing';
import { lastGroup } from '@/lib/reporting/collections/choices/queries';
import { checkSettings } from '@/lib/testing/accounts';
import { fictionalIndicators, person } from '@/lib/testing/returns';
import { underReview } from '@/lib/testing/under-review';

checkSettings();
const { sql, database } = await testDatabase();
const { givenReturn } = underReview({ sql, database });

test('the next form begins with the group asked last, which nobody else is told', async () => {
  const office = person('assessmentOffice');
  expect(await lastGroup(office)).toBe('');
  await fictionalIndicators(database);
  const { collectionId } = await givenReturn([{ indicatorCode: 'DEMO' }]);
  expect(await lastGroup(office)).toBe('');
  await sql`insert into peer_group (code, name_zh, name_en, note_zh, note_en, sort_order)
    values ('G', '序列', 'Group', '', '', 1)`;
  await sql`update collection set peer_group_code = 'G' where id = ${collectionId}`;
  expect(await lastGroup(office)).toBe('G');
  expect(await lastGroup(person('reporter'))).toBe('');
});
