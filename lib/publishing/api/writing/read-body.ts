import type * as z from 'zod';
import { inputFault } from '@/lib/access/input-fault';
import { ApiProblem, type BodyFault } from '@/lib/publishing/api/problem';
import { FiguresBody } from '@/lib/publishing/api/writing-schemas';

/** The figures that were sent; refuses a text that is no JSON, and tells every fault of any other by its place. */
export function readFigures(text: string): FiguresBody {
  const raw = parsed(text);
  const read = FiguresBody.safeParse(raw);
  if (!read.success) throw faulty(read.error.issues.flatMap((issue) => faultsOf(issue, raw)));
  const twice = repeated(read.data);
  if (twice.length > 0) throw faulty(twice);
  return read.data;
}

const faulty = (bodyFaults: readonly BodyFault[]) => new ApiProblem('invalidBody', { bodyFaults });

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new ApiProblem('malformed');
  }
}

function faultsOf(issue: z.core.$ZodIssue, raw: unknown): BodyFault[] {
  const path = issue.path.map((part) => (typeof part === 'number' ? part : String(part)));
  if (issue.code === 'unrecognized_keys') return issue.keys.map((key) => ({ path: [...path, key], told: 'field' }));
  return [{ path, told: inputFault('', path.join('.'), issue, raw) }];
}

/** The figures that were sent before in the same body. */
function repeated(body: FiguresBody): BodyFault[] {
  const seen = new Set<string>();
  return body.figures.flatMap((figure, at): BodyFault[] => {
    const key = `${figure.indicator} ${'unit' in figure ? figure.unit : ''} ${figure.period}`;
    if (seen.has(key)) return [{ path: ['figures', at], told: 'again' }];
    seen.add(key);
    return [];
  });
}
