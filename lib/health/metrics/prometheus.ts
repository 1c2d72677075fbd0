import type { OwnMeasures, PoolUse, StoredMeasures } from './words';

type Labels = Readonly<Record<string, string | number>>;
type Sample = readonly [labels: Labels, value: number, suffix?: string];

/** The measures in the text format of Prometheus; those of the database are left out while it does not answer. */
export function prometheusText(
  version: string,
  own: OwnMeasures,
  pool: PoolUse,
  stored: StoredMeasures | null,
): string {
  const from = { process: own.process };
  const lines: string[] = [];
  const add = (name: string, kind: 'gauge' | 'counter' | 'histogram', help: string, samples: readonly Sample[]) => {
    lines.push(`# HELP baton_${name} ${help}`, `# TYPE baton_${name} ${kind}`);
    for (const [labels, value, suffix = ''] of samples) lines.push(`baton_${name}${suffix}${written(labels)} ${value}`);
  };
  add('info', 'gauge', 'Version of the product.', [[{ ...from, version }, 1]]);
  add('uptime_seconds', 'gauge', 'Seconds since the web process began.', [[from, own.uptime]]);
  add('memory_bytes', 'gauge', 'Memory of the web process.', [
    [{ ...from, kind: 'resident' }, own.memory.rss],
    [{ ...from, kind: 'heap' }, own.memory.heapUsed],
  ]);
  add('event_loop_lag_seconds', 'gauge', 'How late the event loop ran in the last minute that is over.', [
    [{ ...from, quantile: '0.5' }, own.late.half],
    [{ ...from, quantile: '0.99' }, own.late.most],
    [{ ...from, quantile: '1' }, own.late.longest],
  ]);
  add(
    'requests_total',
    'counter',
    'Answers by kind of address and status.',
    own.answers.map(({ kind, status, count }) => [{ ...from, kind, status }, count]),
  );
  add(
    'request_duration_seconds',
    'histogram',
    'Time of answers by kind of address.',
    own.times.flatMap(histogram(from)),
  );
  add('kept_page_hits_total', 'counter', 'Answers that were kept pages.', [[from, own.keptHits]]);
  add('pool_connections', 'gauge', 'Connections of the web process to the database.', [
    [{ ...from, state: 'open' }, pool.open],
    [{ ...from, state: 'lent' }, pool.lent],
    [{ ...from, state: 'most' }, pool.most],
  ]);
  add('pool_waiting', 'gauge', 'Askers that wait for a connection.', [[from, pool.waiting]]);
  add('database_up', 'gauge', 'Whether the database answers.', [[{}, stored ? 1 : 0]]);
  if (!stored) return `${lines.join('\n')}\n`;
  add('database_connections', 'gauge', 'Connections to this database by all programs.', [[{}, stored.connections]]);
  add('database_connections_max', 'gauge', 'Connections that the server allows.', [[{}, stored.mostConnections]]);
  add('outbox_messages', 'gauge', 'Messages to other systems.', [
    [{ state: 'waiting' }, stored.waitingMessages],
    [{ state: 'failed' }, stored.failedMessages],
  ]);
  if (stored.lastBackup !== null)
    add('last_backup_timestamp_seconds', 'gauge', 'When the last good backup ended.', [[{}, stored.lastBackup]]);
  add('audit_events_total', 'counter', 'Number of the last event of the audit trail.', [[{}, stored.lastEvent]]);
  add('refused_sign_ins_last_day', 'gauge', 'Sign-ins that were refused in the last 24 hours.', [
    [{}, stored.refusedSignIns],
  ]);
  return `${lines.join('\n')}\n`;
}

const histogram =
  (from: Labels) =>
  ({ kind, count, sum, within }: OwnMeasures['times'][number]): Sample[] => [
    ...within.map((one): Sample => [{ ...from, kind, le: one.edge }, one.count, '_bucket']),
    [{ ...from, kind, le: '+Inf' }, count, '_bucket'],
    [{ ...from, kind }, sum, '_sum'],
    [{ ...from, kind }, count, '_count'],
  ];

function written(labels: Labels): string {
  const pairs = Object.entries(labels).map(([name, value]) => `${name}="${value}"`);
  return pairs.length > 0 ? `{${pairs.join(',')}}` : '';
}
