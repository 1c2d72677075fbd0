import { StartFailure } from '@/db/embedded/failure';
import { contents } from '@/lib/cli/content';
import { isOwnAddress, openingVariable } from '@/lib/own-machine';
import { outboxUrls, policyChoices, policyNumbers } from '@/lib/settings';

type Environment = Readonly<Record<string, string | undefined>>;

/** Settings that are a whole number, with their least and greatest value. */
export const settingNumbers: Readonly<Record<string, readonly [least: number, most: number, ...rest: number[]]>> = {
  DATABASE_POOL: [1, 500],
  KEPT_PAGES_MB: [0, 4096],
  WEB_PROCESSES: [1, 64],
  BACKUP_HOUR: [0, 23],
  ...policyNumbers,
};

/** Settings that are one of several words. */
export const settingWords: Readonly<Record<string, readonly string[]>> = {
  DATABASE_POOLED: ['0', '1'],
  TRUSTED_PROXY: ['0', '1'],
  UPGRADE_WITHOUT_BACKUP: ['0', '1'],
  BATON_CONTENT: contents,
  ...policyChoices,
};

const shortestSecret = 32;

/**
 * Refuses settings that are not fit to serve with: given ones are always checked; with a database of `DATABASE_URL` a
 * secret and an origin must be set, and without one no other machine may reach the product. Throws the first fault as
 * one sentence, without any secret in it.
 */
export function checkSettings(environment: Environment = process.env): void {
  for (const [name, range] of Object.entries(settingNumbers)) checkNumber(name, environment[name], range);
  for (const [name, words] of Object.entries(settingWords)) checkChoice(name, environment[name], words);
  const { DATABASE_URL, DATABASE_WEB_URL, BATON_SECRET, APP_ORIGIN } = environment;
  if (DATABASE_WEB_URL && !DATABASE_URL) {
    throw new StartFailure(
      'DATABASE_WEB_URL is set without DATABASE_URL: set both, or neither to use the built-in database.',
      '设置了 DATABASE_WEB_URL 而没有设置 DATABASE_URL：请两者都设置，或都不设置以使用内置数据库。',
    );
  }
  if (BATON_SECRET || DATABASE_URL) checkSecret(BATON_SECRET ?? '');
  if (APP_ORIGIN || DATABASE_URL) checkOrigin(APP_ORIGIN ?? '');
  checkOutbox(environment);
  checkPassphrase(environment.BACKUP_PASSPHRASE ?? '');
  checkMetricsToken(environment.METRICS_TOKEN ?? '');
  if (!DATABASE_URL) checkReach(environment);
  if (!DATABASE_URL) checkConnections(environment);
}

/** Connections that the built-in database has for web processes. */
const mostConnections = 50;

/** Refuses more web processes than the built-in database has connections for; each has two beside its pool. */
function checkConnections({ WEB_PROCESSES, DATABASE_POOL }: Environment): void {
  const [processes, pool] = [Number(WEB_PROCESSES || 1), Number(DATABASE_POOL || 10)];
  if (processes === 1 || processes * (pool + 2) <= mostConnections) return;
  throw new StartFailure(
    `WEB_PROCESSES=${processes} with DATABASE_POOL=${pool} needs more connections than the built-in database has: choose fewer of either, or set DATABASE_URL.`,
    `WEB_PROCESSES=${processes} 与 DATABASE_POOL=${pool} 所需的连接超过内置数据库的上限：请减少其一，或设置 DATABASE_URL。`,
  );
}

/** Refuses a passphrase that is guessed from the file alone: whoever holds the file may try as often as they like. */
export function checkPassphrase(passphrase: string): void {
  if (passphrase === '' || passphrase.length >= shortestPassphrase) return;
  throw new StartFailure(
    `BACKUP_PASSPHRASE has only ${passphrase.length} characters: give it at least ${shortestPassphrase}, and keep it where the backups are not.`,
    `BACKUP_PASSPHRASE 只有 ${passphrase.length} 个字符：请至少设 ${shortestPassphrase} 个，并与备份分开保管。`,
  );
}
const shortestPassphrase = 12;

function checkOutbox({ OUTBOX_URLS, OUTBOX_SECRET }: Environment): void {
  const urls = outboxUrls(OUTBOX_URLS ?? '');
  if (!urls) {
    throw new StartFailure(
      'OUTBOX_URLS must be ten addresses at most, apart by blanks, each with https and without a user or a part behind #.',
      'OUTBOX_URLS 须是以空格分开的网址，最多 10 个，每个都用 https，不带用户名，也不带 # 之后的部分。',
    );
  }
  if ((urls.length > 0 || OUTBOX_SECRET) && (OUTBOX_SECRET ?? '').length < shortestSecret) {
    throw new StartFailure(
      `OUTBOX_SECRET must have at least ${shortestSecret} characters once OUTBOX_URLS is set: agree on it with the receiver.`,
      `设置了 OUTBOX_URLS，OUTBOX_SECRET 就须至少有 ${shortestSecret} 个字符：请与接收方约定。`,
    );
  }
}

function checkMetricsToken(token: string): void {
  if (token === '' || (token.length >= shortestSecret && /^[!-~]+$/.test(token))) return;
  throw new StartFailure(
    `METRICS_TOKEN must have at least ${shortestSecret} characters without a blank, for example those of "openssl rand -hex 32".`,
    `METRICS_TOKEN 须至少有 ${shortestSecret} 个字符，不含空格，例如 “openssl rand -hex 32” 的输出。`,
  );
}

function checkReach(environment: Environment): void {
  const name = openingVariable(environment);
  if (!name) return;
  const setting = `${name}=${environment[name]}`;
  throw new StartFailure(
    `${setting} opens the product to other machines, and the built-in database with its demonstration accounts is for this machine alone: set DATABASE_URL to a PostgreSQL of your own, or unset ${name}.`,
    `${setting} 会让其他机器访问本系统，而内置数据库带有演示账号，只供本机使用：请用 DATABASE_URL 指定自己的 PostgreSQL，或取消设置 ${name}。`,
  );
}

function checkNumber(
  name: string,
  text: string | undefined,
  [least, most]: readonly [number, number, ...number[]],
): void {
  if (!text || (/^\d{1,6}$/.test(text) && Number(text) >= least && Number(text) <= most)) return;
  throw new StartFailure(
    `${name} must be a whole number from ${least} to ${most}, not "${text}".`,
    `${name} 必须是 ${least} 到 ${most} 之间的整数，而不是“${text}”。`,
  );
}

function checkChoice(name: string, text: string | undefined, words: readonly string[]): void {
  if (!text || words.includes(text)) return;
  throw new StartFailure(
    `${name} must be ${words.join(' or ')}, not "${text}".`,
    `${name} 必须是 ${words.join(' 或 ')}，而不是“${text}”。`,
  );
}

function checkSecret(secret: string): void {
  const trouble =
    secret === ''
      ? { en: 'is not set', zh: '没有设置' }
      : secret.length < shortestSecret
        ? { en: `has only ${secret.length} characters`, zh: `只有 ${secret.length} 个字符` }
        : isGuessable(secret)
          ? { en: 'is a well-known example, or repeats itself', zh: '是众所周知的示例或自我重复' }
          : null;
  if (!trouble) return;
  throw new StartFailure(
    `BATON_SECRET ${trouble.en}: give it at least ${shortestSecret} random characters, for example those of "openssl rand -hex 32", and keep it.`,
    `BATON_SECRET ${trouble.zh}：请设为至少 ${shortestSecret} 个随机字符，例如 “openssl rand -hex 32” 的输出，并妥善保存。`,
  );
}

const examples = /change.?(me|this)|example|openssl|password|secret|baton|0123456789|abcdefgh|qwerty/i;

/** Whether a secret is easily guessed: an example from a manual, few characters, or a short text repeated. */
function isGuessable(secret: string): boolean {
  const repeats = (period: number) => [...secret].every((letter, at) => at < period || letter === secret[at - period]);
  const periods = Array.from({ length: Math.floor(secret.length / 2) }, (_, at) => at + 1);
  return examples.test(secret) || new Set(secret).size < 8 || periods.some(repeats);
}

function checkOrigin(text: string): void {
  const wanted = {
    en: 'give the address that people open, for example https://kaohe.example.gov.cn',
    zh: '请填写用户访问的地址，例如 https://kaohe.example.gov.cn',
  };
  const refuse = (en: string, zh: string) =>
    new StartFailure(`APP_ORIGIN ${en}: ${wanted.en}.`, `APP_ORIGIN ${zh}：${wanted.zh}。`);
  if (text === '') throw refuse('is not set', '没有设置');
  const address = URL.canParse(text) ? new URL(text) : null;
  if (!address || !/^https?:$/.test(address.protocol)) throw refuse('is no web address', '不是网址');
  if (address.href !== `${address.origin}/`) {
    throw refuse('has more than scheme, host and port', '含有协议、主机和端口以外的内容');
  }
  if (address.protocol === 'http:' && !isOwnAddress(text))
    throw refuse('is http and not https', '是 http 而不是 https');
}
