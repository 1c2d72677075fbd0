import { beforeAll, expect, test } from 'vitest';
import { testDatabase } from '@/db/testing';
import { perform } from '@/lib/access/command';
import { anonymousPrincipal, type Principal } from '@/lib/access/principal';
import { contactsOf } from '@/lib/reporting/contacts/queries';
import { setContact } from '@/lib/reporting/contacts/set-contact';
import { checkSettings, refusalOf } from '@/lib/testing/accounts';
import { fictionalIndicators, person } from '@/lib/testing/returns';

checkSettings();
const { sql, database } = await testDatabase();
beforeAll(() => fictionalIndicators(database));

const set = (principal: Principal, change: object = {}) =>
  perform(
    setContact,
    principal,
    { unitCode: 'JIA', name: '王主任', telephone: '0513-8600 0000', ...change },
    { now: new Date(), database },
  );
const contact = { name: '王主任', telephone: '0513-8600 0000' };

test('the own unit and an administrator set a contact, nobody else and no other unit', async () => {
  await set(person('reporter'));
  await set(person('unitReviewer'), { name: '李科长' });
  await set(person('administrator'));
  expect(await refusalOf(set(person('reporter', { unitCode: 'YI' })))).toBe('forbidden contactOfAnother');
  for (const role of ['assessmentOffice', 'departmentReviewer', 'leader', 'auditor'] as const)
    expect(await refusalOf(set(person(role))), role).toBe('forbidden command');
  expect(await refusalOf(set(person('administrator'), { unitCode: 'NONE' }))).toBe('invalid unknownUnit');
  expect(await refusalOf(set(person('reporter'), { telephone: 'javascript:1' }))).toBe('invalid input');
  const told = await sql`select changes from audit_event where command = 'contact.set' order by seq desc limit 1`;
  expect(JSON.parse(told[0]?.changes)).toEqual([
    {
      subject: 'unit/JIA',
      before: { contact: '李科长', telephone: contact.telephone },
      after: { contact: contact.name, telephone: contact.telephone },
    },
  ]);
});

test('those who chase and review read it, visitors and other units do not', async () => {
  await set(person('administrator'));
  const seen = async (principal: Principal) => (await contactsOf(principal, ['JIA', 'YI'])).get('JIA') ?? null;
  for (const role of ['assessmentOffice', 'departmentReviewer', 'administrator', 'reporter', 'unitReviewer'] as const)
    expect(await seen(person(role)), role).toEqual(contact);
  for (const role of ['leader', 'auditor'] as const) expect(await seen(person(role)), role).toBeNull();
  expect(await seen(person('reporter', { unitCode: 'YI' }))).toBeNull();
  expect(await seen(anonymousPrincipal())).toBeNull();
});

test('an empty one is none', async () => {
  await set(person('administrator'));
  await set(person('reporter'), { name: '', telephone: '' });
  expect(await contactsOf(person('assessmentOffice'), ['JIA'])).toEqual(new Map());
});

test('a telephone number is written in one way, with its extension', async () => {
  await set(person('reporter'), { telephone: '0513－8521 0000转8' });
  const [row] = await sql`select telephone from unit_contact where org_unit_code = 'JIA'`;
  expect(row?.telephone).toBe('0513-8521 0000转8');
});
