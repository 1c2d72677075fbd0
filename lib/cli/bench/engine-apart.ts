import { fingerprintOf } from '@/lib/assessment/runs/fingerprint';
import { newestForm } from '@/lib/assessment/runs/words';
import { assess } from '@/lib/assessment/scoring/assess';
import { robustness } from '@/lib/assessment/sensitivity/robustness';
import { median } from '@/lib/cli/bench/timing';
import { largeInputs, largeScheme } from './large-scheme';

// `node --import tsx lib/cli/bench/engine-apart.ts engine 3000 100`: times the engine in a process of its own, so that
// its memory can be measured. `robustness 100 50 1000` times that many draws.
const [what = 'engine', units = '300', items = '100', draws = '1000'] = process.argv.slice(2);
const scheme = largeScheme(Number(items));
const inputs = largeInputs(Number(units), Number(items));
const assessment = assess(scheme, inputs);
const works: Readonly<Record<string, () => unknown>> = {
  engine: () => assess(scheme, inputs),
  fingerprint: () => fingerprintOf(scheme, inputs, assessment, newestForm),
  robustness: () => robustness(scheme, inputs, { draws: Number(draws), seed: 1, spread: 20 }),
};
const work = works[what] ?? works.engine;
// Warms up the engine: in a running product its code is compiled.
assess(scheme, largeInputs(100, Number(items)));
const times = Array.from({ length: 3 }, () => {
  const began = performance.now();
  work?.();
  return performance.now() - began;
});
process.stdout.write(JSON.stringify({ milliseconds: median(times), megabytes: process.resourceUsage().maxRSS / 1024 }));
