import { order } from '@/app/(desk)/catalogue/sequences/actions';
import { OrderForm } from '@/app/ui/forms/order-form';
import type { GroupDetail, MemberLine } from '@/lib/catalogue/groups/words';
import { nameOf } from '@/lib/i18n/names';
import { translator } from '@/lib/i18n/translator';
import type { Locale } from '@/lib/i18n/words';
import { paths } from '@/lib/paths';

/** The members of today in their order; who manages them may move them. */
export function MemberList({ group, manages, locale }: { group: GroupDetail; manages: boolean; locale: Locale }) {
  const t = translator(locale, 'groups');
  const { members } = group;
  if (members.length === 0) return <p className="text-ink-2">{t('nobody')}</p>;
  if (!manages) {
    return (
      <ol className="border-t border-rule">
        {members.map((member, at) => (
          <li key={member.code} className="flex items-baseline gap-3 border-b border-rule py-1.5">
            <span className="w-8 shrink-0 text-right text-ink-2 tabular-nums">{at + 1}</span>
            <a href={paths.unit(member.code)} className="min-w-0 hover:text-sea hover:underline">
              {nameOf(member, locale)}
            </a>
            <span className="text-xs text-ink-2">{writtenDays(member, locale)}</span>
          </li>
        ))}
      </ol>
    );
  }
  return (
    <OrderForm
      id="order"
      action={order}
      submit={t('order')}
      saved={t('done.ordered')}
      refusedTitle={translator(locale, 'errors')('title')}
      of={group}
      name="units"
      items={members.map((member) => ({
        code: member.code,
        name: nameOf(member, locale),
        detail: writtenDays(member, locale),
      }))}
      label={(key, name) => t(key, { name })}
    />
  );
}

/** Members that were, or will be. */
export function OtherMembers({ members, locale }: { members: readonly MemberLine[]; locale: Locale }) {
  return (
    <ul className="border-t border-rule">
      {members.map((member) => (
        <li
          key={`${member.code} ${member.validFrom}`}
          className="flex flex-wrap items-baseline gap-x-3 border-b border-rule py-1.5"
        >
          <a href={paths.unit(member.code)} className="min-w-0 hover:text-sea hover:underline">
            {nameOf(member, locale)}
          </a>
          <span className="text-xs text-ink-2">{writtenDays(member, locale)}</span>
        </li>
      ))}
    </ul>
  );
}

function writtenDays({ validFrom, validTo }: MemberLine, locale: Locale): string {
  const t = translator(locale, 'groups');
  return validTo === null ? t('since', { from: validFrom }) : t('between', { from: validFrom, to: validTo });
}
