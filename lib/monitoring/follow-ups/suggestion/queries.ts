import { sql } from 'drizzle-orm';
import { db } from '@/db/client';
import { maySee } from '@/lib/access/permissions';
import type { Principal } from '@/lib/access/principal';
import { writtenPeriod } from '@/lib/catalogue/periods/written';
import { translator } from '@/lib/i18n/translator';
import { remarkOf } from '@/lib/monitoring/follow-ups/remarks/queries';
import { writtenAbout } from '@/lib/monitoring/follow-ups/remarks/written-about';
import type { LampKey, Origin } from '@/lib/monitoring/follow-ups/words';
import { writtenMonth } from '@/lib/monitoring/follow-ups/written';
import { lampCourse } from '@/lib/monitoring/lamps/course/queries';
import { writtenReason } from '@/lib/monitoring/lamps/written-lamp';

/** What a form begins with, in the Chinese in which follow-ups are kept. */
export type Suggestion = { readonly title: string; readonly matter: string; readonly unit: string };

// What is stored is written in one language, whatever the reader's.
const language = 'zh-CN';

/** What a follow-up from this origin may say, for the office to change; null where the origin is not there. */
export async function suggestionFor(principal: Principal, origin: Origin): Promise<Suggestion | null> {
  if (!maySee(principal.role, 'manageFollowUps')) return null;
  const t = translator(language, 'followUps');
  switch (origin.kind) {
    case 'lamp':
      return lampSuggestion(principal, origin);
    case 'remark': {
      const remark = await remarkOf(principal, origin.remark);
      if (!remark || remark.followUpId !== null || remark.answer !== null) return null;
      const { about, unit, words } = remark;
      const lamp = about.kind === 'lamp' ? await lampSuggestion(principal, about) : null;
      return {
        title: t('suggested.titleOfRemark', { about: writtenAbout(remark, language) }).slice(0, 80),
        matter: [t('suggested.remark', { words }), lamp?.matter].filter(Boolean).join('\n'),
        unit: unit?.code ?? '',
      };
    }
    case 'figure': {
      const names = await namesOf(origin.unit, origin.indicator);
      const title = names && t('suggested.titleOf', { ...names, period: writtenPeriod(origin.period, language) });
      return title ? { title: title.slice(0, 80), matter: '', unit: origin.unit } : null;
    }
    case 'score': {
      const names = await namesOf(origin.unit, null);
      return names && { title: t('suggested.titleOfScore', { unit: names.unit }), matter: '', unit: origin.unit };
    }
    default:
      return { title: '', matter: '', unit: '' };
  }
}

async function lampSuggestion(
  principal: Principal,
  { unit, indicator, year, month }: LampKey,
): Promise<Suggestion | null> {
  const course = await lampCourse(principal, { unit, indicator, year });
  const lamp = course?.months.find((one) => one.month === month)?.lamp;
  if (!course || !lamp) return null;
  const names = { unit: course.unit.nameZh, indicator: course.indicator.nameZh, month: writtenMonth(lamp, language) };
  return {
    title: translator(language, 'followUps')('suggested.title', names).slice(0, 80),
    matter: writtenReason(lamp, course.indicator, language),
    unit,
  };
}

async function namesOf(unit: string, indicator: string | null) {
  const [row] = await db().execute<{ unit: string; indicator: string }>(sql`
    select u.name_zh as unit, coalesce(i.name_zh, '') as indicator
    from org_unit u left join indicator i on i.code = ${indicator ?? ''}
    where u.code = ${unit} and (${indicator === null}::boolean or i.code is not null)`);
  return row ?? null;
}
