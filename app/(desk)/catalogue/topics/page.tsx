import type { Metadata } from 'next';
import * as z from 'zod';
import { currentLocale } from '@/app/server/locale';
import { principalFor } from '@/app/server/principal';
import { CommandForm } from '@/app/ui/forms/command-form';
import { EmptyState } from '@/app/ui/primitives/empty-state';
import { Notice } from '@/app/ui/primitives/notice';
import { PageHeader } from '@/app/ui/shell/page-header';
import { Section } from '@/app/ui/shell/section';
import { indicatorsOfTopic, topicTree } from '@/lib/catalogue/topics/queries';
import { translator } from '@/lib/i18n/translator';
import { paths } from '@/lib/paths';
import { create } from './actions';
import { TopicFields } from './topic-fields';
import { TopicTable } from './topic-table';

const Choice = z.object({
  done: z.enum(['created', 'edited', 'deleted', 'ordered']).optional().catch(undefined),
  edit: z.string().max(64).optional().catch(undefined),
});

export async function generateMetadata(): Promise<Metadata> {
  return { title: translator(await currentLocale(), 'catalogue')('topics.title') };
}

/** The tree of topics: their names, their order, what is below what. */
export default async function TopicsPage({ searchParams }: PageProps<'/catalogue/topics'>) {
  const [locale, principal] = await Promise.all([currentLocale(), principalFor('manageIndicators')]);
  const { done, edit } = Choice.parse(await searchParams);
  const [topics, indicators] = await Promise.all([
    topicTree(principal),
    edit === undefined ? [] : indicatorsOfTopic(principal, edit),
  ]);
  const c = translator(locale, 'catalogue');
  return (
    <>
      <PageHeader
        title={c('topics.title')}
        subtitle={c('topics.lead')}
        breadcrumb={[{ label: translator(locale, 'indicators')('title'), href: paths.indicators }]}
      />
      {done && <Notice>{c(`topics.done.${done}`)}</Notice>}
      {topics.length === 0 ? (
        <EmptyState title={c('topics.none')} reason={c('topics.noneReason')} />
      ) : (
        <TopicTable topics={topics} open={edit} indicators={indicators} locale={locale} />
      )}
      <Section title={c('topics.create')} id="new" note={c('topics.createNote')}>
        <CommandForm
          id="newTopic"
          action={create}
          submit={c('topics.submitNew')}
          refusedTitle={translator(locale, 'errors')('title')}
          className="max-w-4xl"
        >
          <TopicFields topics={topics} own={null} locale={locale} />
        </CommandForm>
      </Section>
    </>
  );
}
