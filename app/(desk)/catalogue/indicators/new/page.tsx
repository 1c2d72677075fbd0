import type { Metadata } from 'next';
import * as z from 'zod';
import { create } from '@/app/(desk)/catalogue/indicators/actions';
import { DefinitionFields } from '@/app/(desk)/catalogue/indicators/definition-fields';
import { IndicatorFields } from '@/app/(desk)/catalogue/indicators/indicator-fields';
import { currentLocale } from '@/app/server/locale';
import { principalFor } from '@/app/server/principal';
import { CommandForm } from '@/app/ui/forms/command-form';
import { buttonLook } from '@/app/ui/primitives/button';
import { EmptyState } from '@/app/ui/primitives/empty-state';
import { PageHeader } from '@/app/ui/shell/page-header';
import { Section } from '@/app/ui/shell/section';
import { offeredWords } from '@/lib/catalogue/indicators/editing/queries';
import { writtenMoment } from '@/lib/i18n/moments';
import { translator } from '@/lib/i18n/translator';
import { paths } from '@/lib/paths';

const Choice = z.object({ topic: z.string().max(64).optional().catch(undefined) });

export async function generateMetadata(): Promise<Metadata> {
  return { title: translator(await currentLocale(), 'catalogue')('indicator.create') };
}

/** The form that adds an indicator with its first definition. */
export default async function NewIndicatorPage({ searchParams }: PageProps<'/catalogue/indicators/new'>) {
  const [locale, principal] = await Promise.all([currentLocale(), principalFor('manageIndicators')]);
  const { topic } = Choice.parse(await searchParams);
  const offered = await offeredWords(principal);
  const c = translator(locale, 'catalogue');
  const year = writtenMoment(new Date()).slice(0, 4);
  return (
    <>
      <PageHeader
        title={c('indicator.create')}
        subtitle={c('indicator.createLead')}
        breadcrumb={[{ label: translator(locale, 'indicators')('title'), href: paths.indicators }]}
      />
      {offered.topics.length === 0 ? (
        <EmptyState
          title={c('topics.none')}
          reason={c('topics.noneReason')}
          action={
            <a href={paths.topics} className={buttonLook('primary')}>
              {c('topics.create')}
            </a>
          }
        />
      ) : (
        <CommandForm
          action={create}
          submit={c('indicator.submitNew')}
          refusedTitle={translator(locale, 'errors')('title')}
        >
          <IndicatorFields
            present={{
              topicCode: topic ?? offered.topics[0]?.code ?? '',
              nameZh: '',
              nameEn: '',
              unitZh: '',
              unitEn: '',
              decimals: 2,
              measure: 'amount',
              direction: 'higher',
              basis: 'yearToDate',
              frequency: 'monthly',
              responsibleZh: '',
              assistingZh: '',
              contact: '',
              aliases: [],
              growthOf: null,
            }}
            code=""
            mayRecode
            isFixed={false}
            offered={offered}
            reviewers={null}
            locale={locale}
          />
          <Section title={c('definition.title')} id="definition" className="mt-4 mb-4">
            <DefinitionFields validFrom={`${year}-01-01`} hint={c('hints.firstFrom')} locale={locale} />
          </Section>
        </CommandForm>
      )}
    </>
  );
}
