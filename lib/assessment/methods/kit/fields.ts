import type { methods } from '@/lib/i18n/zh-CN/methods';

export type ParameterLabel = keyof (typeof methods)['parameters'];
export type OptionRoom = keyof (typeof methods)['options'];

type Field = {
  readonly name: string;
  readonly label: ParameterLabel;
  /** The field applies only where another field of the same method has this value. */
  readonly when?: readonly [name: string, value: string];
};

/** A parameter of a method or a transform: its input in a form and its words. */
export type MethodField =
  | (Field & { readonly kind: 'number'; readonly isNullable?: true })
  | (Field & { readonly kind: 'text' | 'yesNo' | 'indicator' })
  | (Field & { readonly kind: 'choice'; readonly options: OptionRoom; readonly values: readonly string[] })
  /** One of several shapes, distinguished by `from`. */
  | (Field & {
      readonly kind: 'shape';
      readonly options: OptionRoom;
      readonly shapes: Readonly<Record<string, readonly MethodField[]>>;
    })
  /** An optional group of fields. */
  | (Field & { readonly kind: 'optional'; readonly fields: readonly MethodField[] })
  | (Field & { readonly kind: 'rows'; readonly fields: readonly MethodField[] });

/** A field for a number; its label is that of its name unless another is given. */
export const number = (
  name: string,
  label: ParameterLabel = name as ParameterLabel,
  when?: Field['when'],
): MethodField => ({ kind: 'number', name, label, ...(when && { when }) });

/** A choice among words; `options` is the key of their names in the messages of methods. */
export const choice = (
  name: string,
  options: OptionRoom,
  values: readonly string[],
  label: ParameterLabel = name as ParameterLabel,
): MethodField => ({ kind: 'choice', name, label, options, values });

export const floorField = number('floor');
export const capField = number('cap');
export const boundsField: MethodField = {
  kind: 'shape',
  name: 'bounds',
  label: 'bounds',
  options: 'bounds',
  shapes: {
    peers: [],
    given: [number('low'), number('high'), { kind: 'text', name: 'setBy', label: 'setBy' }],
    percentiles: [number('low', 'lowPercentile'), number('high', 'highPercentile')],
  },
};
export const againstField = choice('against', 'against', ['yearEarlier', 'previous']);
