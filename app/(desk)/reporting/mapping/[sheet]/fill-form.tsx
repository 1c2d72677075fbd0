import { fill } from '@/app/(desk)/reporting/mapping/actions';
import { CommandForm } from '@/app/ui/forms/command-form';
import { SelectField } from '@/app/ui/forms/fields';
import { Section } from '@/app/ui/shell/section';
import type { Principal } from '@/lib/access/principal';
import { translator } from '@/lib/i18n/translator';
import type { Locale } from '@/lib/i18n/words';
import { ownReturns } from '@/lib/reporting/entry/form/queries';
import type { MappedFigure } from '@/lib/reporting/mapping/words';

type Props = {
  id: string;
  version: number;
  principal: Principal;
  figures: readonly MappedFigure[];
  locale: Locale;
};

/** The way of a sheet into the own return: it is compared first, and committed on the page of the upload. */
export async function FillForm({ id, version, principal, figures, locale }: Props) {
  const t = translator(locale, 'mapping');
  const returns = await ownReturns(principal, new Date());
  const open = returns.filter(({ isOpen, returned }) => isOpen || returned > 0);
  const periods = new Set(figures.map(({ periodCode }) => periodCode));
  const likely = open.find(({ periodCode }) => periods.has(periodCode)) ?? open[0];
  return (
    <Section id="fill" title={t('fill.title')} note={t('fill.lead')} className="mt-0">
      {likely ? (
        <CommandForm
          action={fill}
          submit={t('fill.submit')}
          refusedTitle={t('refusedTitle')}
          id="fill-form"
          hidden={{ id, version }}
        >
          <SelectField
            name="collectionId"
            label={t('fill.collection')}
            value={likely.collectionId}
            className="max-w-xl"
            options={open.map(({ collectionId, title }) => ({ value: collectionId, label: title }))}
          />
        </CommandForm>
      ) : (
        <p className="text-ink-2">{t('fill.none')}</p>
      )}
    </Section>
  );
}
