import type { MethodField, ParameterLabel } from '@/lib/assessment/methods/kit/fields';
import { formOf, methodKinds } from '@/lib/assessment/methods/rooms';
import type { SchemeChange } from '@/lib/assessment/schemes/compare/compare-schemes';
import { transformFields } from '@/lib/assessment/schemes/methods/transform-fields';
import type { MethodWords } from '@/lib/assessment/schemes/methods/written-method';
import { writtenNumber } from '@/lib/assessment/schemes/methods/written-number';
import { transformKinds } from '@/lib/assessment/words';
import type { translator } from '@/lib/i18n/translator';

type Words = {
  readonly t: ReturnType<typeof translator<'schemes'>>;
  readonly m: MethodWords;
  /** The name of a block, an item, an indicator, a group, a unit or a grade by its key. */
  readonly nameOf: (field: string, key: string) => string;
};

/** The field of a change in words, and the parameter where it is a method's. */
export function changedField({ path }: SchemeChange, { t, m }: Words): string {
  const [part = '', key = '', field = ''] = path.split('/');
  const steps = (part === 'settings' ? key : field).split('.');
  const [name = '', ...inner] = steps;
  if (part === 'apart') return t('fields.apart');
  const own = t.has(`fields.${name}` as 'fields.in') ? t(`fields.${name}` as 'fields.in') : null;
  const policy = m.has(`policyNames.${name}` as 'policyNames.ties')
    ? m(`policyNames.${name}` as 'policyNames.ties')
    : null;
  const label = own ?? policy ?? name;
  // The field that names the method or shape has the label of the whole.
  const told = inner
    .filter((step) => !['kind', 'from', 'method', 'parts', 'transforms'].includes(step))
    .map((step) => (/^\d+$/.test(step) ? `${Number(step) + 1}` : (labels.get(step) ?? step)));
  const written = told.map((step) =>
    m.has(`parameters.${step}` as 'parameters.low') ? m(`parameters.${step}` as 'parameters.low') : step,
  );
  return [label, ...written].filter((word, nth, all) => word !== all[nth - 1]).join(' · ');
}

/** A value of a change in words: a choice by its name, a number with grouping; none is a dash. */
export function changedValue(path: string, value: SchemeChange['before'], { t, m, nameOf }: Words): string {
  if (value === undefined || value === null || value === '') return t('compare.none');
  if (typeof value === 'boolean') return m(`options.yesNo.${value ? 'yes' : 'no'}`);
  if (typeof value === 'number') return writtenNumber(value);
  const [part = '', key = '', field = ''] = path.split('/');
  const name = part === 'settings' ? key : field;
  const last = name.split('.').at(-1) ?? '';
  const keys = [
    name.endsWith('method.kind') && `kinds.${value}`,
    name.startsWith('transforms') && last === 'kind' && `transforms.${value}`,
    last === 'direction' && `directions.${value}`,
    last === 'aggregation' && `aggregations.${value}`,
    last === 'quotaRounding' && `policies.quotaRounding.${value}`,
    `policies.${last}.${value}`,
    ...(options.get(last) ?? []).map((room) => `options.${room}.${value}`),
  ].filter((one) => typeof one === 'string');
  const known = keys.find((one) => m.has(one as 'title'));
  if (known) return m(known as 'title');
  if (part === 'settings' && name === 'kind') return t(`kinds.${value}` as 'kinds.special');
  if (name === 'gradesBy') return t(`design.gradesByOptions.${value}` as 'design.gradesByOptions.none');
  if (name === 'effect.kind') return t(`design.effects.${value}` as 'design.effects.ineligible');
  return nameOf(last, value);
}

const labels = new Map<string, ParameterLabel>();
const options = new Map<string, string[]>();
const learn = (field: MethodField) => {
  if (!labels.has(field.name)) labels.set(field.name, field.label);
  if (field.kind === 'choice') options.set(field.name, [...(options.get(field.name) ?? []), field.options]);
  if (field.kind === 'shape') {
    options.set('from', [...(options.get('from') ?? []), field.options]);
    for (const shape of Object.values(field.shapes)) shape.forEach(learn);
  }
  if (field.kind === 'optional' || field.kind === 'rows') field.fields.forEach(learn);
};
for (const kind of methodKinds) formOf({ kind }).fields.forEach(learn);
for (const kind of transformKinds) transformFields[kind].forEach(learn);
