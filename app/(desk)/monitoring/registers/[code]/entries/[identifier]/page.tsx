import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { cache } from 'react';
import { saveOne, visit } from '@/app/(desk)/monitoring/registers/actions';
import { choiceIn, RegisterAddress } from '@/app/(desk)/monitoring/registers/address';
import { DayFilter } from '@/app/(desk)/monitoring/registers/day-filter';
import { ListedName } from '@/app/(desk)/monitoring/registers/listed-name';
import { shownRegister } from '@/app/(desk)/monitoring/registers/shown-register';
import { EntryTerms } from '@/app/(desk)/monitoring/registers/term-fields';
import { addressPart } from '@/app/server/address-part';
import { currentLocale } from '@/app/server/locale';
import { principalFor } from '@/app/server/principal';
import { CommandForm } from '@/app/ui/forms/command-form';
import { TextAreaField, TextField } from '@/app/ui/forms/fields';
import { marked, markedName } from '@/app/ui/primitives/marked';
import { Notice } from '@/app/ui/primitives/notice';
import { PrintButton } from '@/app/ui/primitives/print-button';
import { PageHeader } from '@/app/ui/shell/page-header';
import { Section } from '@/app/ui/shell/section';
import { FactList } from '@/app/ui/tables/fact-list';
import { may, maySee } from '@/lib/access/permissions';
import { activeUnits } from '@/lib/catalogue/groups/queries';
import { todayOf } from '@/lib/catalogue/today';
import { nameOf } from '@/lib/i18n/names';
import { translator } from '@/lib/i18n/translator';
import { entryView } from '@/lib/monitoring/registers/list/queries';
import { listOfField } from '@/lib/monitoring/registers/words';
import { paths, withQuery } from '@/lib/paths';
import { ChangeTable } from './change-table';

type Props = PageProps<'/monitoring/registers/[code]/entries/[identifier]'>;

/** Cached, since the page and its title both need it. */
const viewOf = cache(async (code: string, identifier: string, day: string) => {
  const [principal, register] = await Promise.all([principalFor('registers'), shownRegister(code)]);
  return entryView(principal, register, { identifier: addressPart(identifier), day });
});
const today = () => todayOf({ now: new Date() });

export async function generateMetadata({ params, searchParams }: Props): Promise<Metadata> {
  const [path, query] = await Promise.all([params, searchParams]);
  const { day } = choiceIn(RegisterAddress.parse(query), today());
  const view = (await viewOf(path.code, path.identifier, day)) ?? (await viewOf(path.code, path.identifier, today()));
  return view ? { title: view.name } : {};
}

/** An entry as it stood on a day: what it said, what the reader may do, and every change until then. */
export default async function EntryPage({ params, searchParams }: Props) {
  const [path, query, locale, principal] = await Promise.all([
    params,
    searchParams,
    currentLocale(),
    principalFor('registers'),
  ]);
  const now = today();
  const asked = RegisterAddress.parse(query);
  const { day } = choiceIn(asked, now);
  const [register, then] = await Promise.all([shownRegister(path.code), viewOf(path.code, path.identifier, day)]);
  // Before it joined nothing is told of it, and the office may say that it joined then.
  const view = then ?? (await viewOf(path.code, path.identifier, now));
  if (!view) notFound();
  const isThere = then !== null;
  const t = translator(locale, 'registers');
  const { code, lists, visitDays } = register;
  const { identifier, version, bureau, street } = view;
  const hidden = { register: code, identifier, version };
  const mayChange = may(principal.role, 'registerEntry.save');
  const mayVisit =
    may(principal.role, 'registerEntry.visit') && visitDays > 0 && day === now && view.state === 'joined';
  const units = mayChange ? await activeUnits(principal, now) : [];
  const given = [bureau, street].flatMap((one) => (one && !units.some((unit) => unit.code === one.code) ? [one] : []));
  const shared = { refusedTitle: t('entry.refusedTitle'), className: 'max-w-3xl' };
  return (
    <>
      <PageHeader
        title={view.name}
        subtitle={marked(identifier, locale)}
        breadcrumb={[
          { label: t('title'), href: paths.registers },
          { label: nameOf(register, locale), href: paths.register(code) },
          { label: t('links.entries'), href: withQuery(paths.registerEntries(code), day === now ? {} : { day }) },
        ]}
        actions={<PrintButton label={t('print')} tone="outline" />}
      />
      {asked.done === 'saved' && <Notice>{t('entry.saved')}</Notice>}
      {asked.done === 'visited' && <Notice>{t('entry.visited')}</Notice>}
      <DayFilter action={paths.registerEntry(code, identifier)} day={day} isNarrowed={day !== now} locale={locale} />
      <Section id="facts" title={t('entry.lead', { day })} className="mt-2">
        {!isThere && (
          <p className="mb-3 text-ink-2">
            {t(maySee(principal.role, 'allRegisters') ? 'entry.notYet' : 'entry.notYours')}
          </p>
        )}
        {isThere && view.state !== 'joined' && <p className="mb-3 font-medium text-vermilion">{t('entry.hasLeft')}</p>}
        {isThere && (
          <FactList
            facts={[
              ...(['field', 'grade', 'group'] as const)
                .filter((field) => lists[listOfField[field]].length > 0)
                .map(
                  (field) =>
                    [
                      t(`columns.${field}`),
                      <ListedName key={field} items={lists[listOfField[field]]} code={view[field]} locale={locale} />,
                    ] as const,
                ),
              [t('columns.bureau'), bureau ? markedName(bureau, locale) : '—'],
              [t('columns.street'), street ? markedName(street, locale) : '—'],
              [t('columns.visit'), visitDays > 0 ? view.visit || '—' : ''],
              [t('columns.since'), view.state === 'joined' ? view.since : ''],
            ]}
          />
        )}
      </Section>
      {mayVisit && (
        <div data-chrome>
          <Section id="visit" title={t('entry.visit')}>
            <CommandForm
              id="visit-form"
              action={visit}
              submit={t('entry.recordVisit')}
              hidden={{ ...hidden, ownUnit: principal.unitCode ?? '' }}
              {...shared}
            >
              <TextField name="visitDay" label={t('entry.visitDay')} type="date" value={now} className="max-w-64" />
              <TextAreaField name="note" label={t('entry.visitNote')} rows={2} maxLength={300} />
            </CommandForm>
          </Section>
        </div>
      )}
      {mayChange && (
        <div data-chrome>
          <Section
            id="change"
            title={t('entry.change', { day })}
            note={t(isThere ? 'entry.changeNote' : 'entry.notYetNote')}
          >
            <CommandForm
              id="entry"
              action={saveOne}
              submit={t('entry.save')}
              hidden={{ ...hidden, from: day, ...(!isThere && { state: 'joined' }) }}
              {...shared}
            >
              <EntryTerms
                register={register}
                facts={{
                  ...view,
                  bureau: bureau?.code ?? '',
                  street: street?.code ?? '',
                  ...(!isThere && { state: '' }),
                }}
                units={[...units, ...given]}
                locale={locale}
              />
            </CommandForm>
          </Section>
        </div>
      )}
      {isThere && (
        <Section id="history" title={t('entry.history')} note={t('entry.historyNote')}>
          <ChangeTable register={register} history={view.history} locale={locale} />
        </Section>
      )}
    </>
  );
}
