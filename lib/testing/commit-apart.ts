import { perform } from '@/lib/access/command';
import { accountPrincipal } from '@/lib/access/principal';
import { commitUpload } from '@/lib/reporting/import/staging/commit-upload';

// Forked by a check: says that it is warm, commits the upload that it is told for its unit, and says when it begins and
// is done. It imports little, for many of it are started.
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
// No such upload: the way there is walked once, up to its refusal.
await commit('00000000-0000-4000-8000-000000000000').catch(() => {});
process.send?.('warm');
