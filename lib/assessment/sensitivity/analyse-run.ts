import * as z from 'zod';
import { command } from '@/lib/access/command';
import { inputsOf } from '@/lib/assessment/runs/stored-rows';
import { Scheme } from '@/lib/assessment/schemes/document/scheme';
import { Refusal } from '@/lib/errors';
import { keepAnalysis } from './keep-analysis';
import { rowsToAnalyse, runToAnalyse } from './queries';
import { robustness } from './robustness';
import { RunId } from './run-id';
import { analysisTerms, mostAnalysed } from './words';

/**
 * Computes the robustness of a run's ranking, and stores it beside the run: once, from the frozen inputs, so that its
 * results and its fingerprint stay unchanged. Refuses a superseded run, one with fewer than two ranked units and one
 * too large for a request.
 */
export const analyseRun = command({
  name: 'run.analyse',
  input: z.strictObject({ id: RunId }),
  async run(work, { id }) {
    const found = await runToAnalyse(work, id);
    if (!found) throw new Refusal('notFound', 'sensitivity.refusals.noRun');
    if (found.robustness) return { result: id, repeated: true };
    if (found.state === 'superseded') throw new Refusal('conflict', 'sensitivity.refusals.superseded');
    if (found.ranked < 2) throw new Refusal('invalid', 'sensitivity.refusals.tooFew');
    const size = found.units * found.items;
    if (size > mostAnalysed) throw new Refusal('limit', 'sensitivity.refusals.tooLarge', { size, most: mostAnalysed });
    const inputs = inputsOf(found.period, found.terms, await rowsToAnalyse(work, id));
    const analysis = robustness(Scheme.parse(found.document), inputs, analysisTerms);
    if (!(await keepAnalysis(work, id, analysis))) throw new Refusal('conflict', 'sensitivity.refusals.moved');
    const { draws, seed, spread, flippedPairs } = analysis;
    const after = { draws, seed, spread, flippedPairs };
    return { result: id, changes: [{ subject: `run/${id}`, before: { robustness: null }, after }] };
  },
});
