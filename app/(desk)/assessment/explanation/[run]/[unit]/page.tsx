import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { cache } from 'react';
import { RemarksAbout } from '@/app/(desk)/monitoring/follow-ups/remarks-about';
import { DraftLink } from '@/app/(desk)/publishing/bulletins/draft-link';
import { addressPart } from '@/app/server/address-part';
import { currentLocale } from '@/app/server/locale';
import { currentPrincipal } from '@/app/server/principal';
import { AppealLink } from '@/app/ui/assessment/appeal-link';
import { NoteList } from '@/app/ui/assessment/note-list';
import { RunMarks, RunNotice } from '@/app/ui/assessment/run-marks';
import { buttonLook } from '@/app/ui/primitives/button';
import { Notice } from '@/app/ui/primitives/notice';
import { PrintButton } from '@/app/ui/primitives/print-button';
import { PageHeader } from '@/app/ui/shell/page-header';
import { Section } from '@/app/ui/shell/section';
import { may } from '@/lib/access/permissions';
import { betweenTransforms } from '@/lib/assessment/explanation/queries';
import { cardNotes } from '@/lib/assessment/rankings/card/card-notes';
import { entriesOf, historyOf, rivalOf, standingsOf, unitResult } from '@/lib/assessment/rankings/card/queries';
import { namedIndicators } from '@/lib/assessment/rankings/item/queries';
import { frozenUnits, resultRun } from '@/lib/assessment/rankings/queries';
import { runWords } from '@/lib/assessment/rankings/run-title';
import { unitsIn, unitsNamed } from '@/lib/assessment/rankings/units-named';
import { itemsOf } from '@/lib/assessment/schemes/document/nodes';
import { figuresUsed } from '@/lib/assessment/scoring/figures-used';
import { nameOf } from '@/lib/i18n/names';
import { translator } from '@/lib/i18n/translator';
import { paths, withQuery } from '@/lib/paths';
import { AdjustmentTable } from './adjustment-table';
import { GapTable } from './gap-table';
import { Headline } from './headline';
import { HistoryTable } from './history-table';
import { ItemHeat } from './item-heat';
import { Profile } from './profile';
import { Strengths } from './strengths';

type Props = PageProps<'/assessment/explanation/[run]/[unit]'>;

/** Cached, since the page and its title both need it. */
const cardOf = cache(async (runId: string, code: string) => {
  const principal = await currentPrincipal();
  const [run, unit] = await Promise.all([
    resultRun(principal, addressPart(runId)),
    unitResult(principal, addressPart(runId), addressPart(code)),
  ]);
  return run && unit ? { principal, run, unit } : null;
});

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const [asked, locale] = await Promise.all([params, currentLocale()]);
  const card = await cardOf(asked.run, asked.unit);
  if (!card) return {};
  return { title: translator(locale, 'explanation')('card.title', { unit: nameOf(card.unit, locale) }) };
}

export default async function ScoreCardPage({ params }: Props) {
  const [asked, locale] = await Promise.all([params, currentLocale()]);
  const card = await cardOf(asked.run, asked.unit);
  if (!card) notFound();
  const { principal, run, unit } = card;
  const read = figuresUsed(run.scheme, run.periodCode).map(({ indicator }) => indicator);
  const [rival, standings, history, entries, measures, between] = await Promise.all([
    rivalOf(principal, run.id, unit.code),
    standingsOf(principal, run, unit.code),
    historyOf(principal, run, unit.code),
    entriesOf(principal, run.id, unit.code),
    namedIndicators([...new Set(read)]),
    betweenTransforms(principal, run, { items: itemsOf(run.scheme), codes: [unit.code] }),
  ]);
  const t = translator(locale, 'explanation');
  const notes = cardNotes(run.scheme, unit, { locale, total: t('notes.unit') });
  const units = await unitsNamed(unitsIn(notes.map(({ note }) => note)), [unit, ...(rival ? [rival] : [])], (codes) =>
    frozenUnits(principal, run.id, codes),
  );
  const view = { run, unit, locale };
  const about = { kind: 'score', run: run.id, unit: unit.code } as const;
  return (
    <>
      <PageHeader
        title={t('card.title', { unit: nameOf(unit, locale) })}
        breadcrumb={[{ label: t('card.crumb'), href: withQuery(paths.rankings, { run: run.id }) }]}
        subtitle={
          <span className="flex flex-wrap items-center gap-x-3 gap-y-1">
            <span>{t('card.subtitle', runWords(run, locale))}</span>
            <RunMarks run={run} locale={locale} />
          </span>
        }
        actions={
          <>
            <AppealLink principal={principal} run={run.id} unit={unit.code} locale={locale} />
            {may(principal.role, 'followUp.raise') && (
              <a
                href={withQuery(paths.newFollowUp, { run: run.id, unit: unit.code })}
                className={buttonLook('outline')}
              >
                {translator(locale, 'followUps')('fromHere')}
              </a>
            )}
            {run.state === 'published' && (
              <DraftLink principal={principal} on={{ kind: 'score', run: run.id, unit: unit.code }} locale={locale} />
            )}
            <PrintButton label={translator(locale, 'rankings')('print')} tone="outline" />
          </>
        }
      />
      <RunNotice run={run} locale={locale} />
      {unit.isProvisional && <Notice tone="warn">{t('card.provisional')}</Notice>}
      <Headline {...view} rival={rival} />
      <Section id="profile" title={t('profile.title')} className="">
        <Profile {...view} standings={standings}>
          <h3 className="mt-6 mb-2 text-base font-semibold">
            {t('strengths.title')}
            <span className="ml-3 text-table font-normal text-ink-2">{t('strengths.note')}</span>
          </h3>
          <Strengths run={run} unit={unit} standings={standings} locale={locale} />
        </Profile>
      </Section>
      <Section id="items" title={t('heat.title')} note={t('heat.note')}>
        <ItemHeat {...view} standings={standings} measures={measures} between={between} />
      </Section>
      {unit.total !== null && (
        <Section id="gap" title={t('gap.title')} note={t('gap.unit')}>
          {rival ? <GapTable {...view} rival={rival} /> : <p className="text-ink-2">{t('gap.none')}</p>}
        </Section>
      )}
      <Section id="adjustments" title={t('adjustments.title')}>
        <AdjustmentTable {...view} entries={entries} />
      </Section>
      <div className="gap-8 lg:grid lg:grid-cols-2">
        <Section id="history" title={t('history.title')}>
          <HistoryTable history={history} unit={unit} currentRun={run.id} locale={locale} />
        </Section>
        <Section id="notes" title={t('notes.title')}>
          {notes.length > 0 ? (
            <NoteList notes={notes} names={{ scheme: run.scheme, units }} locale={locale} />
          ) : (
            <p className="text-ink-2">{t('notes.none')}</p>
          )}
        </Section>
      </div>
      <div data-chrome>
        <RemarksAbout
          principal={principal}
          about={about}
          on={about}
          what={t('card.title', { unit: nameOf(unit, locale) })}
          locale={locale}
        />
      </div>
    </>
  );
}
