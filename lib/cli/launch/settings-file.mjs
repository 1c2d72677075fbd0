// The settings of the product as a file: `.env` beside package.json. Every command reads it before anything else, so
// that all use the same database.
import { readFileSync } from 'node:fs';
import { parseEnv } from 'node:util';

/** Every setting that an operator may choose; lib/cli/README.md says what each means. */
export const settingNames = [
  'PORT',
  'HOST',
  'DATABASE_URL',
  'DATABASE_WEB_URL',
  'DATABASE_POOL',
  'DATABASE_POOLED',
  'KEPT_PAGES_MB',
  'WEB_PROCESSES',
  'BATON_SECRET',
  'APP_ORIGIN',
  'TRUSTED_PROXY',
  'BATON_CONTENT',
  'BATON_DATA',
  'PUBLIC_READING',
  'PASSWORD_PROFILE',
  'SESSION_IDLE_MINUTES',
  'SESSION_HOURS',
  'PUBLICITY_DAYS',
  'APPEAL_DAYS',
  'REVIEW_DAYS',
  'SECOND_FACTOR',
  'AUDIT_DIGEST',
  'OUTBOX_URLS',
  'OUTBOX_SECRET',
  'METRICS_TOKEN',
  'BACKUP_HOUR',
  'BACKUP_KEEP',
  'BACKUP_FOLDER',
  'BACKUP_PASSPHRASE',
  'UPGRADE_WITHOUT_BACKUP',
];

/**
 * Reads a file of settings. Variables of the environment take precedence. Returns the values that the environment
 * lacks, or the fault of the file in two languages; a missing file has no values.
 */
export function readSettingsFile(file, environment) {
  let text;
  try {
    text = readFileSync(file, 'utf8');
  } catch (error) {
    if (error.code === 'ENOENT') return { values: {} };
    return {
      fault: [`The settings in ${file} cannot be read (${error.code}).`, `无法读取设置文件 ${file}（${error.code}）。`],
    };
  }
  const said = parseEnv(text.replace(/^\uFEFF/, ''));
  const unknown = Object.keys(said).filter((name) => !settingNames.includes(name));
  if (unknown.length > 0) {
    return {
      fault: [
        `${file} names what is no setting: ${unknown.join(', ')}. lib/cli/README.md lists them all.`,
        `${file} 中有不认识的设置：${unknown.join('、')}。全部设置见 lib/cli/README.md。`,
      ],
    };
  }
  return { values: Object.fromEntries(Object.entries(said).filter(([name]) => environment[name] === undefined)) };
}
