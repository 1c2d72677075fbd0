'use server';

import { action, text, wholeNumber } from '@/app/server/action';
import { paths, withQuery } from '@/lib/paths';
import { checkBulletin } from '@/lib/publishing/bulletins/check-bulletin';
import { draftBulletin } from '@/lib/publishing/bulletins/draft-bulletin';
import { dropBulletin } from '@/lib/publishing/bulletins/drop-bulletin';
import { editBulletin } from '@/lib/publishing/bulletins/edit-bulletin';
import { issueBulletin } from '@/lib/publishing/bulletins/issue-bulletin';
import { sourceParts } from '@/lib/publishing/bulletins/words';

const shownIn = (form: FormData) => ({ id: text(form, 'bulletin'), version: wholeNumber(form, 'version') });
const pageOf = (id: string, done: string) => ({ to: withQuery(paths.bulletin(id), { done }) });
const sourceIn = (form: FormData) => ({
  kind: text(form, 'kind'),
  ...Object.fromEntries(sourceParts.filter((part) => form.has(part)).map((part) => [part, text(form, part)])),
});
const frameIn = (form: FormData) => ({
  ...{ organ: text(form, 'organ'), word: text(form, 'word'), addressee: text(form, 'addressee') },
  ...{ classification: text(form, 'classification'), dated: text(form, 'dated') },
});

export const draft = action(draftBulletin, {
  read: (form) => ({ source: sourceIn(form), corrects: text(form, 'corrects'), ...frameIn(form) }),
  next: ({ id }) => pageOf(id, 'saved'),
});

export const edit = action(editBulletin, {
  read: (form) => ({ ...shownIn(form), ...frameIn(form), title: text(form, 'title'), body: text(form, 'body') }),
  next: ({ id }) => pageOf(id, 'saved'),
});

export const check = action(checkBulletin, { read: shownIn, next: ({ id }) => pageOf(id, 'checked') });

export const issue = action(issueBulletin, { read: shownIn, next: ({ id }) => pageOf(id, 'issued') });

export const drop = action(dropBulletin, {
  read: shownIn,
  next: () => ({ to: withQuery(paths.bulletins, { done: 'dropped' }) }),
});
