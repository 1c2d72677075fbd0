import type { Metadata } from 'next';
import { issue } from '@/app/(desk)/monitoring/targets/actions';
import { choiceAddress, GridAddress } from '@/app/(desk)/monitoring/targets/address';
import { chosenGrid } from '@/app/(desk)/monitoring/targets/chosen-grid';
import { PlanField } from '@/app/(desk)/monitoring/targets/plan-field';
import { currentLocale } from '@/app/server/locale';
import { principalFor } from '@/app/server/principal';
import { CommandForm } from '@/app/ui/forms/command-form';
import { TextField } from '@/app/ui/forms/fields';
import { Tick } from '@/app/ui/forms/tick';
import { buttonLook } from '@/app/ui/primitives/button';
import { EmptyState } from '@/app/ui/primitives/empty-state';
import { PageHeader } from '@/app/ui/shell/page-header';
import { Section } from '@/app/ui/shell/section';
import { nameOf } from '@/lib/i18n/names';
import { translator } from '@/lib/i18n/translator';
import { targetGrid } from '@/lib/monitoring/targets/grid/queries';
import { isStretchWorse } from '@/lib/monitoring/targets/read-target';
import { paths } from '@/lib/paths';

/** The most drafts with a fault that are named. */
const mostNamed = 50;

export async function generateMetadata(): Promise<Metadata> {
  return { title: translator(await currentLocale(), 'targets')('issue.title') };
}

/** The drafts of a choice, of which the ticked ones are issued to their units. */
export default async function IssuePage({ searchParams }: PageProps<'/monitoring/targets/issue'>) {
  const [locale, principal, query] = await Promise.all([currentLocale(), principalFor('manageTargets'), searchParams]);
  const chosen = await chosenGrid(principal, GridAddress.parse(query));
  const grid = chosen && (await targetGrid(principal, chosen.choice));
  if (!chosen || !grid) return null;
  const { choice } = chosen;
  const t = translator(locale, 'targets');
  const drafts = grid.rows.flatMap(({ unit, cells }) =>
    cells.flatMap((cell, at) => {
      const indicator = grid.indicators[at];
      if (!indicator || cell.k !== 'draft') return [];
      const isWorse = isStretchWorse(indicator.direction, cell.b || null, cell.s || null);
      return [
        { unit, indicator, cell, fault: cell.b === '' ? ('noBase' as const) : isWorse ? ('worse' as const) : null },
      ];
    }),
  );
  const ready = drafts.filter(({ fault }) => fault === null);
  const faulty = drafts.filter(({ fault }) => fault !== null);
  const back = choiceAddress(paths.targets, choice);
  const counted = (of: (one: (typeof ready)[number]) => string, code: string) =>
    ready.filter((one) => of(one) === code).length;
  return (
    <>
      <PageHeader
        title={t('issue.titleOf', { year: `${choice.year}` })}
        subtitle={t('issue.lead')}
        breadcrumb={[{ label: t('title'), href: back }]}
      />
      {faulty.length > 0 && (
        <Section title={t('issue.faulty', { count: faulty.length })} id="faulty" className="mb-6">
          <ul className="text-table">
            {faulty.slice(0, mostNamed).map(({ unit, indicator, fault }) => (
              <li key={`${unit.code} ${indicator.code}`}>
                {nameOf(unit, locale)} · {nameOf(indicator, locale)}{' '}
                <span className="text-vermilion">{fault && t(`issue.${fault}`)}</span>
              </li>
            ))}
          </ul>
          {faulty.length > mostNamed && (
            <p className="text-table">{t('waiting.more', { count: faulty.length - mostNamed })}</p>
          )}
        </Section>
      )}
      {ready.length === 0 ? (
        <EmptyState
          title={t('issue.none')}
          reason={t('issue.noneReason')}
          action={
            <a href={back} className={buttonLook('outline')}>
              {t('issue.back')}
            </a>
          }
        />
      ) : (
        <CommandForm
          id="issue"
          action={issue}
          submit={t('issue.submit')}
          refusedTitle={translator(locale, 'errors')('title')}
          hidden={{
            ...{ year: choice.year, group: choice.group, units: choice.units.join(',') },
            indicators: choice.indicators.join(','),
            drafts: JSON.stringify(
              ready.map(({ unit, indicator, cell }) => ({
                unit: unit.code,
                indicator: indicator.code,
                version: cell.v,
              })),
            ),
          }}
        >
          <p className="mb-3">{t('issue.ready', { count: ready.length })}</p>
          <div className="mb-4 grid gap-x-8 gap-y-4 lg:grid-cols-2">
            {(
              [
                ['indicator', grid.indicators],
                ['unit', grid.rows.map(({ unit }) => unit)],
              ] as const
            ).map(([kind, list]) => (
              <fieldset key={kind} className="min-w-0">
                <legend className="mb-1 font-semibold">{t(`issue.${kind}s`)}</legend>
                <ul className="grid max-h-80 gap-x-6 overflow-y-auto border-y border-rule sm:grid-cols-2">
                  {list.map((one) => {
                    const count = counted((draft) => draft[kind].code, one.code);
                    return (
                      count > 0 && (
                        <li key={one.code}>
                          <Tick name={`${kind}-${one.code}`} isOn>
                            <span>
                              {nameOf(one, locale)} <span className="text-ink-2">{t('issue.count', { count })}</span>
                            </span>
                          </Tick>
                        </li>
                      )
                    );
                  })}
                </ul>
              </fieldset>
            ))}
          </div>
          <TextField name="note" label={t('note')} hint={t('noteHint')} className="max-w-2xl" />
          <PlanField plan={null} forAll locale={locale} />
        </CommandForm>
      )}
    </>
  );
}
