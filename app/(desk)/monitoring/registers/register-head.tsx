import type { ReactNode } from 'react';
import { choiceQuery } from '@/app/(desk)/monitoring/registers/address';
import { buttonLook } from '@/app/ui/primitives/button';
import { PrintButton } from '@/app/ui/primitives/print-button';
import { PageHeader } from '@/app/ui/shell/page-header';
import { FilterTabs } from '@/app/ui/tables/filter-bar';
import { may, maySee } from '@/lib/access/permissions';
import type { Principal } from '@/lib/access/principal';
import { nameOf } from '@/lib/i18n/names';
import { translator } from '@/lib/i18n/translator';
import type { Locale } from '@/lib/i18n/words';
import type { Register } from '@/lib/monitoring/registers/words';
import { paths, withQuery } from '@/lib/paths';

type At = 'counts' | 'entries' | 'blind' | 'figures';

/** The head of a page of a register: its name, what may be done, and the ways to its other pages. */
export function RegisterHead(props: {
  register: Register;
  principal: Principal;
  at: At;
  title: string;
  lead: string;
  /** The day that the pages tell, which goes with the reader. */
  day: string;
  today: string;
  actions?: ReactNode;
  locale: Locale;
}) {
  const { register, principal, at, day, today, locale } = props;
  const t = translator(locale, 'registers');
  const { code } = register;
  const on = choiceQuery({ day }, today);
  const tabs: readonly (readonly [At, string])[] = [
    ['counts', withQuery(paths.register(code), on)],
    ['entries', withQuery(paths.registerEntries(code), on)],
    ['blind', withQuery(paths.registerBlind(code), on)],
    ...(maySee(principal.role, 'allRegisters') ? ([['figures', paths.registerFigures(code)]] as const) : []),
  ];
  return (
    <>
      <PageHeader
        title={props.title}
        subtitle={props.lead}
        breadcrumb={[
          { label: t('title'), href: paths.registers },
          { label: nameOf(register, locale), href: paths.register(code) },
        ]}
        actions={
          <>
            {props.actions}
            <PrintButton label={t('print')} tone="outline" />
            {may(principal.role, 'register.save') && (
              <>
                <a href={paths.registerForm(code)} className={buttonLook('quiet')}>
                  {t('edit')}
                </a>
                <a href={paths.newRegisterEntry(code)} className={buttonLook('outline')}>
                  {t('links.add')}
                </a>
                <a href={paths.registerImport(code)} className={buttonLook('primary')}>
                  {t('links.import')}
                </a>
              </>
            )}
          </>
        }
      />
      <div data-chrome className="mb-4">
        <FilterTabs
          label={nameOf(register, locale)}
          options={tabs.map(([key, href]) => ({ label: t(`links.${key}`), href, current: key === at }))}
        />
      </div>
    </>
  );
}
