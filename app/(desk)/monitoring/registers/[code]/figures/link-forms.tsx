import { link, unlink } from '@/app/(desk)/monitoring/registers/actions';
import { CommandForm } from '@/app/ui/forms/command-form';
import { SelectField, TextField } from '@/app/ui/forms/fields';
import { marked, markedName } from '@/app/ui/primitives/marked';
import { DataTable } from '@/app/ui/tables/data-table';
import { nameOf } from '@/lib/i18n/names';
import { translator } from '@/lib/i18n/translator';
import type { Locale, Named } from '@/lib/i18n/words';
import type { CountLink } from '@/lib/monitoring/registers/compared/words';
import { countedThings, countParts, type Register } from '@/lib/monitoring/registers/words';
import { writtenLink } from '@/lib/monitoring/registers/written';
import { paths } from '@/lib/paths';

/** The indicators that are counted from a register, with the forms that link and unlink one. */
export function LinkForms(props: {
  register: Register;
  links: readonly CountLink[];
  month: string;
  mayLink: boolean;
  locale: Locale;
}) {
  const { register, links, month, mayLink, locale } = props;
  const t = translator(locale, 'registers');
  const { code, version, lists } = register;
  const hidden = { register: code, version, month };
  const refusedTitle = t('form.refusedTitle');
  const options = (items: readonly Named[]) => [
    { value: '', label: t('filters.all') },
    ...items.map((one) => ({ value: one.code, label: nameOf(one, locale) })),
  ];
  const parts = [
    ['ofField', 'field', lists.fields],
    ['ofGrade', 'grade', lists.grades],
    ['ofGroup', 'group', lists.groups],
  ] as const;
  return (
    <>
      {links.length > 0 && (
        <DataTable<CountLink>
          stacked
          caption={t('figures.linkCaption')}
          rows={links}
          rowKey={({ id }) => id}
          columns={[
            {
              key: 'indicator',
              header: t('figures.indicator'),
              wide: true,
              className: 'min-w-40 print:min-w-0',
              cell: ({ indicator }) => (
                <>
                  <a
                    href={paths.indicator(indicator.code)}
                    className="inline-flex min-h-6 items-center font-medium text-sea hover:underline max-sm:min-h-11"
                  >
                    {markedName(indicator, locale)}
                  </a>
                  <span className="block text-xs text-ink-2">{indicator.code}</span>
                </>
              ),
            },
            {
              key: 'what',
              header: t('figures.what'),
              cell: (one) => marked(writtenLink(lists, one, locale), locale),
            },
            {
              key: 'per',
              header: t('figures.per'),
              cell: ({ per, unit }) => (unit ? markedName(unit, locale) : t(`figures.parts.${per}`)),
            },
            ...(mayLink
              ? [
                  {
                    key: 'unlink',
                    header: '',
                    cell: ({ id, indicator }: CountLink) => (
                      <div data-chrome>
                        <CommandForm
                          id={`unlink-${id}`}
                          action={unlink}
                          submit={t('figures.unlink')}
                          label={t('figures.unlinkOf', { name: nameOf(indicator, locale) })}
                          tone="outline"
                          asks={{ question: t('figures.unlinkAsks'), yes: t('figures.yes'), no: t('figures.no') }}
                          hidden={{ ...hidden, link: id }}
                          refusedTitle={refusedTitle}
                        />
                      </div>
                    ),
                  },
                ]
              : []),
          ]}
        />
      )}
      {mayLink && (
        <div data-chrome className="mt-4">
          <CommandForm
            id="link"
            action={link}
            submit={t('figures.linkSubmit')}
            folded={t('figures.link')}
            hidden={hidden}
            refusedTitle={refusedTitle}
            className="max-w-3xl"
          >
            <div className="grid gap-x-4 sm:grid-cols-2">
              <TextField name="indicator" label={t('figures.linkIndicator')} maxLength={64} />
              <SelectField
                name="counts"
                label={t('figures.linkCounts')}
                value="entries"
                options={countedThings.map((value) => ({ value, label: t(`figures.things.${value}`) }))}
              />
              <SelectField
                name="per"
                label={t('figures.linkPer')}
                value="whole"
                options={countParts.map((value) => ({ value, label: t(`figures.parts.${value}`) }))}
              />
              <TextField name="unit" label={t('figures.linkUnit')} maxLength={64} />
              {parts.map(
                ([name, column, items]) =>
                  items.length > 0 && (
                    <SelectField
                      key={name}
                      name={name}
                      label={t(`columns.${column}`)}
                      value=""
                      options={options(items)}
                    />
                  ),
              )}
            </div>
          </CommandForm>
        </div>
      )}
    </>
  );
}
