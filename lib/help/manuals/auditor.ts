import { signIn } from '@/lib/help/manuals/sign-in';
import type { Manual } from '@/lib/help/words';

export const auditor: Manual = {
  name: 'auditor',
  roles: ['auditor'],
  title: { zh: '审计员操作手册', en: 'Manual for auditors' },
  forWhom: {
    zh: '给查看全部操作记录的审计员。审计员不做任何操作；操作记录只对审计员开放。',
    en: 'For auditors, who read everything that was done. They do nothing themselves, and nobody else reads the trail.',
  },
  minutes: 4,
  sections: [
    signIn,
    {
      id: 'trail',
      title: { zh: '查操作记录', en: 'Read the trail' },
      picture: {
        name: 'auditor-trail',
        alt: {
          zh: '操作记录：每条写明时间、人、角色、事项、对象和网络地址',
          en: 'The trail: each line with its time, person, role, deed, subject and network address',
        },
      },
      steps: [
        {
          zh: '点左侧 {access.menu.audit}。每条写明 {audit.columns.at}、{audit.columns.actor}、{audit.columns.role}、{audit.columns.command}、{audit.columns.subject}、{audit.columns.address}。',
          en: 'Choose {access.menu.audit} in the menu. Each line says {audit.columns.at}, {audit.columns.actor}, {audit.columns.role}, {audit.columns.command}, {audit.columns.subject} and {audit.columns.address}.',
        },
        {
          zh: '用 {audit.from}、{audit.until}、{audit.who}、{audit.command}、{audit.subject} 缩小范围，点 {audit.apply}。',
          en: 'Narrow it by {audit.from}, {audit.until}, {audit.who}, {audit.command} and {audit.subject}, then choose {audit.apply}.',
        },
        {
          zh: '在 {audit.command} 中选 {audit.refusedAttempt}，看谁试过不该做的事。',
          en: 'Choose {audit.refusedAttempt} under {audit.command} to see who tried what they may not do.',
        },
        {
          zh: '展开一条，逐项对照 {audit.details.before} 和 {audit.details.after}。密码和密钥从不进入记录。',
          en: 'Open a line to see {audit.details.before} and {audit.details.after} field by field. Passwords and keys never enter it.',
        },
      ],
    },
    {
      id: 'chain',
      title: { zh: '核对记录没有被改动', en: 'Check that nothing was altered' },
      steps: [
        {
          zh: '点 {audit.chain.check}，从第一条核对到最后一条。',
          en: 'Choose {audit.chain.check}; every line is checked from the first to the last.',
        },
        {
          zh: '完整的，页面给出末条的防篡改校验码。抄录或打印留存；下次核对时，证明此前的记录没有动过。',
          en: 'If it is whole, the page gives the fingerprint of the last line. Keep it on paper; it proves later that nothing before was altered.',
        },
        {
          zh: '断开的，页面写明在第几条、是缺失还是改动。请立即保全数据库与备份，并报告信息安全责任人。',
          en: 'If it is broken, the page says at which line and how. Secure the database and its backups at once and tell who is responsible for security.',
        },
      ],
    },
    {
      id: 'download',
      title: { zh: '下载留档', en: 'Keep a file' },
      steps: [
        {
          zh: '先筛选，再点 {audit.xlsx} 或 {audit.csv}。文件写明范围、条数、导出人和时间。',
          en: 'Choose what you want, then {audit.xlsx} or {audit.csv}. The file says its range, count, who exported it and when.',
        },
        {
          zh: '符合的记录太多时，文件只有最近的，并写明这一点；请缩小日期范围分次下载。',
          en: 'If there are too many lines the file holds the newest and says so; take the rest by narrower dates.',
        },
      ],
    },
    {
      id: 'elsewhere',
      title: { zh: '还能看什么', en: 'What else to look at' },
      steps: [
        {
          zh: '{access.menu.users} 与 {access.menu.settings}：有哪些账号，执行什么策略。只看，不能改。',
          en: '{access.menu.users} and {access.menu.settings}: which accounts there are and which policy is in force. You read them only.',
        },
        {
          zh: '{access.menu.roles}：每个角色能做的每件事。这张表就是程序所依据的那一张。',
          en: '{access.menu.roles}: everything each role may do. The product itself obeys this very table.',
        },
        {
          zh: '{shell.collections}、{shell.schemes}、{shell.runs}、{shell.ledger}：发布之前的材料也能查看。',
          en: '{shell.collections}, {shell.schemes}, {shell.runs}, {shell.ledger}: also before publication.',
        },
        {
          zh: '{shell.revisions}：一个数的每次修订，旧数、新数、原因、经办。审核人动过的，报送数与核定数并列可查。',
          en: '{shell.revisions}: every revision of a figure, with both values, the reason and by whom. Reported and verified values stand side by side.',
        },
        {
          zh: '核算可以独立复算：在核算页的 {runs.files.title} 下载两个文件，算出的 {runs.fingerprint} 应当一致。',
          en: 'A run can be computed again elsewhere: take both files under {runs.files.title} on its page; the {runs.fingerprint} must be the same.',
        },
      ],
      rules: ['reported', 'published', 'arithmetic'],
    },
  ],
};
