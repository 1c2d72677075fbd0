import type { Metadata } from 'next';
import { notFound, redirect } from 'next/navigation';
import { edit } from '@/app/(desk)/reporting/collections/actions';
import { TermsFields } from '@/app/(desk)/reporting/collections/terms-fields';
import { currentLocale } from '@/app/server/locale';
import { principalFor } from '@/app/server/principal';
import { CommandForm } from '@/app/ui/forms/command-form';
import { ReviewFields } from '@/app/ui/forms/review-fields';
import { UnitTicks } from '@/app/ui/forms/unit-picker';
import { Notice } from '@/app/ui/primitives/notice';
import { PageHeader } from '@/app/ui/shell/page-header';
import { Section } from '@/app/ui/shell/section';
import { writtenMoment } from '@/lib/i18n/moments';
import { translator } from '@/lib/i18n/translator';
import { paths } from '@/lib/paths';
import { unitsToAsk } from '@/lib/reporting/collections/choices/queries';
import { collectionDetail, unitProgress } from '@/lib/reporting/collections/progress/queries';

export async function generateMetadata(): Promise<Metadata> {
  return { title: translator(await currentLocale(), 'collections')('form.editTitle') };
}

/** The form that changes an open collection. */
export default async function EditCollectionPage({ params }: PageProps<'/reporting/collections/[id]/edit'>) {
  const [locale, principal] = await Promise.all([currentLocale(), principalFor('manageCollections')]);
  const { id } = await params;
  const one = await collectionDetail(principal, id);
  if (!one) notFound();
  if (one.state !== 'open') redirect(paths.collection(id));
  const [asked, { units }] = await Promise.all([
    unitProgress(principal, id, new Date()),
    unitsToAsk(principal, one.periodCode),
  ]);
  const t = translator(locale, 'collections');
  const r = translator(locale, 'reporting');
  const others = units.filter(
    ({ code, isDemonstration }) => isDemonstration === one.isDemonstration && !asked.some((unit) => unit.code === code),
  );
  const isFixed = asked.some(({ firstSubmittedAt }) => firstSubmittedAt !== null);
  const due = writtenMoment(one.dueAt);
  const graceDays = Math.round((one.graceUntil.getTime() - one.dueAt.getTime()) / 86_400_000);
  return (
    <>
      <PageHeader
        title={t('form.editTitle')}
        subtitle={one.title}
        breadcrumb={[
          { label: t('title'), href: paths.collections },
          { label: one.title, href: paths.collection(id) },
        ]}
      />
      <CommandForm
        key={one.version}
        action={edit}
        submit={t('form.submitEdit')}
        refusedTitle={translator(locale, 'errors')('title')}
        hidden={{
          collectionId: id,
          version: one.version,
          ...(isFixed && {
            vintage: one.vintage,
            ...Object.fromEntries(one.reviewChain.map((level) => [`chain-${level}`, 'on'])),
          }),
        }}
      >
        <TermsFields
          title={one.title}
          instructions={one.instructions}
          formNumber={one.formNumber}
          issuedBy={one.issuedBy}
          times={{
            opensOn: writtenMoment(one.opensAt).slice(0, 10),
            dueOn: due.slice(0, 10),
            dueTime: due.slice(11),
            graceDays,
          }}
          locale={locale}
        />
        <Section title={t('form.stepReview')} id="review" className="mb-8">
          {isFixed ? (
            <Notice>
              {t('form.fixed', {
                chain: one.reviewChain.map((level) => r(`reviewLevels.${level}`)).join(t('detail.chainArrow')),
                vintage: translator(locale, 'figures')(one.vintage),
              })}
            </Notice>
          ) : (
            <ReviewFields chain={one.reviewChain} vintage={one.vintage} locale={locale} />
          )}
        </Section>
        <Section title={t('form.addUnits')} id="units" note={t('form.addUnitsNote')} className="mb-4">
          {others.length === 0 ? (
            <p className="text-ink-2">{t('form.noMoreUnits')}</p>
          ) : (
            <UnitTicks units={others} ticked={[]} locale={locale} />
          )}
        </Section>
      </CommandForm>
    </>
  );
}
