import type { Metadata } from 'next';
import * as z from 'zod';
import { currentLocale } from '@/app/server/locale';
import { principalFor } from '@/app/server/principal';
import { CommandForm } from '@/app/ui/forms/command-form';
import { EmptyState } from '@/app/ui/primitives/empty-state';
import { Notice } from '@/app/ui/primitives/notice';
import { PageHeader } from '@/app/ui/shell/page-header';
import { FilterTabs } from '@/app/ui/tables/filter-bar';
import { PageNumber, pageAddress } from '@/app/ui/tables/page-number';
import { Pager } from '@/app/ui/tables/pager';
import { groupedBy } from '@/lib/grouped-by';
import { translator } from '@/lib/i18n/translator';
import { noticeList } from '@/lib/notices/queries';
import { pagesOf } from '@/lib/paging';
import { paths, withQuery } from '@/lib/paths';
import { mark } from './actions';
import { NoticeItem, shownText } from './notice-item';

const Asked = z.object({
  page: PageNumber,
  only: z.enum(['unread', 'all']).catch('unread'),
  done: z.literal('yes').optional().catch(undefined),
});

export async function generateMetadata(): Promise<Metadata> {
  return { title: translator(await currentLocale(), 'notices')('title') };
}

/** What the asking account was told, by day and subject. */
export default async function NoticesPage({ searchParams }: PageProps<'/notices'>) {
  const [locale, principal, query] = await Promise.all([currentLocale(), principalFor('notices'), searchParams]);
  const { only, page: asked, done } = Asked.parse(query);
  const { lines, total, page } = await noticeList(principal, { only, page: asked });
  const t = translator(locale, 'notices');
  const chosen = only === 'all' ? 'all' : undefined;
  const unread = lines.filter((line) => line.unread > 0);
  return (
    <>
      <PageHeader title={t('title')} subtitle={t('lead')} />
      {done && <Notice>{t('marked')}</Notice>}
      <div className="mb-4 flex flex-wrap items-center justify-between gap-3">
        <FilterTabs
          label={t('filter')}
          options={[
            { label: t('unread'), href: paths.notices, current: only === 'unread' },
            { label: t('all'), href: withQuery(paths.notices, { only: 'all' }), current: only === 'all' },
          ]}
        />
        {unread.length > 1 && (
          <CommandForm
            id="mark-shown"
            action={mark}
            submit={t('markShown')}
            tone="outline"
            refusedTitle={t('refusedTitle')}
            hidden={{ only }}
          >
            {unread.map((line) => (
              <input key={`${line.day} ${line.subject}`} type="hidden" name="shown" value={shownText(line)} />
            ))}
          </CommandForm>
        )}
      </div>
      {lines.length === 0 ? (
        <EmptyState title={t(only === 'all' ? 'none' : 'noneUnread')} reason={t('noneReason')} />
      ) : (
        <>
          {[...groupedBy(lines, ({ day }) => day)].map(([day, ofDay]) => (
            <section key={day} className="mb-6">
              <h2 className="mb-1 text-table font-semibold text-ink-2 tabular-nums">{day}</h2>
              <ul className="border-t border-rule">
                {ofDay.map((line) => (
                  <NoticeItem
                    key={line.subject}
                    line={line}
                    reader={{ role: principal.role, unitCode: principal.unitCode }}
                    only={only}
                    locale={locale}
                  />
                ))}
              </ul>
            </section>
          ))}
          <Pager
            page={page}
            pages={pagesOf(total)}
            hrefOf={pageAddress(paths.notices, { only: chosen })}
            locale={locale}
          />
        </>
      )}
    </>
  );
}
