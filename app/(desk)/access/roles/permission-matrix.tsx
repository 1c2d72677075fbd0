import { Check } from 'lucide-react';
import type { ReactNode } from 'react';
import { columns, commandRows, viewRows } from '@/lib/access/permission-rows';
import { grantOf, may, maySee } from '@/lib/access/permissions';
import type { Role } from '@/lib/access/words';
import { listed } from '@/lib/i18n/names';
import { translator } from '@/lib/i18n/translator';
import type { Locale } from '@/lib/i18n/words';

/** The table of permissions, with the reader's own role marked. */
export function PermissionMatrix({ own, locale }: { own: Role; locale: Locale }) {
  const t = translator(locale, 'access');
  const a = translator(locale, 'audit');
  const mark = (role: Role) => (role === own ? { 'data-own': '' } : {});
  const marks = (isAllowed: (role: Role) => boolean) =>
    columns.map((role) => (
      <td key={role} className="center" {...mark(role)}>
        {isAllowed(role) ? (
          <>
            <Check size={16} strokeWidth={2.25} aria-hidden="true" className="inline text-sea" />
            <span className="sr-only">{t('matrix.yes')}</span>
          </>
        ) : (
          <span className="sr-only">{t('matrix.no')}</span>
        )}
      </td>
    ));
  const group = (key: string, title: string, rows: ReactNode) => (
    <tbody key={key}>
      <tr data-group="">
        <th scope="rowgroup" colSpan={columns.length + 3}>
          <span>{title}</span>
        </th>
      </tr>
      {rows}
    </tbody>
  );
  return (
    <div
      role="region"
      aria-label={t('matrix.title')}
      tabIndex={0}
      className="relative overflow-x-auto print:overflow-visible"
    >
      <table className="data-table permission-matrix">
        <caption className="sr-only">{t('matrix.title')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('matrix.action')}</th>
            {columns.map((role) => (
              <th key={role} scope="col" className="center" {...mark(role)}>
                {t(`roles.${role}`)}
              </th>
            ))}
            <th scope="col">{t('matrix.scope')}</th>
            <th scope="col">{t('matrix.states')}</th>
          </tr>
        </thead>
        {group(
          'views',
          t('matrix.looking'),
          viewRows.map((view) => (
            <tr key={view}>
              <th scope="row">{t(`matrix.views.${view}`)}</th>
              {marks((role) => maySee(role, view))}
              <td className="text-ink-2">—</td>
              <td className="text-ink-2">—</td>
            </tr>
          )),
        )}
        {commandRows().map(({ noun, commands }) =>
          group(
            noun,
            a(`nouns.${noun}`),
            commands.map((name) => {
              const { scope, states } = grantOf(name);
              return (
                <tr key={name}>
                  <th scope="row">{t(`matrix.commands.${name}`)}</th>
                  {marks((role) => may(role, name))}
                  <td>{t(`matrix.scopes.${scope}`)}</td>
                  <td>
                    {states
                      ? listed(
                          states.map((state) => t(`users.states.${state}`)),
                          locale,
                        )
                      : t('matrix.anyState')}
                  </td>
                </tr>
              );
            }),
          ),
        )}
      </table>
    </div>
  );
}
