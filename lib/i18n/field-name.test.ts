import { expect, test } from 'vitest';
import { permissions } from '@/lib/access/permissions';
import { fieldName } from '@/lib/i18n/field-name';
import { formFields } from '@/lib/i18n/zh-CN/form-fields';

test.each([
  ['note', 'target.issue', '目标依据'],
  ['note', 'run.compute', '说明'],
  ['code', 'unit.create', '代码'],
  ['code', 'session.confirm', '验证码'],
  ['name', 'mapping.keep', '名称'],
  // A path, a numbered field, a line of a list.
  ['terms.title', 'calendar.edit', '名称'],
  ['place.nameZh', 'place.draft', '本地名称'],
  ['sectionUnit-0', 'place.draft', '单位'],
  ['aliases.0', 'unit.edit', '别名'],
  ['acknowledged.0.reason', 'run.approve', '仍要继续的理由'],
  ['reason.missing', 'run.approve', '仍要继续的理由'],
  ['noSuchField', 'unit.edit', 'noSuchField'],
  ['behindSchedule-yellowFrom', 'lampRules.save', '落后多少个百分点起为黄'],
])('the field “%s” of %s is called %s', (field, command, name) => {
  expect(fieldName('zh-CN', field, command)).toBe(name);
});

test('only commands that there are have names of their own', () => {
  const named = Object.entries(formFields).flatMap(([noun, verbs]) =>
    Object.keys(verbs).map((verb) => `${noun}.${verb}`),
  );
  expect(named.filter((name) => !(name in permissions))).toEqual([]);
});
