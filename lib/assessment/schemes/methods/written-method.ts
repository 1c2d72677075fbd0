import { isBlend } from '@/lib/assessment/methods/blend/parts';
import type { MethodField } from '@/lib/assessment/methods/kit/fields';
import { formOf } from '@/lib/assessment/methods/rooms';
import type { Method } from '@/lib/assessment/methods/schemas';
import type { Transform } from '@/lib/assessment/schemes/atoms/transforms';
import { transformFields } from '@/lib/assessment/schemes/methods/transform-fields';
import { writtenNumber } from '@/lib/assessment/schemes/methods/written-number';
import type { translator } from '@/lib/i18n/translator';

export type MethodWords = ReturnType<typeof translator<'methods'>>;

/** What writing methods needs: their messages, and the names of indicators by code. */
export type MethodNames = { readonly t: MethodWords; readonly indicatorName: (code: string) => string };

export type WrittenMethod = {
  readonly name: string;
  readonly formula: string;
  readonly parameters: readonly { readonly label: string; readonly value: string }[];
};

/** A method with its formula and its parameters in words; each part of a blend is a parameter. */
export function writtenMethod(method: Method, names: MethodNames): WrittenMethod {
  const { t } = names;
  const { fields, formulaKey } = formOf(method);
  const parameters = isBlend(method)
    ? method.parts.map((part, at) => {
        const inner = writtenMethod(part.method, names);
        const steps = part.transforms.map((one) => writtenTransform(one, names));
        return {
          label: t('part', { number: at + 1, weight: writtenNumber(part.weight) }),
          value: [...steps, inner.name, ...inner.parameters.map(labelWriter(t))].join(t('between')),
        };
      })
    : writtenParameters(fields, method, names);
  return { name: t(`kinds.${method.kind}`), formula: t(formulaKey(method)), parameters };
}

/** A transform with its parameters in one line. */
export function writtenTransform(transform: Transform, names: MethodNames): string {
  const parameters = writtenParameters(transformFields[transform.kind], transform, names).map(labelWriter(names.t));
  const name = names.t(`transforms.${transform.kind}`);
  return parameters.length > 0
    ? names.t('withParameters', { name, parameters: parameters.join(names.t('between')) })
    : name;
}

/** Writes a parameter after its label. */
export function labelWriter(t: MethodWords) {
  return ({ label, value }: WrittenMethod['parameters'][number]) =>
    label === '' ? value : t('labelled', { label, value });
}

function writtenParameters(
  fields: readonly MethodField[],
  from: object,
  names: MethodNames,
): WrittenMethod['parameters'] {
  const values = from as Readonly<Record<string, unknown>>;
  return fields.flatMap((field) => {
    if (field.when && values[field.when[0]] !== field.when[1]) return [];
    const value = toldValue(field, values[field.name], names);
    return value === null ? [] : [{ label: names.t(`parameters.${field.label}`), value }];
  });
}

function toldValue(field: MethodField, value: unknown, names: MethodNames): string | null {
  const { t } = names;
  const option = (room: string, of: unknown) => t(`options.${room}.${of}` as 'options.yesNo.yes');
  switch (field.kind) {
    case 'number':
      return typeof value === 'number' ? writtenNumber(value) : null;
    case 'text':
      return typeof value === 'string' && value !== '' ? value : null;
    case 'indicator':
      return names.indicatorName(String(value));
    case 'yesNo':
      return option('yesNo', value ? 'yes' : 'no');
    case 'choice':
      return option(field.options, value);
    case 'shape': {
      const shape = value as { readonly from: string };
      const inner = writtenParameters(field.shapes[shape.from] ?? [], shape, names);
      return [option(field.options, shape.from), ...inner.map(labelWriter(t))].join(t('between'));
    }
    case 'optional':
      return value === null
        ? null
        : writtenParameters(field.fields, value as object, names)
            .map(labelWriter(t))
            .join(t('between'));
    case 'rows':
      return (value as readonly object[])
        .map((row) => writtenParameters(field.fields, row, names).map(labelWriter(t)).join(' '))
        .join(t('between'));
  }
}
