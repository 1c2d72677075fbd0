/**
 * What was typed in a form and not yet acknowledged by the server, kept in this browser: by account and unit (`owner`),
 * and by form. `version` is that of the data the form was made for.
 */
export type Draft<Content> = { readonly content: Content; readonly version: string };

const prefix = 'draft:';
const keyOf = (owner: string, form: string) => `${prefix}${owner}:${form}`;

/** Drafts that the browser did not take: they end with the page, which therefore asks before it is closed. */
const unkept = new Map<string, string>();

/** The browser's store; null where it keeps nothing, as in some private windows. */
function store(): Storage | null {
  try {
    return localStorage;
  } catch {
    return null;
  }
}

/** Keeps a draft; nothing is kept for a visitor. */
export function keepDraft<Content>(owner: string, form: string, draft: Draft<Content>): void {
  if (owner === '') return;
  const [key, written] = [keyOf(owner, form), JSON.stringify(draft)];
  unkept.set(key, written);
  try {
    const kept = store();
    kept?.setItem(key, written);
    if (kept) unkept.delete(key);
  } catch {
    // A full store still has an earlier draft of the form, which is no longer true.
    store()?.removeItem(key);
  }
}

/** The kept draft of a form; null for none or an unreadable one. */
export function draftOf<Content>(owner: string, form: string): Draft<Content> | null {
  const key = keyOf(owner, form);
  try {
    const read: unknown = JSON.parse(unkept.get(key) ?? store()?.getItem(key) ?? 'null');
    return typeof read === 'object' && read !== null && 'content' in read ? (read as Draft<Content>) : null;
  } catch {
    return null;
  }
}

export function forgetDraft(owner: string, form: string): void {
  unkept.delete(keyOf(owner, form));
  store()?.removeItem(keyOf(owner, form));
}

/** Whether something typed would be lost with the page. */
export function hasUnkeptDrafts(): boolean {
  return unkept.size > 0;
}

/** The forms of which an owner has drafts in this browser. */
export function draftedForms(owner: string): string[] {
  const kept = store();
  const start = keyOf(owner, '');
  const stored = Array.from({ length: kept?.length ?? 0 }, (_, at) => kept?.key(at) ?? '');
  return [...stored, ...unkept.keys()].filter((key) => key.startsWith(start)).map((key) => key.slice(start.length));
}

export function forgetDrafts(owner: string): void {
  for (const form of draftedForms(owner)) forgetDraft(owner, form);
}
