import { displaying } from '@/lib/help/manuals/boards';
import { signIn } from '@/lib/help/manuals/sign-in';
import type { Manual } from '@/lib/help/words';

export const administrator: Manual = {
  name: 'administrator',
  roles: ['administrator'],
  title: { zh: '系统管理员操作手册', en: 'Manual for administrators' },
  forWhom: {
    zh: '给管账号与角色的人。管理员不接触数据的填报、审核与考核，也不看操作记录。',
    en: 'For those who keep accounts and roles. Administrators have no part in reporting, review or assessment and do not read the trail.',
  },
  minutes: 6,
  sections: [
    signIn,
    {
      id: 'create',
      title: { zh: '建一个账号', en: 'Make an account' },
      picture: {
        name: 'administrator-accounts',
        alt: {
          zh: '账号列表：用户名、姓名、角色、单位、状态，上方可以筛选',
          en: 'The accounts: user name, name, role, unit and state, with filters above',
        },
      },
      steps: [
        {
          zh: '在 {access.menu.users} 点 {access.users.create}，填写 {fields.username}、{fields.name}，选 {fields.role}。用户名建好后不能改。',
          en: 'Under {access.menu.users} choose {access.users.create}; fill in {fields.username} and {fields.name} and choose the {fields.role}. The user name stays for good.',
        },
        {
          zh: '填报员和单位审核须选单位，部门审核须选部门，其他角色不用选。',
          en: 'Reporters and unit reviewers need a unit, department reviewers a department, others neither.',
        },
        {
          zh: '点 {access.users.createSubmit}，页面给出 {access.users.secret}，只显示这一次。当面交给本人，不要用即时通信发送。',
          en: 'Choose {access.users.createSubmit}. The {access.users.secret} is shown once; hand it over in person and do not send it by messenger.',
        },
        {
          zh: '一个账号只有一个角色。填报、审核、考核、管理、审计互相分开，请给不同的人建不同的账号。',
          en: 'An account has one role. Reporting, review, assessment, administration and audit stay apart, so give different people different accounts.',
        },
      ],
    },
    {
      id: 'import',
      title: { zh: '一次建很多账号', en: 'Make many accounts' },
      steps: [
        {
          zh: '点 {access.users.import}，再点 {access.userList.template}，按表头填写。',
          en: 'Choose {access.users.import}, then {access.userList.template}, and fill in its columns.',
        },
        {
          zh: '选择文件，点 {access.userList.submit}。有一处错误就一个也不建，页面逐处写明位置和原因。',
          en: 'Choose the file and then {access.userList.submit}. One fault and none is made; every fault is named with its cell and reason.',
        },
        {
          zh: '建好后点 {access.userList.print}，裁开后分别当面交给本人。',
          en: 'Afterwards choose {access.userList.print}, cut the sheet and hand each part over in person.',
        },
      ],
    },
    {
      id: 'cannot-get-in',
      title: { zh: '有人登录不了', en: 'Somebody cannot get in' },
      steps: [
        {
          zh: '在 {access.users.find} 中找到该账号并打开，先当面核实身份。',
          en: 'Find the account by {access.users.find}, open it, and make sure in person who asks.',
        },
        {
          zh: '忘记密码或初始密码过期的，点 {access.users.resetPassword}，得到新的 {access.users.secret}。',
          en: 'For a lost password, or a first one that expired, choose {access.users.resetPassword}; you get a new {access.users.secret}.',
        },
        {
          zh: '输错太多次要等的，点 {access.users.unlock}。',
          en: 'Who has to wait after wrong passwords: choose {access.users.unlock}.',
        },
        {
          zh: '手机和恢复码都丢了的，点 {access.users.resetFactor}。',
          en: 'Who lost both telephone and recovery codes: choose {access.users.resetFactor}.',
        },
      ],
    },
    {
      id: 'change',
      title: { zh: '换岗、离岗', en: 'When people move or leave' },
      steps: [
        {
          zh: '换角色或单位的，在 {access.users.editTitle} 中改，点 {access.users.save}；该账号的登录立即全部退出。',
          en: 'For another role or unit change {access.users.editTitle} and choose {access.users.save}; the account is signed out everywhere.',
        },
        {
          zh: '离岗的点 {access.users.disable}。账号不删除，做过的事都留着；回来的点 {access.users.enable}。',
          en: 'For who leaves choose {access.users.disable}. Accounts are not deleted and what they did stays; {access.users.enable} brings one back.',
        },
        {
          zh: '设备丢失的点 {access.users.revoke}。',
          en: 'For a lost device choose {access.users.revoke}.',
        },
        {
          zh: '自己的角色由另一位管理员更改。',
          en: 'Your own role is changed by another administrator.',
        },
      ],
    },
    {
      id: 'backups',
      title: { zh: '备份', en: 'Keep backups' },
      steps: [
        {
          zh: '打开 {backups.title}，看最近一次完好的备份是什么时候。升级或大批导入之前，点 {backups.ask}，刷新后确认状态为 {backups.states.good}。',
          en: 'Open {backups.title} to see when the last good one was written. Before an upgrade or a large import choose {backups.ask}, and reload until it is {backups.states.good}.',
        },
        {
          zh: '请运维人员设置 BACKUP_HOUR（每日自动备份）、BACKUP_FOLDER（另一块磁盘上的目录）和 BACKUP_PASSPHRASE（加密口令），并把备份复制到另一台机器。',
          en: 'Have an operator set BACKUP_HOUR for a daily one, BACKUP_FOLDER on another disk and BACKUP_PASSPHRASE to encrypt it, and copy backups to another machine.',
        },
        {
          zh: '{state.title} 说明系统的版本、数据库、磁盘、等待中的工作和审计链每日核对的结果。上方有提醒时先处理提醒；需要维护人员协助时，请运维人员运行 npm run support，所得文件不含密钥、数据和人名。',
          en: '{state.title} tells the version, the database, disks, waiting work and the daily check of the audit chain. Do first what it warns of. For help have an operator run npm run support, whose file holds no secret, figure or name.',
        },
        {
          zh: '工作台提示备份过久或没有备份时，查看列表中的失败原因。恢复由运维人员用命令行进行，不会覆盖现有数据。',
          en: 'When your workbench says that a backup is too old or missing, the list tells why it failed. An operator restores on the command line; nothing is overwritten.',
        },
      ],
    },
    {
      id: 'tokens',
      title: { zh: '让别的系统读数据', en: 'Let another system read' },
      steps: [
        {
          zh: '在 {clients.title} 的 {clients.create} 中填写 {formFields.apiClient.create.name} 和 {formFields.apiClient.create.expiresOn}，选 {formFields.apiClient.create.role}。只给它用得着的最小权限；只读一个单位的，再选 {formFields.apiClient.create.unitCode}。',
          en: 'Under {clients.title}, in {clients.create}, fill in {formFields.apiClient.create.name} and {formFields.apiClient.create.expiresOn} and choose {formFields.apiClient.create.role}. Give the least that it needs; for one unit choose {formFields.apiClient.create.unitCode} too.',
        },
        {
          zh: '点 {clients.createSubmit}，令牌只显示这一次，交给使用它的系统保管。已发布的数据不用令牌也能读。',
          en: 'Choose {clients.createSubmit}. The token is shown once; hand it to the system that uses it. Published data need no token.',
        },
        {
          zh: '{formFields.apiClient.create.scope}选“{clients.scopes.write}”：填报员的令牌可填入本单位的草稿，考核办的可录入引用数据；填了 {formFields.apiClient.create.webhook} 的，有新数据时会通知它，不含数据。',
          en: 'With {formFields.apiClient.create.scope} “{clients.scopes.write}”, a token of a reporter may fill in drafts of its unit and one of the office may cite figures. {formFields.apiClient.create.webhook}: it is told when there are new figures, never a figure.',
        },
        {
          zh: '系统停用或令牌可能泄露的，展开该令牌，写明 {formFields.apiClient.revoke.reason}，点 {tokens.revokeSubmit}，立即失效。',
          en: 'When the system is given up or the token may be known to others, open it, give {formFields.apiClient.revoke.reason} and choose {tokens.revokeSubmit}. It stops at once.',
        },
        {
          zh: '对方怎样调用，见 {clients.reference}。',
          en: 'How to call it is under {clients.reference}.',
        },
      ],
    },
    displaying,
    {
      id: 'settings',
      title: { zh: '看系统设置', en: 'Read the settings' },
      steps: [
        {
          zh: '{access.menu.settings} 列出正在执行的策略：密码规则、会话时限、第二重验证、登录限速。只供查看；要更改，由运维人员改环境变量后重新启动。',
          en: '{access.menu.settings} lists the policy in force: passwords, sessions, second factor, sign-in limits. It is for reading; operators change environment variables and start again.',
        },
        {
          zh: '谁能做什么，见 {access.menu.roles}。这张表不能在页面上改。',
          en: 'Who may do what is under {access.menu.roles}. No page changes that table.',
        },
      ],
    },
    {
      id: 'never',
      title: { zh: '管理员不能做的事', en: 'What an administrator cannot do' },
      steps: [
        {
          zh: '不能填数、改数、审核、定方案、核算、发布。管理员做的每一步都进入操作记录，由审计员查看。',
          en: 'Fill in, edit or review figures, design schemes, compute or publish. Everything an administrator does enters the trail, which auditors read.',
        },
      ],
      rules: ['reported', 'published'],
    },
  ],
};
