import { StartFailure } from '@/db/embedded/failure';
import { type WebFault, webFault } from '@/db/web-role';
import { placeIn, refusal, superuserFailure } from './external';
import type { Words } from './report';
import { launchSettings } from './settings';
import type { WebSettings } from './web-settings';

const faults: Readonly<Record<Exclude<WebFault, 'superuser'>, Words>> = {
  unusable: {
    en: 'The user of the web process may not read and add to the tables: run GRANT baton_web TO that user, or let the tables belong to the user of DATABASE_URL.',
    zh: '网站进程的用户无权读取和新增表中的数据：请对该用户执行 GRANT baton_web，或让这些表归 DATABASE_URL 中的用户所有。',
  },
  writable: {
    en: 'The user of the web process could rewrite the audit trail: run REVOKE ALL ON audit_event, observation_revision FROM PUBLIC, baton_web; behind a pooler name a user that has only the role baton_web in DATABASE_WEB_URL.',
    zh: '网站进程的用户可以改写审计记录：请执行 REVOKE ALL ON audit_event, observation_revision FROM PUBLIC, baton_web；经连接池时用 DATABASE_WEB_URL 指定只有 baton_web 角色的用户。',
  },
  unguarded: {
    en: 'The triggers that keep the audit trail from being rewritten are missing or disabled: find out who did it, then ALTER TABLE audit_event ENABLE TRIGGER ALL, and the same for observation_revision, or restore a backup.',
    zh: '防止改写审计记录的触发器缺失或被停用：请查明原因，再对 audit_event 和 observation_revision 执行 ALTER TABLE … ENABLE TRIGGER ALL，或恢复备份。',
  },
  creating: {
    en: 'The user of the web process could make tables: run REVOKE CREATE ON SCHEMA public FROM PUBLIC, baton_web.',
    zh: '网站进程的用户可以建表：请执行 REVOKE CREATE ON SCHEMA public FROM PUBLIC, baton_web。',
  },
};

/**
 * Refuses to serve when the web process, with its own connection, could change protected rows, or lacks rights for its
 * work.
 */
export async function checkWebAccess({
  databaseUrl,
  embedded,
}: Pick<WebSettings, 'databaseUrl' | 'embedded'>): Promise<void> {
  const name = launchSettings().webDatabaseUrl && !embedded ? 'DATABASE_WEB_URL' : 'DATABASE_URL';
  const where = placeIn(databaseUrl, name);
  const fault = await webFault(databaseUrl, { embedded }).catch((error: unknown) => {
    throw refusal(where, error, name);
  });
  if (fault === 'superuser') throw superuserFailure(name);
  if (fault) throw new StartFailure(faults[fault].en, faults[fault].zh);
}
