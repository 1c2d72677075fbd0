import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { raise } from '@/app/(desk)/monitoring/follow-ups/actions';
import { originIn } from '@/app/(desk)/monitoring/follow-ups/address';
import { TermsFields } from '@/app/(desk)/monitoring/follow-ups/terms-fields';
import { currentLocale } from '@/app/server/locale';
import { principalFor } from '@/app/server/principal';
import { CommandForm } from '@/app/ui/forms/command-form';
import { PageHeader } from '@/app/ui/shell/page-header';
import { activeUnits } from '@/lib/catalogue/groups/queries';
import { todayOf } from '@/lib/catalogue/today';
import { translator } from '@/lib/i18n/translator';
import { suggestionFor } from '@/lib/monitoring/follow-ups/suggestion/queries';
import { paths } from '@/lib/paths';
import { indicatorChoices } from '@/lib/reporting/rules/queries';
import { hiddenOrigin, OriginFields } from './origin-fields';

export async function generateMetadata(): Promise<Metadata> {
  return { title: translator(await currentLocale(), 'followUps')('raiseTitle') };
}

/** A new follow-up, from a lamp, a figure, a score or a remark that the address names, or by hand. */
export default async function NewFollowUpPage({ searchParams }: PageProps<'/monitoring/follow-ups/new'>) {
  const [locale, principal, query] = await Promise.all([
    currentLocale(),
    principalFor('manageFollowUps'),
    searchParams,
  ]);
  const origin = originIn(query);
  const [suggestion, units, indicators] = await Promise.all([
    suggestionFor(principal, origin),
    activeUnits(principal, todayOf({ now: new Date() })),
    indicatorChoices(),
  ]);
  if (!suggestion) notFound();
  const t = translator(locale, 'followUps');
  const hidden = hiddenOrigin(origin);
  return (
    <>
      <PageHeader
        title={t('raiseTitle')}
        subtitle={origin.kind === 'hand' ? t('raiseLead') : `${t(`origins.${origin.kind}`)} · ${t('raiseLead')}`}
        breadcrumb={[{ label: t('title'), href: paths.followUps }]}
      />
      <CommandForm
        id="raise"
        action={raise}
        submit={t('forms.raise')}
        refusedTitle={t('forms.refusedTitle')}
        hidden={hidden}
        className="max-w-4xl"
      >
        {!('originKind' in hidden) && <OriginFields locale={locale} />}
        <TermsFields
          terms={{ ...suggestion, assisting: [], dueOn: '', condition: null }}
          units={units}
          indicators={indicators}
          locale={locale}
        />
      </CommandForm>
    </>
  );
}
