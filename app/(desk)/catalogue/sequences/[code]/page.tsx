import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { cache } from 'react';
import * as z from 'zod';
import { addressPart } from '@/app/server/address-part';
import { currentDay } from '@/app/server/clock';
import { currentLocale } from '@/app/server/locale';
import { currentPrincipal } from '@/app/server/principal';
import { Notice } from '@/app/ui/primitives/notice';
import { PageHeader } from '@/app/ui/shell/page-header';
import { Section } from '@/app/ui/shell/section';
import { maySee } from '@/lib/access/permissions';
import { groupDetail } from '@/lib/catalogue/groups/queries';
import { nameOf } from '@/lib/i18n/names';
import { translator } from '@/lib/i18n/translator';
import { paths } from '@/lib/paths';
import { GroupForms } from './group-forms';
import { MemberList, OtherMembers } from './member-list';

type Props = PageProps<'/catalogue/sequences/[code]'>;
const Asked = z.object({
  done: z.enum(['saved', 'made', 'changed', 'ordered', 'waits']).optional().catch(undefined),
});

/** Cached, since the page and its title both need it. */
const detailOf = cache(async (code: string) =>
  groupDetail(await currentPrincipal(), addressPart(code), await currentDay()),
);

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const group = await detailOf((await params).code);
  return group ? { title: nameOf(group, await currentLocale()) } : {};
}

/** A sequence: its members in their order; for the office, everything that it does with it. */
export default async function SequencePage({ params, searchParams }: Props) {
  const [{ code }, raw, locale, principal, today] = await Promise.all([
    params,
    searchParams,
    currentLocale(),
    currentPrincipal(),
    currentDay(),
  ]);
  const group = await detailOf(code);
  if (!group) notFound();
  const { done } = Asked.parse(raw);
  const manages = maySee(principal.role, 'manageUnits');
  const t = translator(locale, 'groups');
  const note = locale === 'en' ? group.noteEn : group.noteZh;
  return (
    <>
      <PageHeader
        title={nameOf(group, locale)}
        subtitle={
          <p className="flex flex-wrap gap-x-4">
            <span>{t('membersOf', { count: group.members.length })}</span>
            {group.retiredOn !== null && group.retiredOn < today && (
              <span>{t('retired', { day: group.retiredOn })}</span>
            )}
            {note && <span>{note}</span>}
          </p>
        }
        breadcrumb={[{ label: t('title'), href: paths.sequences }]}
      />
      {done && <Notice>{t(`done.${done}`)}</Notice>}
      <div className="grid gap-x-12 lg:grid-cols-2">
        <div className="min-w-0">
          <Section id="members" title={t('now')} note={manages ? t('nowNote') : undefined} className="">
            <MemberList group={group} manages={manages} locale={locale} />
          </Section>
          {group.others.length > 0 && (
            <Section id="others" title={t('others')}>
              <OtherMembers members={group.others} locale={locale} />
            </Section>
          )}
        </div>
        {manages && <GroupForms group={group} today={today} principal={principal} locale={locale} />}
      </div>
    </>
  );
}
