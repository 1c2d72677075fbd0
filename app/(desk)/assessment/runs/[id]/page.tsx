import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { cache } from 'react';
import * as z from 'zod';
import { DraftLink } from '@/app/(desk)/publishing/bulletins/draft-link';
import { currentLocale } from '@/app/server/locale';
import { principalFor } from '@/app/server/principal';
import { NoteList } from '@/app/ui/assessment/note-list';
import { RunStateTag, RunTags } from '@/app/ui/assessment/run-tags';
import { Notice } from '@/app/ui/primitives/notice';
import { PaperMark } from '@/app/ui/primitives/paper-mark';
import { PageHeader } from '@/app/ui/shell/page-header';
import { Section } from '@/app/ui/shell/section';
import { runDetail } from '@/lib/assessment/runs/listing/queries';
import { writtenPeriod } from '@/lib/catalogue/periods/written';
import { nameOf } from '@/lib/i18n/names';
import { translator } from '@/lib/i18n/translator';
import { paths } from '@/lib/paths';
import { AboutRun } from './about-run';
import { Changes } from './changes';
import { Lacking } from './lacking';
import { Measures } from './measures';
import { Publicity } from './publicity';
import { StandingTable } from './standing-table';

const Asked = z.object({
  done: z.enum(['computed', 'approved', 'published', 'announced']).optional().catch(undefined),
  changes: z.literal('1').optional().catch(undefined),
});

/** Cached, since the head and the page both need it. */
const detailOf = cache(runDetail);

export async function generateMetadata({ params }: PageProps<'/assessment/runs/[id]'>): Promise<Metadata> {
  const [locale, principal, { id }] = await Promise.all([currentLocale(), principalFor('runs'), params]);
  const run = await detailOf(principal, id);
  const title = translator(locale, 'runs')('title');
  return { title: run ? `${nameOf(run.scheme, locale)} ${writtenPeriod(run.periodCode, locale)}` : title };
}

/** One run: its state and next steps, its inputs, its result, and the changes with present inputs. */
export default async function RunPage({ params, searchParams }: PageProps<'/assessment/runs/[id]'>) {
  const [locale, principal, { id }] = await Promise.all([currentLocale(), principalFor('runs'), params]);
  const [run, asked] = [await detailOf(principal, id), Asked.parse(await searchParams)];
  if (!run) notFound();
  const t = translator(locale, 'runs');
  return (
    <>
      <PageHeader
        title={`${nameOf(run.scheme, locale)}${locale === 'en' ? ', ' : ' · '}${writtenPeriod(run.periodCode, locale)}`}
        subtitle={`${nameOf(run.group, locale)} · ${t('versionNumber', { number: run.schemeVersion })}`}
        breadcrumb={[{ label: t('title'), href: paths.runs }]}
        actions={
          <>
            <RunTags isExample={run.isExample} isDemonstration={run.isDemonstration} locale={locale} />
            <RunStateTag state={run.state} locale={locale} />
            {run.state === 'published' && (
              <DraftLink principal={principal} on={{ kind: 'ranking', run: run.id }} locale={locale} />
            )}
          </>
        }
      />
      {run.state === 'trial' && <PaperMark>{translator(locale, 'rankings')('states.trial')}</PaperMark>}
      {asked.done && (
        <Notice>
          {asked.done === 'announced' ? translator(locale, 'appeals')('publicity.done') : t(`done.${asked.done}`)}
        </Notice>
      )}
      <div className="grid gap-x-12 lg:grid-cols-[minmax(0,1fr)_minmax(0,26rem)]">
        <div className="min-w-0">
          <StandingTable run={run} locale={locale} />
          <Lacking run={run} locale={locale} />
          {run.notes.length > 0 && (
            <Section title={t('notes.title')} id="notes" note={t('notes.note')}>
              <NoteList
                notes={run.notes.map(({ note, item }) => ({ note, ...(item && { about: nameOf(item, locale) }) }))}
                names={{ scheme: run.document, units: new Map(run.unitsThen.map((unit) => [unit.code, unit])) }}
                locale={locale}
              />
            </Section>
          )}
          <Changes principal={principal} run={run} isAsked={asked.changes === '1'} locale={locale} />
        </div>
        <div className="min-w-0 max-lg:order-first">
          <Measures principal={principal} run={run} locale={locale} />
          <Publicity principal={principal} run={run} locale={locale} />
          <AboutRun run={run} locale={locale} />
        </div>
      </div>
    </>
  );
}
