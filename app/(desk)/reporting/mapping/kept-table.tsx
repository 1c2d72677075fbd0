import { rename, retire } from '@/app/(desk)/reporting/mapping/actions';
import { CommandForm } from '@/app/ui/forms/command-form';
import { TextField } from '@/app/ui/forms/fields';
import { marked } from '@/app/ui/primitives/marked';
import { DataTable } from '@/app/ui/tables/data-table';
import { writtenMoment } from '@/lib/i18n/moments';
import { translator } from '@/lib/i18n/translator';
import type { Locale } from '@/lib/i18n/words';
import type { KeptLine } from '@/lib/reporting/mapping/kept/queries';

/** The kept mappings of a desk, each to be renamed or taken out of use. */
export function KeptTable({ kept, locale }: { kept: readonly KeptLine[]; locale: Locale }) {
  const t = translator(locale, 'mapping');
  const day = (at: Date | null) => (at === null ? t('nothing') : writtenMoment(at));
  return (
    <DataTable
      caption={t('kept.caption')}
      rows={kept}
      rowKey={({ id }) => id}
      empty={<p className="text-ink-2">{t('kept.none')}</p>}
      columns={[
        { key: 'name', header: t('columns.name'), className: 'min-w-40', cell: ({ name }) => marked(name, locale) },
        { key: 'uses', header: t('columns.uses'), align: 'end', cell: ({ uses }) => uses },
        { key: 'used', header: t('columns.used'), className: 'whitespace-nowrap', cell: ({ usedAt }) => day(usedAt) },
        {
          key: 'edited',
          header: t('columns.edited'),
          className: 'whitespace-nowrap',
          cell: ({ editedBy, editedAt }) => (
            <>
              {marked(editedBy, locale)} <span className="block text-xs text-ink-2">{day(editedAt)}</span>
            </>
          ),
        },
        {
          key: 'actions',
          header: t('columns.actions'),
          className: 'min-w-56',
          cell: ({ id, name, version }) => (
            <>
              <CommandForm
                action={rename}
                submit={t('kept.save')}
                tone="outline"
                id={`rename-${id}`}
                refusedTitle={t('refusedTitle')}
                hidden={{ id, version }}
                folded={t('kept.rename')}
              >
                <TextField name="name" label={t('kept.name')} value={name} maxLength={60} />
              </CommandForm>
              <CommandForm
                action={retire}
                submit={t('kept.retire')}
                label={t('kept.retireLabel', { name })}
                tone="danger"
                id={`retire-${id}`}
                refusedTitle={t('refusedTitle')}
                hidden={{ id, version }}
                asks={{ question: t('kept.asks', { name }), yes: t('kept.yes'), no: t('kept.no') }}
              />
            </>
          ),
        },
      ]}
    />
  );
}
