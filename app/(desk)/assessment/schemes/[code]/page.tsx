import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { cache } from 'react';
import * as z from 'zod';
import { SchemeTags } from '@/app/(desk)/assessment/schemes/scheme-tags';
import { DraftLink } from '@/app/(desk)/publishing/bulletins/draft-link';
import { addressPart } from '@/app/server/address-part';
import { currentDay } from '@/app/server/clock';
import { currentLocale } from '@/app/server/locale';
import { principalFor } from '@/app/server/principal';
import { Badge } from '@/app/ui/primitives/badge';
import { buttonLook } from '@/app/ui/primitives/button';
import { marked } from '@/app/ui/primitives/marked';
import { Notice } from '@/app/ui/primitives/notice';
import { PaperMark } from '@/app/ui/primitives/paper-mark';
import { PageHeader } from '@/app/ui/shell/page-header';
import { Section } from '@/app/ui/shell/section';
import { may, maySee } from '@/lib/access/permissions';
import { schemeCatalogue } from '@/lib/assessment/schemes/catalogue/queries';
import { blocksPublication, checkScheme } from '@/lib/assessment/schemes/check-scheme';
import { schemeDocuments, schemeVersions } from '@/lib/assessment/schemes/queries';
import { nameOf } from '@/lib/i18n/names';
import { translator } from '@/lib/i18n/translator';
import { paths, withQuery } from '@/lib/paths';
import { CheckList } from './check-list';
import { Measures } from './measures';
import { NodeTable } from './node-table';
import { GradeSections, RuleFacts } from './rule-sections';
import { VersionTable } from './version-table';

const Asked = z.object({
  version: z
    .string()
    .regex(/^\d{1,6}$/)
    .transform(Number)
    .optional()
    .catch(undefined),
  done: z.enum(['imported', 'revised', 'published', 'discarded']).optional().catch(undefined),
});

/**
 * Cached, since the page and its title both need it: the version in the address, else the published one, else the
 * draft.
 */
const shownScheme = cache(async (code: string, asked: number | undefined) => {
  const principal = await principalFor('published');
  const found = await schemeVersions(principal, addressPart(code));
  const shown =
    found?.versions.find(({ number }) => number === asked) ??
    found?.versions.find(({ state }) => state === 'published') ??
    found?.versions[0];
  if (!found || !shown) return null;
  const scheme = (await schemeDocuments(principal, found.code, [shown.number])).get(shown.number);
  return scheme ? { principal, found, shown, scheme } : null;
});

export async function generateMetadata(props: PageProps<'/assessment/schemes/[code]'>): Promise<Metadata> {
  const [{ code }, raw, locale] = await Promise.all([props.params, props.searchParams, currentLocale()]);
  const one = await shownScheme(code, Asked.parse(raw).version);
  return one ? { title: nameOf(one.scheme, locale) } : {};
}

export default async function SchemePage(props: PageProps<'/assessment/schemes/[code]'>) {
  const [{ code: part }, raw, locale] = await Promise.all([props.params, props.searchParams, currentLocale()]);
  const asked = Asked.parse(raw);
  const one = await shownScheme(part, asked.version);
  if (!one) notFound();
  const { principal, found, shown, scheme } = one;
  const { code, versions } = found;
  const catalogue = await schemeCatalogue(scheme.peerGroup, await currentDay());
  const t = translator(locale, 'schemes');
  const draft = versions.find(({ state }) => state === 'draft') ?? null;
  const isDraft = shown.state === 'draft';
  const manages = may(principal.role, 'scheme.edit');
  const mayRun = maySee(principal.role, 'manageRuns');
  const findings = isDraft && maySee(principal.role, 'schemeDrafts') ? checkScheme(scheme, catalogue) : [];
  const group = catalogue.groups.find((other) => other.code === scheme.peerGroup);
  const download = withQuery(paths.schemeFile(code), { version: shown.number });
  return (
    <>
      <PageHeader
        title={nameOf(scheme, locale)}
        breadcrumb={[{ label: t('title'), href: paths.schemes }]}
        subtitle={
          <span className="flex flex-wrap items-center gap-2">
            {group ? nameOf(group, locale) : scheme.peerGroup} · {t(`kinds.${scheme.kind}`)} ·{' '}
            {t('versionShort', { number: shown.number })}
            <Badge tone={shown.state === 'published' ? 'sea' : 'plain'}>{t(`states.${shown.state}`)}</Badge>
            <SchemeTags isExample={scheme.isExample} isDemonstration={found.isDemonstration} locale={locale} />
          </span>
        }
        actions={
          <>
            <a href={`${download}&format=json`} download className={buttonLook('outline')}>
              {t('page.exportJson')}
            </a>
            <a href={`${download}&format=xlsx`} download className={buttonLook('outline')}>
              {t('page.exportExcel')}
            </a>
            {manages && shown.state !== 'superseded' && (
              <a
                href={withQuery(paths.newScheme, { copyOf: `${code}/${shown.number}` })}
                className={buttonLook('outline')}
              >
                {t('page.copy')}
              </a>
            )}
            {mayRun && shown.state !== 'superseded' && (
              <a
                href={withQuery(paths.newRun, { scheme: code, version: isDraft ? shown.number : undefined })}
                className={buttonLook(draft ? 'outline' : 'primary')}
              >
                {t('page.run')}
              </a>
            )}
            {shown.state === 'published' && (
              <DraftLink principal={principal} on={{ kind: 'responsibilities', scheme: code }} locale={locale} />
            )}
            {manages && draft && (
              <a href={paths.schemeDesigner(code)} className={buttonLook('primary')}>
                {t('page.edit')}
              </a>
            )}
          </>
        }
      />
      {isDraft && <PaperMark>{t('draft')}</PaperMark>}
      {asked.done && <Notice>{t(`done.${asked.done}`)}</Notice>}
      {scheme.isExample && <Notice>{t('exampleNote')}</Notice>}
      {found.isDemonstration && <Notice>{t('demonstrationNote')}</Notice>}
      {scheme.note && <p className="max-w-4xl whitespace-pre-line">{marked(scheme.note, locale)}</p>}
      {isDraft && (
        <Section title={t('checks.title')} id="checks">
          <CheckList
            findings={findings}
            scheme={scheme}
            catalogue={catalogue}
            editHref={manages ? paths.schemeDesigner(code) : null}
            locale={locale}
          />
        </Section>
      )}
      <Section title={t('page.tree')} id="tree" note={t('page.treeNote')}>
        <NodeTable
          scheme={scheme}
          indicators={new Map(catalogue.indicators.map((indicator) => [indicator.code, indicator]))}
          locale={locale}
        />
      </Section>
      <Section title={t('page.rules')} id="rules">
        <RuleFacts scheme={scheme} locale={locale} />
      </Section>
      <GradeSections scheme={scheme} units={catalogue.units} locale={locale} />
      <Section title={t('page.versions')} id="versions">
        <VersionTable code={code} versions={versions} shown={shown.number} locale={locale} />
      </Section>
      {manages && (
        <Measures
          code={code}
          draft={isDraft ? draft : null}
          hasDraft={draft !== null}
          hasPublished={versions.some(({ state }) => state === 'published')}
          isClean={isDraft && !findings.some(blocksPublication)}
          isOwn={draft?.editedBy === principal.userId}
          locale={locale}
        />
      )}
    </>
  );
}
