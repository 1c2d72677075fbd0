import { StartFailure } from '@/db/embedded/failure';
import { perform } from '@/lib/access/command';
import { systemPrincipal } from '@/lib/access/principal';
import { createUser } from '@/lib/access/users/create-user';
import { handoverHours } from '@/lib/access/users/words';
import { openToWork } from '@/lib/cli/launch/database';
import { endWith, written } from '@/lib/cli/launch/report';
import { checkSettings } from '@/lib/cli/launch/requirements';
import { placeToServe } from '@/lib/cli/launch/settings';
import { prepareUpgraded } from '@/lib/cli/launch/upgrade';
import { adopt, webSettings } from '@/lib/cli/launch/web-settings';
import { Refusal } from '@/lib/errors';

// `npm run admin:create -- USERNAME NAME`: creates an administrator and prints the initial secret. This is the only way
// to create the first account.
const [username = '', name = ''] = process.argv.slice(2);

try {
  if (!username || !name) {
    throw new StartFailure(
      'Name the account: npm run admin:create -- USERNAME "FULL NAME".',
      '请写明账号：npm run admin:create -- 用户名 "姓名"。',
    );
  }
  checkSettings();
  const database = await openToWork('npm run admin:create');
  adopt(webSettings(database, placeToServe()));
  const posting = { username, name, role: 'administrator', unitCode: '', department: '' };
  const made = await prepareUpgraded(database, (over) =>
    perform(createUser, systemPrincipal('admin-create'), posting, { now: new Date(), database: over }),
  ).finally(() => database.stop());
  console.log(
    `✓ ${written({ zh: `已建立管理员 ${made.username}`, en: `administrator ${made.username} created` })}\n\n  ${made.secret}\n`,
  );
  console.log(
    `  ${written({
      zh: `一次性初始密码，${handoverHours} 小时内有效，首次登录须改`,
      en: `a one-time secret for ${handoverHours} hours, to be replaced at the first sign-in`,
    })}`,
  );
  process.exit(0);
} catch (error) {
  endWith(error instanceof Refusal ? startFailure(error) : error);
}

function startFailure({ key }: Refusal): StartFailure {
  return key === 'usernameTaken'
    ? new StartFailure(`The username ${username} is taken: choose another.`, `用户名 ${username} 已被使用，请换一个。`)
    : new StartFailure(
        'A username has 2 to 40 small letters, digits, dots and underscores; a name at most 40 characters.',
        '用户名须是 2 至 40 个小写字母、数字、点、下划线；姓名最多 40 个字。',
      );
}
