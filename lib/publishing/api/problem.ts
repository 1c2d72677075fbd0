import type * as z from 'zod';
import type { FieldFault } from '@/lib/errors';
import { refusalWords } from '@/lib/i18n/refusal-words';
import { translator } from '@/lib/i18n/translator';
import type { Locale } from '@/lib/i18n/words';
import { paths } from '@/lib/paths';
import type { Problem } from '@/lib/publishing/api/schemas';
import {
  type FaultKey,
  mostRows,
  type ParameterFault,
  type ProblemKind,
  problemStatuses,
} from '@/lib/publishing/api/words';

/** The fault of a part of what was sent, by its place: in words of the interface, or in those of the command that refused it. */
export type BodyFault = {
  readonly path: readonly (string | number)[];
  readonly told: FaultKey | Pick<FieldFault, 'key' | 'details'>;
  /** The version that there is by now, of a figure that has moved. */
  readonly version?: number;
};

/** Why a program gets no data: a kind, what a fault of the product is found by, how long to wait, and every faulty parameter. */
export class ApiProblem extends Error {
  readonly kind: ProblemKind;
  readonly faults: readonly ParameterFault[];
  readonly bodyFaults: readonly BodyFault[];
  readonly seconds: number | undefined;
  readonly reference: string;

  constructor(
    kind: ProblemKind,
    more: {
      faults?: readonly ParameterFault[];
      bodyFaults?: readonly BodyFault[];
      seconds?: number;
      reference?: string;
    } = {},
  ) {
    super(kind);
    this.kind = kind;
    this.faults = more.faults ?? [];
    this.bodyFaults = more.bodyFaults ?? [];
    this.seconds = more.seconds;
    this.reference = more.reference ?? '';
  }
}

/** A problem in words, as RFC 9457 has it; its type is the place in the reference that explains it. */
export function writtenProblem(problem: ApiProblem, locale: Locale): z.infer<typeof Problem> {
  const t = translator(locale, 'api');
  const { kind, faults, seconds = 0, reference } = problem;
  const errors = [
    ...faults.map(({ field, key }) => ({ field, detail: t(`faults.${key}`, { most: mostRows }) })),
    ...problem.bodyFaults.map(({ path, told, version }) => {
      const field = `${path.findLast((part) => typeof part === 'string') ?? ''}`;
      const detail =
        typeof told === 'string' ? t(`faults.${told}`, { most: mostRows }) : refusalWords(told, locale, field);
      return { field, pointer: pointerTo(path), detail, ...(version !== undefined && { version }) };
    }),
  ];
  return {
    type: `${paths.apiReference}#${kind}`,
    title: t(`problems.${kind}.title`),
    status: problemStatuses[kind],
    detail: t(`problems.${kind}.detail`, { seconds, reference }),
    ...(errors.length > 0 && { errors }),
  };
}

/** A place in what was sent as a JSON pointer (RFC 6901), in the form of a fragment that RFC 9457 shows. */
const pointerTo = (path: BodyFault['path']): string =>
  `#${path.map((part) => `/${`${part}`.replaceAll('~', '~0').replaceAll('/', '~1')}`).join('')}`;
