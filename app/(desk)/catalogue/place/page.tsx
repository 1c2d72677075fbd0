import type { Metadata } from 'next';
import * as z from 'zod';
import { PlaceOverview } from '@/app/(desk)/place-overview';
import { currentLocale } from '@/app/server/locale';
import { principalFor } from '@/app/server/principal';
import { CommandForm } from '@/app/ui/forms/command-form';
import { Notice } from '@/app/ui/primitives/notice';
import { PageHeader } from '@/app/ui/shell/page-header';
import { Section } from '@/app/ui/shell/section';
import { draftedPlace, placeChoices } from '@/lib/catalogue/place/queries';
import { writtenPlace } from '@/lib/dashboards/place/written-place';
import { translator } from '@/lib/i18n/translator';
import { adopt, draft, drop } from './actions';
import { PlaceFields } from './place-fields';

const Asked = z.object({ done: z.enum(['adopted', 'dropped']).optional().catch(undefined) });

export async function generateMetadata(): Promise<Metadata> {
  return { title: translator(await currentLocale(), 'place')('title') };
}

/** The settings of the place: a draft with its preview, and the two ways to end it. */
export default async function PlacePage({ searchParams }: PageProps<'/catalogue/place'>) {
  const [locale, principal] = await Promise.all([currentLocale(), principalFor('managePlace')]);
  const [place, { done }] = await Promise.all([draftedPlace(), searchParams.then((asked) => Asked.parse(asked))]);
  const { topics, groups, names } = await placeChoices(place.settings);
  const t = translator(locale, 'place');
  const refusedTitle = translator(locale, 'errors')('title');
  const decision = { refusedTitle, hidden: { version: place.version } };
  return (
    <>
      <PageHeader title={t('title')} subtitle={t('lead')} />
      {done && <Notice>{t(done)}</Notice>}
      {place.isDraft && (
        <>
          <Notice>{t('draftShown')}</Notice>
          <div className="mb-6 flex flex-wrap gap-3">
            <CommandForm
              {...decision}
              id="adopt"
              action={adopt}
              submit={t('adopt')}
              asks={{ question: t('adoptAsk'), yes: t('adoptYes'), no: t('no') }}
            />
            <CommandForm
              {...decision}
              id="drop"
              action={drop}
              submit={t('drop')}
              tone="outline"
              asks={{ question: t('dropAsk'), yes: t('dropYes'), no: t('no') }}
            />
          </div>
        </>
      )}
      <CommandForm
        id="place"
        action={draft}
        submit={t('save')}
        refusedTitle={refusedTitle}
        hidden={{ version: place.version }}
        className="max-w-5xl"
      >
        <PlaceFields place={writtenPlace(place, names, locale)} topics={topics} groups={groups} locale={locale} />
      </CommandForm>
      {place.isDraft && (
        <Section id="preview" title={t('preview')} note={t('previewNote')}>
          <PlaceOverview principal={principal} settings={place.settings} locale={locale} />
        </Section>
      )}
    </>
  );
}
