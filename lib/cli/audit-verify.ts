import { drizzleOver, openSql } from '@/db/client';
import { verifiedChain } from '@/lib/access/audit/queries';
import { openToWork } from '@/lib/cli/launch/database';
import { endWith, written } from '@/lib/cli/launch/report';

// `npm run audit:verify`: verifies the audit chain and names the first event that breaks it.
const broken = {
  missing: { zh: '该条缺失', en: 'it is missing' },
  unchained: { zh: '与前一条不相接', en: 'it does not follow from the one before' },
  altered: { zh: '内容被改动', en: 'it says something else than when it was written' },
};

try {
  const database = await openToWork('npm run audit:verify');
  const sql = openSql(database.url, { max: 1 });
  const chain = await verifiedChain(drizzleOver(sql));
  await sql.end({ timeout: 2 });
  await database.stop();
  if (chain.broken) {
    const { seq, why } = chain.broken;
    const words = {
      zh: `审计链在第 ${seq} 条断开：${broken[why].zh}`,
      en: `the audit chain breaks at event ${seq}: ${broken[why].en}`,
    };
    console.error(`✗ ${written(words)}`);
    process.exit(1);
  }
  console.log(
    `✓ ${written({ zh: `审计链完整，共 ${chain.events} 条`, en: `the audit chain is whole: ${chain.events} events` })}`,
  );
  process.exit(0);
} catch (error) {
  endWith(error);
}
