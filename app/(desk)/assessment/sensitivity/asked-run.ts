import { notFound } from 'next/navigation';
import type { Principal } from '@/lib/access/principal';
import type { RunChoice } from '@/lib/assessment/sensitivity/queries';
import { type RunHead, runHead } from '@/lib/assessment/sensitivity/queries';
import { RunId } from '@/lib/assessment/sensitivity/run-id';

/** The run in an address. */
export const AskedRun = RunId.optional().catch(undefined);

/** The run in the address, else the first; null for none. An invisible run is not found. */
export async function askedRun(
  principal: Principal,
  asked: string | undefined,
  choices: readonly RunChoice[],
): Promise<RunHead | null> {
  const id = asked ?? choices[0]?.id;
  if (id === undefined) return null;
  return (await runHead(principal, id)) ?? notFound();
}
