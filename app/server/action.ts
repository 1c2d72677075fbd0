import { cookies, headers } from 'next/headers';
import { redirect } from 'next/navigation';
import type * as z from 'zod';
import { given } from '@/app/server/given';
import { currentLocale } from '@/app/server/locale';
import { wordsOf } from '@/app/server/refusal';
import { tellTaken } from '@/app/server/taken';
import type { FieldMessage, FormAction, FormState } from '@/app/ui/forms/form-state';
import type { Command } from '@/lib/access/command';
import { type SetCookie, tokenAttributes } from '@/lib/cookies';
import { Refusal } from '@/lib/errors';
import type { Locale } from '@/lib/i18n/words';
import { filesInWork } from '@/lib/reporting/upload/files-in-work';
import { settings } from '@/lib/settings';

/** What follows a command that was done: another page, or something to show in the form's place. */
export type Next<Shown> = {
  readonly cookies?: readonly SetCookie[];
  readonly to?: string;
  readonly shown?: Shown;
  /** Says why the answer is a refusal after all, as that of a sign-in may be; a key under `errors`. */
  readonly refused?: string;
};

type Parts<Result, Shown> = {
  /** The command's input out of the form: names the fields it takes, so that nothing else gets in. */
  readonly read: (form: FormData) => unknown;
  /** Whether it takes a file into memory: then its account has one in work, and it waits for its turn. */
  readonly takesFile?: true;
  readonly next: (result: Result, form: FormData, locale: Locale) => Next<Shown>;
};

/**
 * A form's way to its command and to what comes next. A refusal becomes words at
 * the field and keeps what was typed; a fault of ours gets a number.
 */
export function action<Input extends z.ZodType, Result, Shown = never>(
  command: Command<Input, Result>,
  { read, takesFile, next }: Parts<Result, Shown>,
): FormAction<Shown> {
  return async (_before, form) => {
    // What was sent to an action decides what it is given; the gate says that it is malformed.
    if (!(form instanceof FormData)) throw new Error('an action without a form');
    await tellTaken();
    const locale = await currentLocale();
    let follows: Next<Shown>;
    try {
      const result = await given(command, (await headers()).get('origin'), ({ principal, done }) => {
        const work = async () => done(await read(form));
        return takesFile ? filesInWork().admit(principal.userId, (inTurn) => inTurn(work)) : work();
      });
      follows = next(result, form, locale);
    } catch (error) {
      return refusedForm(error, form, locale);
    }
    await give(follows.cookies ?? []);
    if (follows.refused) return refusedForm(new Refusal('invalid', follows.refused), form, locale);
    if (follows.to !== undefined) redirect(follows.to);
    return { status: 'done', shown: follows.shown as Shown, at: Date.now() };
  };
}

function refusedForm(error: unknown, form: FormData, locale: Locale): FormState<never> {
  const field = error instanceof Refusal ? error.details.field : undefined;
  return {
    status: 'refused',
    message: wordsOf(error, locale),
    faults: error instanceof Refusal ? faultsOf(error, form, locale) : [],
    values: typed(form),
    at: Date.now(),
    ...(field ? { field: String(field) } : {}),
  };
}

/** How many faults an answer tells: a long document could have hundreds, which nobody reads at once. */
const mostFaults = 20;

/** What is wrong with each field, in the order of the form. */
function faultsOf({ kind, faults }: Refusal, form: FormData, locale: Locale): FieldMessage[] {
  const order = [...form.keys()];
  return faults
    .toSorted((a, b) => order.indexOf(a.field) - order.indexOf(b.field))
    .slice(0, mostFaults)
    .map(({ field, key, details }) => ({ field, message: wordsOf(new Refusal(kind, key, details), locale) }));
}

const secrets = new Set(['password', 'repeated', 'present', 'code']);

function typed(form: FormData): Record<string, string> {
  const entries = [...form].flatMap(([name, value]) =>
    typeof value !== 'string' || secrets.has(name) || name.startsWith('$') ? [] : [[name, value] as const],
  );
  return Object.fromEntries(entries);
}

async function give(given: readonly SetCookie[]): Promise<void> {
  const jar = await cookies();
  const { origin } = settings();
  for (const { name, value, maxAge } of given) jar.set(name, value, tokenAttributes(origin, maxAge));
}

/** The text of a form's field; empty for a file or none. */
export function text(form: FormData, name: string): string {
  const value = form.get(name);
  return typeof value === 'string' ? value : '';
}

/** The whole number in a form's field, or null: nothing is made into a zero. */
export function wholeNumber(form: FormData, name: string): number | null {
  const value = text(form, name);
  return /^\d{1,9}$/.test(value) ? Number(value) : null;
}
