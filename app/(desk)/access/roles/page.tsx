import type { Metadata } from 'next';
import { currentLocale } from '@/app/server/locale';
import { principalFor } from '@/app/server/principal';
import { PageHeader } from '@/app/ui/shell/page-header';
import { Section } from '@/app/ui/shell/section';
import { columns } from '@/lib/access/permission-rows';
import { translator } from '@/lib/i18n/translator';
import { PermissionMatrix } from './permission-matrix';

export async function generateMetadata(): Promise<Metadata> {
  return { title: translator(await currentLocale(), 'access')('matrix.title') };
}

export default async function RolesPage() {
  const [locale, principal] = await Promise.all([currentLocale(), principalFor('roles')]);
  const t = translator(locale, 'access');
  return (
    <>
      <PageHeader title={t('matrix.title')} subtitle={t('matrix.lead')} />
      <Section title={t('matrix.who')} id="duties" className="mb-8 scroll-mt-20">
        <p className="mb-3 max-w-4xl text-ink-2">{t('matrix.apart')}</p>
        <dl className="gap-x-12 lg:columns-2">
          {columns.map((role) => (
            <div
              key={role}
              {...(role === principal.role && { 'aria-current': true })}
              className="flex break-inside-avoid gap-4 border-b border-rule py-2 aria-[current]:bg-wash"
            >
              <dt className="w-36 shrink-0 px-2 font-medium">
                {t(`roles.${role}`)}
                {role === principal.role && (
                  <span className="block text-xs font-normal text-sea">{t('matrix.own')}</span>
                )}
              </dt>
              <dd className="min-w-0 text-ink-2">{t(`duties.${role}`)}</dd>
            </div>
          ))}
        </dl>
      </Section>
      <Section title={t('matrix.table')} id="matrix" className="scroll-mt-20">
        <PermissionMatrix own={principal.role} locale={locale} />
      </Section>
    </>
  );
}
