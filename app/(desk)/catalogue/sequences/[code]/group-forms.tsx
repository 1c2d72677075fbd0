import { FromFields } from '@/app/(desk)/catalogue/from-fields';
import { change, edit, remove } from '@/app/(desk)/catalogue/sequences/actions';
import { GroupFields } from '@/app/(desk)/catalogue/sequences/group-fields';
import { UnitTicks } from '@/app/(desk)/catalogue/unit-ticks';
import { CommandForm } from '@/app/ui/forms/command-form';
import { TextField } from '@/app/ui/forms/fields';
import { Section } from '@/app/ui/shell/section';
import type { Principal } from '@/lib/access/principal';
import { activeUnits, groupUsesFor } from '@/lib/catalogue/groups/queries';
import type { GroupDetail } from '@/lib/catalogue/groups/words';
import { listed, nameOf } from '@/lib/i18n/names';
import { translator } from '@/lib/i18n/translator';
import type { Locale } from '@/lib/i18n/words';

/** What the office does with a sequence: its members, its names, its end, its deletion. */
export async function GroupForms(props: { group: GroupDetail; today: string; principal: Principal; locale: Locale }) {
  const { group, today, principal, locale } = props;
  const [units, uses] = await Promise.all([activeUnits(principal, today), groupUsesFor(principal, group.code)]);
  const t = translator(locale, 'groups');
  const isMember = new Set(group.members.map(({ code }) => code));
  const shared = {
    refusedTitle: translator(locale, 'errors')('title'),
    hidden: { code: group.code, version: group.version },
  };
  return (
    <div className="min-w-0 max-lg:mt-8">
      <Section id="change" title={t('change')} note={t('changeNote')} className="">
        <CommandForm {...shared} id="change-form" action={change} submit={t('apply')} folded={t('open.change')}>
          <div className="mt-3" />
          <UnitTicks
            prefix="add"
            legend={t('add')}
            hint={t('addHint')}
            units={units.filter(({ code }) => !isMember.has(code))}
            locale={locale}
          />
          {isMember.size > 0 && (
            <UnitTicks
              prefix="remove"
              legend={t('remove')}
              hint={t('removeHint')}
              units={units.filter(({ code }) => isMember.has(code))}
              locale={locale}
            />
          )}
          <FromFields today={today} locale={locale} />
        </CommandForm>
      </Section>
      <Section id="basics" title={t('basics')} className="mt-6">
        <CommandForm {...shared} id="basics-form" action={edit} submit={t('save')} folded={t('open.basics')}>
          <div className="mt-3" />
          <GroupFields group={group} locale={locale} />
          <TextField
            name="retiredOn"
            type="date"
            label={t('retiredOn')}
            hint={t('retiredOnHint')}
            value={group.retiredOn ?? ''}
            className="max-w-md"
          />
        </CommandForm>
      </Section>
      <Section id="remove" title={t('delete')} note={t('deleteNote')} className="mt-6">
        {uses.length === 0 ? (
          <CommandForm
            {...shared}
            id="remove-form"
            action={remove}
            submit={t('delete')}
            tone="danger"
            asks={{
              question: t('deleteAsks', { name: nameOf(group, locale) }),
              yes: t('deleteYes'),
              no: t('no'),
            }}
          />
        ) : (
          <p className="text-ink-2">
            {t('usedBy', {
              uses: listed(
                uses.map(({ what, count }) => t(`uses.${what}`, { count })),
                locale,
              ),
            })}
          </p>
        )}
      </Section>
    </div>
  );
}
