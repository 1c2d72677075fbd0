import { publish, remove, restore, share, withdraw } from '@/app/(desk)/dashboards/boards/actions';
import { CommandForm } from '@/app/ui/forms/command-form';
import { FindIn } from '@/app/ui/forms/find-in';
import { Tick } from '@/app/ui/forms/tick';
import { marked, markedName } from '@/app/ui/primitives/marked';
import { Section } from '@/app/ui/shell/section';
import { DataTable } from '@/app/ui/tables/data-table';
import { may } from '@/lib/access/permissions';
import type { Principal } from '@/lib/access/principal';
import { unitChoices } from '@/lib/access/users/queries';
import { accountRoles } from '@/lib/access/words';
import { boardEditions } from '@/lib/dashboards/boards/queries';
import type { Board, BoardEditionLine } from '@/lib/dashboards/boards/words';
import { writtenActor } from '@/lib/i18n/actors';
import { writtenMoment } from '@/lib/i18n/moments';
import { listed, nameOf } from '@/lib/i18n/names';
import { translator } from '@/lib/i18n/translator';
import type { Locale } from '@/lib/i18n/words';

type Props = { board: Board; principal: Principal; locale: Locale };

/** What the owner and the office may do with a board, and its editions. Nothing for those who see what is published. */
export async function BoardDesk({ board, principal, locale }: Props) {
  const isOwn = board.reach === 'own';
  const publishes = may(principal.role, 'board.publish');
  const editions = await boardEditions(principal, board.id);
  if (editions.length === 0 && !publishes) return null;
  return (
    <div data-chrome>
      {isOwn && <Sharing board={board} locale={locale} />}
      {publishes && <Publishing board={board} locale={locale} />}
      {editions.length > 0 && <Editions board={board} editions={editions} locale={locale} />}
      {isOwn && <Removing board={board} locale={locale} />}
    </div>
  );
}

const formOf = ({ board, locale }: Omit<Props, 'principal'>) => ({
  hidden: { board: board.id, version: board.version },
  refusedTitle: translator(locale, 'errors')('title'),
});

async function Sharing({ board, locale }: Omit<Props, 'principal'>) {
  const t = translator(locale, 'boards');
  const f = translator(locale, 'formFields');
  const roles = translator(locale, 'access');
  const names = [
    ...board.sharedRoles.map((role) => roles(`roles.${role}`)),
    ...board.sharedUnits.map((unit) => nameOf(unit, locale)),
  ];
  const shared = new Set(board.sharedUnits.map(({ code }) => code));
  const units = await unitChoices();
  return (
    <Section id="share" title={t('share.title')} note={t('share.note')}>
      <p className="mb-2">
        {names.length > 0 ? marked(t('share.with', { names: listed(names, locale) }), locale) : t('share.nobody')}
      </p>
      <CommandForm
        id="share-board"
        action={share}
        submit={t('share.submit')}
        folded={t('share.title')}
        {...formOf({ board, locale })}
      >
        <fieldset className="mb-4">
          <legend className="mb-1 text-sm font-medium">{f('board.share.roles')}</legend>
          <div className="flex flex-wrap gap-x-6">
            {accountRoles.map((role) => (
              <Tick key={role} name={`role-${role}`} isOn={board.sharedRoles.includes(role)}>
                {roles(`roles.${role}`)}
              </Tick>
            ))}
          </div>
        </fieldset>
        <fieldset id="field-share-board-units" className="mb-4">
          <legend className="mb-1 text-sm font-medium">{f('board.share.units')}</legend>
          <FindIn
            label={translator(locale, 'collections')('form.findUnits')}
            hint={t('share.unitsHint')}
            none={translator(locale, 'collections')('form.noneFound')}
          >
            <ul className="grid max-h-64 gap-x-8 overflow-y-auto border-y border-rule py-1 sm:grid-cols-2 xl:grid-cols-3">
              {units.map((unit) => (
                <li key={unit.code} data-find={`${unit.nameZh} ${unit.nameEn} ${unit.code}`}>
                  <Tick name={`unit-${unit.code}`} isOn={shared.has(unit.code)}>
                    {markedName(unit, locale)}
                  </Tick>
                </li>
              ))}
            </ul>
          </FindIn>
        </fieldset>
      </CommandForm>
    </Section>
  );
}

function Publishing({ board, locale }: Omit<Props, 'principal'>) {
  const t = translator(locale, 'boards');
  const no = translator(locale, 'shell')('asks.no');
  const { publishedEdition, reach, current } = board;
  const mayPublish = reach !== 'published' && publishedEdition !== current;
  return (
    <Section id="publish" title={t('publishing.title')} note={t('publishing.note', { number: current })}>
      <div className="flex flex-wrap gap-3">
        {mayPublish && (
          <CommandForm
            id="publish-board"
            action={publish}
            submit={t('publishing.submit')}
            asks={{ question: t('publishing.ask', { number: current }), yes: t('publishing.yes'), no }}
            {...formOf({ board, locale })}
          />
        )}
        {publishedEdition !== null && (
          <CommandForm
            id="withdraw-board"
            action={withdraw}
            submit={t('publishing.withdraw')}
            tone="outline"
            asks={{ question: t('publishing.withdrawAsk'), yes: t('publishing.withdrawYes'), no }}
            {...formOf({ board, locale })}
          />
        )}
      </div>
    </Section>
  );
}

function Editions({ board, editions, locale }: Omit<Props, 'principal'> & { editions: readonly BoardEditionLine[] }) {
  const t = translator(locale, 'boards');
  return (
    <Section id="editions" title={t('editions.title')}>
      <DataTable<BoardEditionLine>
        caption={t('editions.caption')}
        stacked
        rows={editions}
        rowKey={({ number }) => `${number}`}
        columns={[
          { key: 'number', header: t('editions.number'), cell: ({ number }) => t('edition', { number }) },
          {
            key: 'title',
            header: t('name'),
            className: 'min-w-40',
            cell: ({ title, restored }) => (
              <>
                {marked(title, locale)}
                {restored !== null && (
                  <span className="ml-2 text-xs text-ink-2">{t('editions.restored', { number: restored })}</span>
                )}
              </>
            ),
          },
          { key: 'cards', header: t('cards'), align: 'end', cell: ({ cards }) => cards },
          { key: 'by', header: t('editions.by'), cell: ({ savedBy }) => marked(writtenActor(savedBy, locale), locale) },
          {
            key: 'at',
            header: t('editions.at'),
            className: 'whitespace-nowrap',
            cell: ({ savedAt }) => writtenMoment(savedAt),
          },
          {
            key: 'restore',
            header: t('editions.restore'),
            cell: ({ number }) =>
              number === board.current ? (
                t('editions.current')
              ) : board.reach === 'own' ? (
                <CommandForm
                  id={`restore-${number}`}
                  action={restore}
                  submit={t('editions.restore')}
                  label={t('editions.restoreOf', { number })}
                  tone="outline"
                  {...formOf({ board, locale })}
                  hidden={{ board: board.id, version: board.version, edition: number }}
                />
              ) : (
                '—'
              ),
          },
        ]}
      />
    </Section>
  );
}

function Removing({ board, locale }: Omit<Props, 'principal'>) {
  const t = translator(locale, 'boards');
  return (
    <CommandForm
      id="remove-board"
      action={remove}
      submit={t('removing.submit')}
      tone="danger"
      className="mt-8"
      asks={{ question: t('removing.ask'), yes: t('removing.yes'), no: translator(locale, 'shell')('asks.no') }}
      {...formOf({ board, locale })}
    />
  );
}
