import { randomBytes } from 'node:crypto';
import pino from 'pino';
import { plainWithoutSecrets, withoutSecrets } from '@/lib/redaction';

function knownSecrets(): string[] {
  const { BATON_SECRET = '', NEXT_SERVER_ACTIONS_ENCRYPTION_KEY = '', DATABASE_URL = '' } = process.env;
  const { OUTBOX_SECRET = '', OUTBOX_URLS = '', BACKUP_PASSPHRASE = '', METRICS_TOKEN = '' } = process.env;
  const password = URL.canParse(DATABASE_URL) ? decodeURIComponent(new URL(DATABASE_URL).password) : '';
  const addresses = OUTBOX_URLS.split(/[\s,]+/);
  const others = [OUTBOX_SECRET, BACKUP_PASSPHRASE, METRICS_TOKEN, ...addresses];
  return [BATON_SECRET, NEXT_SERVER_ACTIONS_ENCRYPTION_KEY, password, ...others];
}

const settings: pino.LoggerOptions = {
  base: null,
  timestamp: pino.stdTimeFunctions.isoTime,
  formatters: {
    level: (level) => ({ level }),
    log: (fields) => plainWithoutSecrets(fields, knownSecrets()) as Record<string, unknown>,
  },
  hooks: {
    logMethod(said, write) {
      write.apply(
        this,
        said.map((part) => (typeof part === 'string' ? withoutSecrets(part, knownSecrets()) : part)) as typeof said,
      );
    },
  },
};

/** A log of JSON lines without secrets, on the standard output unless told otherwise. */
export const logTo = (destination?: pino.DestinationStream) => pino(settings, destination ?? pino.destination(1));

type Log = ReturnType<typeof logTo>;
type Shared = { batonLog?: Log };
const shared = globalThis as Shared;

/** The log of this process. */
export function log(): Log {
  shared.batonLog ??= logTo();
  return shared.batonLog;
}

export type Where = Readonly<Record<string, string | undefined>>;

/**
 * Logs a fault of the product and returns the number of its line: the `digest` of the framework, which the page shows,
 * else a new one for the caller to show. `where` describes the request by the names `method`, `path`, `request` …
 */
export function logFault(error: unknown, where: Where = {}, to: Log = log()): string {
  const digest = error instanceof Error && 'digest' in error ? `${error.digest}` : '';
  const reference = digest || randomBytes(5).toString('hex');
  to.error({ reference, ...where, err: error instanceof Error ? error : new Error(String(error)) }, 'fault');
  return reference;
}

/** Whether a visitor left before the answer was complete. The line of the request reports that. */
const isGone = (error: Error) => error.message === 'aborted' && 'code' in error && error.code === 'ECONNRESET';

/** Turns console output into lines of the log. A fault with a number has its line already. */
export function takeConsole(to: Log = log()): void {
  for (const level of ['error', 'warn', 'info', 'log', 'debug'] as const) {
    console[level] = (...said: unknown[]) => {
      if (said.some((part) => part instanceof Error && ('digest' in part || isGone(part)))) return;
      const err = said.find((part) => part instanceof Error);
      const words = said
        .filter((part) => part !== err)
        .map((part) => (typeof part === 'string' ? part : partText(part)));
      to[level === 'log' ? 'info' : level](err ? { err } : {}, words.join(' ').trim() || 'console');
    };
  }
}

function partText(part: unknown): string {
  try {
    return JSON.stringify(plainWithoutSecrets(part, knownSecrets())) ?? String(part);
  } catch {
    return String(part);
  }
}
