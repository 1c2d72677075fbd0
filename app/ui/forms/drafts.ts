/**
 * What was typed in a form and not yet acknowledged by the server, kept in this browser: by account and unit (`owner`),
 * and by form. `version` is that of the data the form was made for, `at` the moment of the last key.
 */
export type Draft<Content> = { readonly content: Content; readonly version: string; readonly at?: number };

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

let visits = 0;

/** The name of this tab, which lasts as long as the tab; empty where the browser keeps none. */
function tabName(): string {
  try {
    const name = sessionStorage.getItem('tab') ?? [...crypto.getRandomValues(new Uint32Array(2))].join('-');
    sessionStorage.setItem('tab', name);
    return name;
  } catch {
    return '';
  }
}

/** A name for one visit to a form that no other tab has. It begins with the name of the tab. */
export function nameVisit(): string {
  visits += 1;
  return `${tabName()}/${performance.timeOrigin}-${visits}`;
}

/** The place of a visit's draft of a form: two tabs of one form do not remove what the other one keeps. */
export function placeOf(form: string, visit: string): string {
  return `${form} @${visit}`;
}

/**
 * What other visits left of a form: first those of the same tab, which one comes back to, then the latest. One of before
 * visits had places of their own is under the form's bare name.
 */
export function draftsLeft<Content>(
  owner: string,
  form: string,
  visit: string,
): { readonly place: string; readonly draft: Draft<Content> }[] {
  const mine = placeOf(form, `${visit.split('/')[0] ?? ''}/`);
  const isNear = (place: string) => Number(place.startsWith(mine));
  return [...new Set(draftedForms(owner))]
    .filter((place) => (place === form || place.startsWith(placeOf(form, ''))) && place !== placeOf(form, visit))
    .flatMap((place) => {
      const draft = draftOf<Content>(owner, place);
      return draft ? [{ place, draft }] : [];
    })
    .sort((a, b) => isNear(b.place) - isNear(a.place) || (b.draft.at ?? 0) - (a.draft.at ?? 0));
}

/** Keeps a draft; nothing is kept for a visitor. */
export function keepDraft<Content>(owner: string, form: string, draft: Draft<Content>): void {
  if (owner === '') return;
  const [key, written] = [
    keyOf(owner, form),
    JSON.stringify({ ...draft, at: performance.timeOrigin + performance.now() }),
  ];
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

/** What a place holds for a moment before another tab takes its draft over: the tab that shows the text keeps it again. */
const taken = 'taken';

/** Forgets the draft of another visit that this one took over; a tab that still shows its text keeps it again. */
export function takeDraft(owner: string, form: string): void {
  store()?.setItem(keyOf(owner, form), taken);
  forgetDraft(owner, form);
}

/** Takes over what a visit left as it was read; what a tab still open has typed since stays. */
export function takeSeen<Content>(
  owner: string,
  { place, draft }: { readonly place: string; readonly draft: Draft<Content> },
): void {
  if (JSON.stringify(draftOf(owner, place)) === JSON.stringify(draft)) takeDraft(owner, place);
}

/** Calls `keepAgain` whenever another tab takes over the draft at a place that this tab still shows; answers the end of it. */
export function onTaken(owner: string, place: () => string, keepAgain: () => void): () => void {
  const hear = ({ key, newValue }: StorageEvent) => {
    if (newValue === taken && key === keyOf(owner, place())) keepAgain();
  };
  addEventListener('storage', hear);
  return () => removeEventListener('storage', hear);
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
