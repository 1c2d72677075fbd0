import type { Principal } from '@/lib/access/principal';
import { paths, withQuery } from '@/lib/paths';

/** Who reads a notice, as far as its address depends on it. */
export type Reader = Pick<Principal, 'role' | 'unitCode'>;

/** The page about the subject of a notice for its reader, which looks itself whether he may see it. */
export function addressOf(subject: string, { role, unitCode }: Reader): string {
  const [kind = '', key = '', unit = ''] = subject.split('/');
  const isOfUnit = role === 'reporter' || role === 'unitReviewer';
  switch (kind) {
    case 'submission':
      if (role === 'reporter') return paths.entry(key);
      return role === 'assessmentOffice' ? paths.collection(key) : paths.reviewedReturn(key, unit);
    case 'target':
      return withQuery(isOfUnit ? paths.ownTargets : paths.targets, { year: key });
    case 'followUp':
      return paths.followUp(key);
    case 'taskList':
      return withQuery(paths.taskList(unit), { year: key });
    case 'task':
      return isOfUnit && unitCode !== null ? paths.unitTask(unitCode, key) : paths.taskLists;
    case 'consequence':
      return paths.consequence(key);
    case 'appeal':
      return paths.appeal(key);
    case 'report':
      return paths.report(key);
    case 'run':
      if (isOfUnit && unitCode !== null) return paths.explanation(key, unitCode);
      return role === 'assessmentOffice' ? paths.run(key) : withQuery(paths.rankings, { run: key });
    case 'lampRules':
      return paths.lampRules;
    case 'consequenceRules':
      return paths.consequenceRules;
    case 'proposal':
      return paths.proposals;
    case 'adjustment':
      return paths.ledger;
    case 'place':
      return paths.place;
    case 'remark':
      return paths.workbench;
    default:
      return paths.notices;
  }
}
