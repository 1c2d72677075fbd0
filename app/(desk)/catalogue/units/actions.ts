'use server';

import { linesIn, madeUnit, partsIn, ticked } from '@/app/(desk)/catalogue/units/read-form';
import { action, text, wholeNumber } from '@/app/server/action';
import type { Proposed } from '@/lib/catalogue/proposals/words';
import { createUnit } from '@/lib/catalogue/units/desk/create-unit';
import { deleteUnit } from '@/lib/catalogue/units/desk/delete-unit';
import { editUnit } from '@/lib/catalogue/units/desk/edit-unit';
import { mergeUnits } from '@/lib/catalogue/units/desk/merge-units';
import { moveUnit } from '@/lib/catalogue/units/desk/move-unit';
import { renameUnit } from '@/lib/catalogue/units/desk/rename-unit';
import { retireUnit } from '@/lib/catalogue/units/desk/retire-unit';
import { splitUnit } from '@/lib/catalogue/units/desk/split-unit';
import { paths, withQuery } from '@/lib/paths';

const held = (form: FormData) => ({ code: text(form, 'code'), version: wholeNumber(form, 'version') });
const dated = (form: FormData) => ({ from: text(form, 'from'), reason: text(form, 'reason') });
const editor = (code: string, done: string) => ({ to: withQuery(paths.unitEditor(code), { done }) });
/** What waits is shown among the proposals, what holds on the page where it was asked for. */
const after = ({ state }: Proposed, to: string) => ({
  to: state === 'waiting' ? withQuery(paths.proposals, { done: 'proposed' }) : to,
});
const here = (result: Proposed, form: FormData) =>
  after(result, withQuery(paths.unitEditor(text(form, 'code')), { done: 'saved' }));

export const create = action(createUnit, {
  read: (form) => ({
    ...madeUnit(form),
    aliases: linesIn(form, 'aliases'),
    after: text(form, 'after'),
    validFrom: text(form, 'validFrom'),
    isDemonstration: form.has('isDemonstration'),
  }),
  next: (code) => editor(code, 'made'),
});

export const edit = action(editUnit, {
  read: (form) => ({
    ...held(form),
    nameZh: text(form, 'nameZh'),
    nameEn: text(form, 'nameEn'),
    kind: text(form, 'kind'),
    gbCode: text(form, 'gbCode').trim(),
    aliases: linesIn(form, 'aliases'),
    after: text(form, 'after'),
    validFrom: text(form, 'validFrom'),
  }),
  next: (code) => editor(code, 'saved'),
});

export const rename = action(renameUnit, {
  read: (form) => ({ ...held(form), ...dated(form), nameZh: text(form, 'nameZh'), nameEn: text(form, 'nameEn') }),
  next: here,
});

export const move = action(moveUnit, {
  read: (form) => ({ ...held(form), ...dated(form), parentCode: text(form, 'parentCode') }),
  next: here,
});

export const retire = action(retireUnit, { read: (form) => ({ ...held(form), ...dated(form) }), next: here });

export const merge = action(mergeUnits, {
  read: (form) => {
    const into = text(form, 'into');
    return {
      units: ticked(form, 'unit').map((code) => ({ code, version: wholeNumber(form, `version-${code}`) })),
      into,
      made: into === '' ? madeUnit(form) : null,
      ...dated(form),
      addsUp: form.has('addsUp'),
      joins: form.has('joins'),
      note: text(form, 'note'),
    };
  },
  fieldOf: (path) => (path === 'units' ? 'unit' : undefined),
  next: (result, form) => {
    const into = text(form, 'into');
    return after(result, into === '' ? withQuery(paths.units, { q: text(form, 'nameZh') }) : paths.unit(into));
  },
});

export const split = action(splitUnit, {
  read: (form) => ({
    ...held(form),
    ...dated(form),
    parts: partsIn(form),
    retires: form.has('retires'),
    joins: form.has('joins'),
    note: text(form, 'note'),
  }),
  next: (result, form) => after(result, paths.unit(text(form, 'code'))),
});

export const remove = action(deleteUnit, { read: held, next: () => ({ to: paths.units }) });
