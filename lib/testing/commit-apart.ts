import { perform } from '@/lib/access/command';
import { accountPrincipal } from '@/lib/access/principal';
import { commitUpload } from '@/lib/reporting/import/staging/commit-upload';

// A process started by a test: reports that it is warm, commits the upload that it is sent for its unit, and reports
// begin and end. It imports little, since many are started.
const reporter = accountPrincipal({
  userId: 'check-reporter',
  name: '演示·填报员',
  role: 'reporter',
  units: 'all',
  unitCode: 'JIA',
  department: null,
  sessionId: null,
  standing: 'full',
});
const commit = (id: string) => perform(commitUpload, reporter, { id }, { now: new Date() });

process.on('disconnect', () => process.exit(0));
process.on('message', async (id: string) => {
  process.send?.('began');
  await commit(id);
  process.send?.('done');
});
// Warms up with an unknown upload, up to its refusal.
await commit('00000000-0000-4000-8000-000000000000').catch(() => {});
process.send?.('warm');
