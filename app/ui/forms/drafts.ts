/**
 * What was typed in a form and not yet acknowledged by the server, kept in this browser: by account and unit (`owner`),
 * and by form. `version` is that of the data the form was made for.
 */
export type Draft<Content> = { readonly content: Content; readonly version: string };

const prefix = 'draft:';
const keyOf = (owner: string, form: string) => `${prefix}${owner}:${form}`;

/** The browser's store; null where it keeps nothing, as in a private window. */
function store(): Storage | null {
  try {
    return localStorage;
  } catch {
    return null;
  }
}

/** Keeps a draft; returns whether the browser took it. Nothing is kept for a visitor. */
export function keepDraft<Content>(owner: string, form: string, draft: Draft<Content>): boolean {
  if (owner === '') return false;
  try {
    const kept = store();
    kept?.setItem(keyOf(owner, form), JSON.stringify(draft));
    return kept !== null;
  } catch {
    return false;
  }
}

/** The kept draft of a form; null for none or an unreadable one. */
export function draftOf<Content>(owner: string, form: string): Draft<Content> | null {
  try {
    const read: unknown = JSON.parse(store()?.getItem(keyOf(owner, form)) ?? 'null');
    return typeof read === 'object' && read !== null && 'content' in read ? (read as Draft<Content>) : null;
  } catch {
    return null;
  }
}

export function forgetDraft(owner: string, form: string): void {
  store()?.removeItem(keyOf(owner, form));
}

/** The forms of which an owner has drafts in this browser. */
export function draftedForms(owner: string): string[] {
  const kept = store();
  const start = keyOf(owner, '');
  const keys = Array.from({ length: kept?.length ?? 0 }, (_, at) => kept?.key(at) ?? '');
  return keys.filter((key) => key.startsWith(start)).map((key) => key.slice(start.length));
}

export function forgetDrafts(owner: string): void {
  for (const form of draftedForms(owner)) forgetDraft(owner, form);
}
