import type { Metadata } from 'next';
import { shownRegister } from '@/app/(desk)/monitoring/registers/shown-register';
import { currentLocale } from '@/app/server/locale';
import { principalFor } from '@/app/server/principal';
import { TextAreaField, TextField } from '@/app/ui/forms/fields';
import { buttonLook } from '@/app/ui/primitives/button';
import { PageHeader } from '@/app/ui/shell/page-header';
import { todayOf } from '@/lib/catalogue/today';
import { nameOf } from '@/lib/i18n/names';
import { translator } from '@/lib/i18n/translator';
import { paths, withQuery } from '@/lib/paths';
import { inMegabytes, limits } from '@/lib/reporting/upload/limits';
import { ImportForm } from './import-form';

type Props = PageProps<'/monitoring/registers/[code]/import'>;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const [locale, { code }] = await Promise.all([currentLocale(), params]);
  const name = nameOf(await shownRegister(code), locale);
  return { title: translator(locale, 'registers')('import.pageTitle', { name }) };
}

/** A sheet of a register: first its differences, then the same file to be written. */
export default async function ImportRegisterPage({ params }: Props) {
  const [locale, { code }] = await Promise.all([currentLocale(), params, principalFor('manageRegisters')]);
  const register = await shownRegister(code);
  const t = translator(locale, 'registers');
  const name = nameOf(register, locale);
  return (
    <>
      <PageHeader
        title={t('import.pageTitle', { name })}
        subtitle={<span className="block max-w-3xl">{t('import.lead')}</span>}
        breadcrumb={[
          { label: t('title'), href: paths.registers },
          { label: name, href: paths.register(register.code) },
        ]}
        actions={
          <a
            href={withQuery(paths.registerFile, { register: register.code, what: 'entries', format: 'xlsx' })}
            className={buttonLook('outline')}
          >
            {t('download')}
          </a>
        }
      />
      <p className="mb-6 max-w-3xl text-ink-2">{t('import.heads')}</p>
      <ImportForm
        action={paths.uploadRegister}
        hidden={{ register: register.code }}
        locale={locale}
        words={{
          submit: t('import.preview'),
          busy: t('import.busy'),
          refused: t('import.refused'),
          failed: t('import.failed'),
          noFile: t('import.noFile'),
          file: t('import.file'),
          hint: translator(locale, 'imports')('start.dropHint', {
            xlsx: inMegabytes(limits.xlsx.bytes),
            csv: inMegabytes(limits.csv.bytes),
          }),
        }}
        fields={
          <>
            <TextField
              name="from"
              label={t('import.from')}
              type="date"
              value={todayOf({ now: new Date() })}
              className="max-w-64"
            />
            <TextAreaField name="reason" label={t('import.reason')} rows={2} maxLength={300} />
          </>
        }
      />
    </>
  );
}
