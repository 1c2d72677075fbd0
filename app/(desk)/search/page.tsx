import type { Metadata } from 'next';
import * as z from 'zod';
import { foundGroups } from '@/app/server/found-groups';
import { currentLocale } from '@/app/server/locale';
import { currentPrincipal } from '@/app/server/principal';
import { buttonLook } from '@/app/ui/primitives/button';
import { EmptyState } from '@/app/ui/primitives/empty-state';
import { marked } from '@/app/ui/primitives/marked';
import { PageHeader } from '@/app/ui/shell/page-header';
import { Section } from '@/app/ui/shell/section';
import { translator } from '@/lib/i18n/translator';
import { paths } from '@/lib/paths';

const Choice = z.object({ q: z.string().trim().max(60).catch('') });
const longest = 50;

export async function generateMetadata(): Promise<Metadata> {
  return { title: translator(await currentLocale(), 'search')('title') };
}

export default async function SearchPage({ searchParams }: PageProps<'/search'>) {
  const [locale, principal, asked] = await Promise.all([currentLocale(), currentPrincipal(), searchParams]);
  const t = translator(locale, 'search');
  const { q } = Choice.parse(asked);
  const groups = await foundGroups({ principal, locale, words: q, longest });
  const found = groups.reduce((sum, { items }) => sum + items.length, 0);
  return (
    <>
      <PageHeader title={t('title')} subtitle={t('lead')} />
      <form action={paths.search} className="flex max-w-2xl gap-2">
        <input
          type="search"
          name="q"
          defaultValue={q}
          aria-label={t('field')}
          placeholder={t('hint')}
          className="h-11 min-w-0 flex-1 rounded-md border border-rule bg-card px-3 text-base placeholder:text-ink-2"
        />
        <button type="submit" className={buttonLook('primary', 'min-h-11 px-5')}>
          {t('go')}
        </button>
      </form>
      <p role="status" className="mt-3 text-table text-ink-2">
        {q === '' ? t('start') : t('count', { count: found })}
      </p>
      {q !== '' && found === 0 && (
        <div className="mt-6">
          <EmptyState title={t('noneTitle', { words: q })} reason={t('noneReason')} />
        </div>
      )}
      {groups.map(({ kind, title, items }) => (
        <Section key={kind} id={kind} title={title} note={t('count', { count: items.length })}>
          <ul className="grid gap-x-8 sm:grid-cols-2 xl:grid-cols-3">
            {items.map(({ name, href, detail }) => (
              <li key={href} className="border-b border-rule">
                <a href={href} className="flex min-h-11 flex-wrap items-baseline gap-x-3 py-2 hover:text-sea">
                  <span className="hover:underline">{marked(name, locale)}</span>
                  <span className="text-xs text-ink-2">{marked(detail, locale)}</span>
                </a>
              </li>
            ))}
          </ul>
        </Section>
      ))}
    </>
  );
}
