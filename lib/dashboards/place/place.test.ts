import { readFileSync } from 'node:fs';
import { beforeAll, expect, test } from 'vitest';
import { testDatabase } from '@/db/testing';
import { perform } from '@/lib/access/command';
import type { Principal } from '@/lib/access/principal';
import { draftedPlace, placeChoices, shownPlace, stepsDone } from '@/lib/catalogue/place/queries';
import type { Place } from '@/lib/catalogue/place/words';
import { loadDataset } from '@/lib/cli/load-dataset';
import { adoptPlace } from '@/lib/dashboards/place/adopt-place';
import { draftPlace } from '@/lib/dashboards/place/draft-place';
import type { TypedPlace } from '@/lib/dashboards/place/read-place';
import { writtenPlace } from '@/lib/dashboards/place/written-place';
import type { Refusal } from '@/lib/errors';
import { checkSettings, refusalOf } from '@/lib/testing/accounts';
import { person } from '@/lib/testing/returns';

checkSettings();
const { sql, database } = await testDatabase();
const office = person('assessmentOffice');
const given = () => ({ now: new Date(), database });
const draft = (place: object, version: number, principal: Principal = office) =>
  perform(draftPlace, principal, { version, place }, given());
const adopt = (version: number, drop = false) => perform(adoptPlace, office, { version, drop }, given());

const shipped: Place = {
  ...JSON.parse(readFileSync(new URL('../../../db/dataset/place.json', import.meta.url), 'utf8')),
  version: 1,
};
const typed = (): TypedPlace => ({
  nameZh: '某市',
  nameEn: '',
  homeUnits: '南通市\n南通开发区',
  sections: [{ unit: '南通市', alsoUnits: '', group: 'JS_CITIES', topics: '', indicators: '社零总额\nGDP' }],
  charts: [{ indicator: '地区生产总值', group: 'JS_CITIES', period: '2022年', unit: '' }],
  companions: '',
  comparisons: [
    { nameZh: '两市', nameEn: '', address: '/dashboards/compare?units=320100,320600&indicators=GDP&periods=2022' },
  ],
});

beforeAll(async () => {
  await loadDataset(database);
});

test('the shipped place is shown, and its form gives the same settings back', async () => {
  expect(await shownPlace()).toMatchObject({ nameZh: shipped.nameZh, settings: shipped.settings, version: 1 });
  for (const locale of ['zh-CN', 'en'] as const) {
    const { names } = await placeChoices(shipped.settings);
    const form = writtenPlace(shipped, names, locale);
    const version = await draft(form, (await draftedPlace()).version);
    expect((await draftedPlace()).settings, locale).toEqual(shipped.settings);
    await adopt(version, true);
  }
});

test('a draft changes no page until it is adopted, and each step is in the trail', async () => {
  const before = await shownPlace();
  const version = await draft(typed(), before.version);
  expect(await shownPlace()).toEqual(before);
  await adopt(version);
  const { settings, nameEn } = await shownPlace();
  expect(nameEn).toBe('某市');
  expect(settings).toMatchObject({
    homeUnits: ['320600', '320671'],
    sections: [{ unitCode: '320600', indicatorCodes: ['RETAIL', 'GDP'], peerGroupCode: 'JS_CITIES' }],
    charts: [{ kind: 'ranking', indicatorCode: 'GDP', periodCode: '2022' }],
    comparisons: [{ units: ['320100', '320600'], indicators: ['GDP'], periods: ['2022'] }],
  });
  expect((await draftedPlace()).isDraft).toBe(false);
  const told = await sql`select command from audit_event where command like 'place.%' order by seq desc limit 2`;
  expect(told.map(({ command }) => command)).toEqual(['place.adopt', 'place.draft']);
});

test('every name that the catalogue lacks is refused at its field, all at once', async () => {
  const { version } = await draftedPlace();
  const wrong = {
    ...typed(),
    homeUnits: '无此单位\n南通市',
    sections: [{ unit: '开发区', alsoUnits: '', group: 'NONE', topics: '', indicators: '' }],
    charts: [{ indicator: 'GDP', group: '', period: '', unit: '' }],
    comparisons: [{ nameZh: '空', nameEn: '', address: 'javascript:alert(1)' }],
  };
  const refusal = (await draft(wrong, version).catch((error: unknown) => error)) as Refusal;
  expect(refusal.faults.map(({ field, key }) => `${field} ${key}`).sort()).toEqual([
    'chartUnit-0 place.refusals.groupOrUnit',
    'comparisonAddress-0 place.refusals.noComparison',
    'homeUnits place.refusals.unknown',
    'sectionGroup-0 place.refusals.noGroup',
    'sectionTopics-0 place.refusals.emptySection',
    'sectionUnit-0 place.refusals.ambiguous',
  ]);
});

test('a draft that moved meanwhile is not overwritten, and only the office has it', async () => {
  const { version } = await draftedPlace();
  const next = await draft({ ...typed(), nameZh: '<b>甲</b>' }, version);
  expect(await refusalOf(draft(typed(), version))).toBe('conflict movedByYou');
  expect(await refusalOf(adopt(version))).toBe('conflict movedByYou');
  expect((await draftedPlace()).nameZh).toBe('<b>甲</b>');
  await adopt(next, true);
  for (const role of ['reporter', 'unitReviewer', 'leader', 'administrator', 'auditor'] as const)
    expect(await refusalOf(draft(typed(), version, person(role))), role).toBe('forbidden command');
  expect(await stepsDone(person('leader'))).toBeNull();
  expect(await stepsDone(office)).toMatchObject({ place: true, units: true, scheme: true });
});
