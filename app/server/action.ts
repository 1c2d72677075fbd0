import { cookies, headers } from 'next/headers';
import { redirect } from 'next/navigation';
import type * as z from 'zod';
import { giveCommand } from '@/app/server/give-command';
import { currentLocale } from '@/app/server/locale';
import { isSignedOut, wordsOf } from '@/app/server/refusal';
import { tellTaken } from '@/app/server/tell-taken';
import type { FieldMessage, FormAction, FormState } from '@/app/ui/forms/form-state';
import type { Command } from '@/lib/access/command';
import { ownerField } from '@/lib/access/words';
import { type SetCookie, tokenAttributes } from '@/lib/cookies';
import { Refusal } from '@/lib/errors';
import type { RefusalKey } from '@/lib/i18n/refusal-key';
import type { Locale } from '@/lib/i18n/words';
import { filesInWork } from '@/lib/reporting/upload/files-in-work';
import { settings } from '@/lib/settings';

/** What follows a successful command: another page, or content in place of the form. */
export type Next<Shown> = {
  readonly cookies?: readonly SetCookie[];
  readonly to?: string;
  readonly shown?: Shown;
  /** The reason of a refusal after all, as a sign-in may have; a key under `errors`. */
  readonly refused?: RefusalKey;
};

type Parts<Result, Shown> = {
  /** Reads the command's input from the form: it names the fields, so that no other ones are passed on. */
  readonly read: (form: FormData) => unknown;
  /** Whether it reads a file into memory: then each account may have one in work, and it waits for its turn. */
  readonly takesFile?: true;
  readonly next: (result: Result, form: FormData, locale: Locale) => Next<Shown>;
  /** The field of the form for a path of the input, where neither the path nor its last part is one. */
  readonly fieldOf?: (path: string, form: FormData) => string | undefined;
};

/**
 * A server action that passes a form to its command and then to the next page. A refusal is shown in words at its field
 * and keeps the typed values; a fault of the product gets a number.
 */
export function action<Input extends z.ZodType, Result, Shown = never>(
  command: Command<Input, Result>,
  { read, takesFile, next, fieldOf = () => undefined }: Parts<Result, Shown>,
): FormAction<Shown> {
  return async (_before, form) => {
    // A client can send other values than a form; the gate then answers that the request is malformed.
    if (!(form instanceof FormData)) throw new Error('an action without a form');
    await tellTaken();
    const locale = await currentLocale();
    const refused = (error: unknown) =>
      refusedForm(error, form, { locale, command: command.name, fieldOf: (path) => fieldOf(path, form) });
    let follows: Next<Shown>;
    try {
      const asked = { origin: (await headers()).get('origin'), owner: text(form, ownerField) };
      const result = await giveCommand(command, asked, ({ principal, done }) => {
        const work = async () => done(await read(form));
        return takesFile ? filesInWork().admit(principal.userId, (inTurn) => inTurn(work)) : work();
      });
      follows = next(result, form, locale);
    } catch (error) {
      return refused(error);
    }
    await give(follows.cookies ?? []);
    if (follows.refused) return refused(new Refusal('invalid', follows.refused));
    if (follows.to !== undefined) redirect(follows.to);
    return { status: 'done', shown: follows.shown as Shown, at: Date.now() };
  };
}

type Told = {
  readonly locale: Locale;
  readonly command: string;
  readonly fieldOf: (path: string) => string | undefined;
};

function refusedForm(error: unknown, form: FormData, told: Told): FormState<never> {
  const path = error instanceof Refusal ? error.details.field : undefined;
  const field = path === undefined ? undefined : fieldIn(form, String(path), told);
  return {
    status: 'refused',
    message: wordsOf(error, told.locale, told.command),
    faults: error instanceof Refusal ? faultsOf(error, form, told) : [],
    values: typedValues(form),
    at: Date.now(),
    ...(field ? { field } : {}),
    ...(error instanceof Refusal && isSignedOut(error) ? { mustSignIn: true } : {}),
  };
}

/** The most faults in an answer: a long document could have hundreds. */
const mostFaults = 20;

/** The faults of the fields, in the order of the form; an empty one is asked for by name. */
function faultsOf({ kind, faults }: Refusal, form: FormData, told: Told): FieldMessage[] {
  const order = [...form.keys()];
  return faults
    .map((fault) => ({ ...fault, field: fieldIn(form, fault.field, told) }))
    .toSorted((a, b) => order.indexOf(a.field) - order.indexOf(b.field))
    .slice(0, mostFaults)
    .map(({ field, key, details }) => {
      const isEmpty = key === 'input' && form.has(field) && text(form, field).trim() === '' && !isFile(form, field);
      const named = { ...details, ...(details.field !== undefined && { field }) };
      const refusal = new Refusal(kind, isEmpty ? 'empty' : key, named);
      return { field, message: wordsOf(refusal, told.locale, told.command) };
    });
}

/** The field of a form that a path of its command's input comes from: `terms.title` from `title`, `aliases.0` from `aliases`. */
function fieldIn(form: FormData, path: string, { fieldOf }: Told): string {
  const parts = path.split('.').filter((part) => !/^\d+$/.test(part));
  return fieldOf(path) ?? [path, ...parts.toReversed()].find((name) => form.has(name)) ?? path;
}

const isFile = (form: FormData, field: string) => form.get(field) instanceof File;

/** Fields that no answer repeats: secrets, and what the page itself writes. */
const unrepeated = new Set(['password', 'repeated', 'present', 'code', ownerField]);

function typedValues(form: FormData): Record<string, string> {
  const entries = [...form].flatMap(([name, value]) =>
    typeof value !== 'string' || unrepeated.has(name) || name.startsWith('$') ? [] : [[name, value] as const],
  );
  return Object.fromEntries(entries);
}

async function give(given: readonly SetCookie[]): Promise<void> {
  const jar = await cookies();
  const { origin } = settings();
  for (const { name, value, maxAge } of given) jar.set(name, value, tokenAttributes(origin, maxAge));
}

/** The text of a form's field; empty for a file or a missing field. */
export function text(form: FormData, name: string): string {
  const value = form.get(name);
  return typeof value === 'string' ? value : '';
}

/** The whole number in a form's field, or null: an empty field is not zero. */
export function wholeNumber(form: FormData, name: string): number | null {
  const value = text(form, name);
  return /^\d{1,9}$/.test(value) ? Number(value) : null;
}
