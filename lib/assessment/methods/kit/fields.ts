import type { methods } from '@/lib/i18n/zh-CN/methods';

export type ParameterLabel = keyof (typeof methods)['parameters'];
export type OptionRoom = keyof (typeof methods)['options'];

type Field = {
  readonly name: string;
  readonly label: ParameterLabel;
  /** Only where another field of the same method has this value. */
  readonly when?: readonly [name: string, value: string];
};

/** A parameter of a method or a transform: how it is asked for and how it is told. */
export type MethodField =
  | (Field & { readonly kind: 'number'; readonly isNullable?: true })
  | (Field & { readonly kind: 'text' | 'yesNo' | 'indicator' })
  | (Field & { readonly kind: 'choice'; readonly options: OptionRoom; readonly values: readonly string[] })
  /** One of several shapes, told apart by `from`. */
  | (Field & {
      readonly kind: 'shape';
      readonly options: OptionRoom;
      readonly shapes: Readonly<Record<string, readonly MethodField[]>>;
    })
  /** Something that may be left out altogether. */
  | (Field & { readonly kind: 'optional'; readonly fields: readonly MethodField[] })
  | (Field & { readonly kind: 'rows'; readonly fields: readonly MethodField[] });

/** A field for a number; its label is that of its name unless another is given. */
export const number = (
  name: string,
  label: ParameterLabel = name as ParameterLabel,
  when?: Field['when'],
): MethodField => ({ kind: 'number', name, label, ...(when && { when }) });

/** A field for one of several words; `options` is where in the messages of methods they are named. */
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
