import { deriveText } from '@/lib/access/auth/tokens';
import { type Player, players } from '@/lib/access/users/demonstration/words';
import type { Posting } from '@/lib/access/users/posting';

const nowhere = { unitCode: '', department: '' };

/** The role, unit and department of each demonstration account; every unit and department is invented. */
export const demonstrationPostings: Readonly<Record<Player, Posting>> = {
  leader: { name: '演示·领导', role: 'leader', ...nowhere },
  reporter: { name: '演示·甲区填报', role: 'reporter', unitCode: 'DEMO-JIA', department: '' },
  reporter2: { name: '演示·乙县填报', role: 'reporter', unitCode: 'DEMO-YI', department: '' },
  unit: { name: '演示·甲区审核', role: 'unitReviewer', unitCode: 'DEMO-JIA', department: '' },
  unit2: { name: '演示·乙县审核', role: 'unitReviewer', unitCode: 'DEMO-YI', department: '' },
  department: { name: '演示·统计局审核', role: 'departmentReviewer', unitCode: '', department: '演示统计局' },
  department2: { name: '演示·应急局审核', role: 'departmentReviewer', unitCode: '', department: '演示应急局' },
  office: { name: '演示·考核办', role: 'assessmentOffice', ...nowhere },
  office2: { name: '演示·考核办复核', role: 'assessmentOffice', ...nowhere },
  admin: { name: '演示·管理员', role: 'administrator', ...nowhere },
  auditor: { name: '演示·审计', role: 'auditor', ...nowhere },
};

/** People of the other units. */
const others = (
  [
    ['bing', '丙区'],
    ['ding', '丁市'],
    ['wu', '戊县'],
    ['ji', '己区'],
    ['geng', '庚县'],
    ['xin', '辛区'],
    ['ren', '壬开发区'],
  ] as const
).flatMap(([word, unit]) => {
  const place = { unitCode: `DEMO-${word.toUpperCase()}`, department: '' };
  return [
    { username: `demo.${word}.reporter`, name: `演示·${unit}填报`, role: 'reporter' as const, ...place },
    { username: `demo.${word}.unit`, name: `演示·${unit}审核`, role: 'unitReviewer' as const, ...place },
  ];
});

/** People who appear in the history and as whom nobody can sign in: of the other units, and one who decides reviews of appeals. */
export const extras: readonly (Posting & { username: string })[] = [
  ...others,
  { username: 'demo.office3', name: '演示·考核办复议', role: 'assessmentOffice', ...nowhere },
];

export const usernameOf = (player: Player) => `demo.${player}`;

/** The account on the sign-in page that has this username; null for any other. */
export function playerOf(username: string): Player | null {
  return players.find((player) => usernameOf(player) === username) ?? null;
}

/** The password of a demonstration account: nobody types it, the sign-in page of the demonstration knows it. */
export function demonstrationPassword(username: string, secret: string): string {
  return deriveText('demonstration', username, secret);
}
