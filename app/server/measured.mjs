// What this process measures of itself: its answers, the pages that it kept, and how late its loop runs. Numbers alone, by
// kinds of addresses; app/metrics tells them.
import cluster from 'node:cluster';
import { monitorEventLoopDelay } from 'node:perf_hooks';

/** The kinds of addresses, by how they begin; everything else is a page. */
const kinds = [
  ['asset', /^\/_next\//],
  ['program', /^\/api\/v1\//],
  ['file', /^\/api\/downloads\//],
  ['upload', /^\/api\/uploads\//],
  ['service', /^\/api\//],
  ['health', /^\/(healthz|readyz|metrics)$/],
  ['display', /^\/(display|embed)\//],
];

/** The upper edges of the histogram, in milliseconds. */
const edges = [25, 50, 100, 250, 500, 1000, 2500, 5000, 10_000];

/** Milliseconds for which the lateness of the loop is gathered. */
const span = 60_000;

/** Begins to measure answers, kept pages and the loop of this process. */
export function measures() {
  /** Answers by kind and status, and their times by kind. */
  const answers = new Map();
  const times = new Map();
  let keptHits = 0;
  const loop = monitorEventLoopDelay({ resolution: 10 });
  loop.enable();
  let late = null;
  setInterval(() => {
    late = lateness(loop);
    loop.reset();
  }, span).unref();

  return {
    /** Counts a finished answer. */
    answered({ path, status, ms }) {
      const kind = kinds.find(([, begins]) => begins.test(path))?.[0] ?? 'page';
      const key = `${kind} ${status}`;
      answers.set(key, (answers.get(key) ?? 0) + 1);
      const time = times.get(kind) ?? { count: 0, sum: 0, within: edges.map(() => 0) };
      time.count += 1;
      time.sum += ms;
      for (const [at, edge] of edges.entries()) if (ms <= edge) time.within[at] += 1;
      times.set(kind, time);
    },
    /** Counts an answer that was a kept page. */
    gaveKept() {
      keptHits += 1;
    },
    /** All of it, in seconds and bytes. */
    told() {
      const { rss, heapUsed } = process.memoryUsage();
      return {
        process: cluster.worker?.id ?? 1,
        uptime: process.uptime(),
        memory: { rss, heapUsed },
        late: late ?? lateness(loop),
        keptHits,
        answers: [...answers].map(([key, count]) => {
          const [kind, status] = key.split(' ');
          return { kind, status: Number(status), count };
        }),
        times: [...times].map(([kind, { count, sum, within }]) => ({
          kind,
          count,
          sum: sum / 1000,
          within: edges.map((edge, at) => ({ edge: edge / 1000, count: within[at] })),
        })),
      };
    },
  };
}

/** The lateness of the loop in seconds; the resolution of the timer is no lateness. */
function lateness(loop) {
  const of = (nanoseconds) => (Number.isFinite(nanoseconds) ? Math.max(0, nanoseconds / 1e9 - 0.01) : 0);
  return { half: of(loop.percentile(50)), most: of(loop.percentile(99)), longest: of(loop.max) };
}
