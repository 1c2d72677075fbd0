import type * as threads from '@/lib/reporting/upload/run-apart';

const moduleOf = (name: string) => import(new URL(`../reporting/upload/${name}`, import.meta.url).href);
const { markWorkbook } = await moduleOf('mark-workbook.mjs');
const { parseSheet } = await moduleOf('parse-sheet.mjs');

// Replaces the thread in tests that do not concern its limits (vitest.config.ts): most of the time of a small file is
// the start of its thread.
const work = { 'parse-worker.mjs': parseSheet, 'mark-worker.mjs': markWorkbook };

/** Runs the work of a thread in this one. */
export const workedApart: typeof threads.workedApart = async (name, given, hear) => {
  let answer: { result: NonNullable<ReturnType<typeof hear>> } | { error: unknown } | null = null;
  await work[name](given, (told: unknown) => {
    if (answer) return;
    try {
      const result = hear(structuredClone(told) as never);
      if (result !== undefined) answer = { result: result as NonNullable<typeof result> };
    } catch (error) {
      answer = { error };
    }
  });
  return answeredOr(answer);
};

function answeredOr<Result>(answer: { result: Result } | { error: unknown } | null): Result {
  if (!answer) throw new Error('the work ended without an answer');
  if ('error' in answer) throw answer.error;
  return answer.result;
}
