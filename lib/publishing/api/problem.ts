import type * as z from 'zod';
import { translator } from '@/lib/i18n/translator';
import type { Locale } from '@/lib/i18n/words';
import { paths } from '@/lib/paths';
import type { Problem } from '@/lib/publishing/api/schemas';
import { mostRows, type ParameterFault, type ProblemKind, problemStatuses } from '@/lib/publishing/api/words';

/** Why a program gets no data: a kind, what a fault of the product is found by, how long to wait, and every faulty parameter. */
export class ApiProblem extends Error {
  readonly kind: ProblemKind;
  readonly faults: readonly ParameterFault[];
  readonly seconds: number | undefined;
  readonly reference: string;

  constructor(
    kind: ProblemKind,
    more: { faults?: readonly ParameterFault[]; seconds?: number; reference?: string } = {},
  ) {
    super(kind);
    this.kind = kind;
    this.faults = more.faults ?? [];
    this.seconds = more.seconds;
    this.reference = more.reference ?? '';
  }
}

/** A problem in words, as RFC 9457 has it; its type is the place in the reference that explains it. */
export function writtenProblem(problem: ApiProblem, locale: Locale): z.infer<typeof Problem> {
  const t = translator(locale, 'api');
  const { kind, faults, seconds = 0, reference } = problem;
  const errors = faults.map(({ field, key }) => ({ field, detail: t(`faults.${key}`, { most: mostRows }) }));
  return {
    type: `${paths.apiReference}#${kind}`,
    title: t(`problems.${kind}.title`),
    status: problemStatuses[kind],
    detail: t(`problems.${kind}.detail`, { seconds, reference }),
    ...(errors.length > 0 && { errors }),
  };
}
