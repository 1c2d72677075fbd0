import { notFound } from 'next/navigation';
import * as z from 'zod';
import type { Principal } from '@/lib/access/principal';
import type { RunChoice } from '@/lib/assessment/sensitivity/queries';
import { type RunHead, runHead } from '@/lib/assessment/sensitivity/queries';

/** The run in an address. */
export const AskedRun = z
  .string()
  .regex(/^[\w-]{1,64}$/)
  .optional()
  .catch(undefined);

/** The run that is asked for, else the first there is; null for none. One that may not be seen does not exist. */
export async function askedRun(
  principal: Principal,
  asked: string | undefined,
  choices: readonly RunChoice[],
): Promise<RunHead | null> {
  const id = asked ?? choices[0]?.id;
  if (id === undefined) return null;
  return (await runHead(principal, id)) ?? notFound();
}
