import { expect, type Page } from '@playwright/test';
import { builtActions } from '@/e2e/actions';
import { fieldName } from '@/lib/i18n/field-name';
import type { Locale } from '@/lib/i18n/words';

/** The words of a label without a remark in brackets at their end, as in 代码（可不填）. */
const plain = (label: string) => label.replace(/\s*[（(][^（）()]*[）)]\s*$/, '').trim();

/** Fields whose form gives several commands, of which the label names one. */
const shared = new Set(['review.approve reason']);

/** Expects every field of the page's forms to be called in refusals what its label calls it. */
export async function expectNamedFields(page: Page, locale: Locale): Promise<void> {
  const forms = await page.evaluate(() =>
    [...document.forms].map((form) => ({
      marks: [...form.querySelectorAll('input[name^="$ACTION"]')].map((input) => [
        input.getAttribute('name') ?? '',
        input.getAttribute('value') ?? '',
      ]),
      fields: [...form.elements].flatMap((field) => {
        const isField = field instanceof HTMLInputElement || field instanceof HTMLSelectElement;
        if (!(isField || field instanceof HTMLTextAreaElement) || !field.id.startsWith('field-')) return [];
        return [{ name: field.name, label: field.labels?.[0]?.textContent ?? '' }];
      }),
    })),
  );
  const commands = new Map(builtActions().map(({ id, command }) => [id, command]));
  const misnamed = forms.flatMap(({ marks, fields }) => {
    const bound = marks.find(([name]) => /^\$ACTION_\d+:0$/.test(name ?? ''))?.[1];
    const command = bound && commands.get(JSON.parse(bound).id);
    // The fields of a mapping are called by the column, or the cell, that they are about, those of a year by their step.
    return !command || command === 'mapping.save' || command === 'yearPlan.save'
      ? []
      : fields
          .filter(
            ({ name, label }) =>
              plain(fieldName(locale, name, command)) !== plain(label) && !shared.has(`${command} ${name}`),
          )
          .map(({ name, label }) => `${command} ${name}: “${fieldName(locale, name, command)}” for “${plain(label)}”`);
  });
  expect(misnamed).toEqual([]);
}
