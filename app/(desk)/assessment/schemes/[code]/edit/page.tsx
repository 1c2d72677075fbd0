import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import * as z from 'zod';
import { addressPart } from '@/app/server/address-part';
import { currentLocale } from '@/app/server/locale';
import { principalFor } from '@/app/server/principal';
import { PageHeader } from '@/app/ui/shell/page-header';
import { schemeCatalogue } from '@/lib/assessment/schemes/catalogue/queries';
import { schemeDocuments, schemeVersions } from '@/lib/assessment/schemes/queries';
import { writtenMoment } from '@/lib/i18n/moments';
import { nameOf } from '@/lib/i18n/names';
import { roomsFor, translator } from '@/lib/i18n/translator';
import { paths, withQuery } from '@/lib/paths';
import { Designer } from './designer';

const Asked = z.object({ at: z.string().max(300).catch('') });

export async function generateMetadata(): Promise<Metadata> {
  return { title: translator(await currentLocale(), 'schemes')('design.title') };
}

/** The designer of a scheme's draft. */
export default async function EditSchemePage(props: PageProps<'/assessment/schemes/[code]/edit'>) {
  const [{ code: part }, raw, locale, principal] = await Promise.all([
    props.params,
    props.searchParams,
    currentLocale(),
    principalFor('manageSchemes'),
  ]);
  const found = await schemeVersions(principal, addressPart(part));
  const draft = found?.versions.find(({ state }) => state === 'draft');
  if (!found || !draft) notFound();
  const scheme = (await schemeDocuments(principal, found.code, [draft.number])).get(draft.number);
  if (!scheme) notFound();
  const catalogue = await schemeCatalogue(scheme.peerGroup, writtenMoment(new Date()).slice(0, 10));
  const t = translator(locale, 'schemes');
  const name = nameOf(scheme, locale);
  return (
    <>
      <PageHeader
        title={t('design.title')}
        subtitle={`${name} · ${t('versionShort', { number: draft.number })}`}
        breadcrumb={[
          { label: t('title'), href: paths.schemes },
          { label: name, href: withQuery(paths.scheme(found.code), { version: draft.number }) },
        ]}
      />
      <noscript>
        <p className="my-4 border-l-2 border-gold bg-card px-3 py-2">{t('design.noScripts')}</p>
      </noscript>
      <Designer
        // Back first shows the draft as it was, and then as it is.
        key={draft.version}
        code={found.code}
        version={draft.version}
        note={draft.note}
        document={scheme}
        catalogue={catalogue}
        start={Asked.parse(raw).at}
        rooms={roomsFor(locale, 'schemes', 'methods')}
        locale={locale}
      />
    </>
  );
}
