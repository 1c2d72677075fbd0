import type { ManualSection } from '@/lib/help/words';

/** How one gets in, which is alike for every account. */
export const signIn: ManualSection = {
  id: 'sign-in',
  title: { zh: '登录与设置密码', en: 'Sign in and choose a password' },
  steps: [
    {
      zh: '向系统管理员当面领取用户名和一次性初始密码。初始密码有时限，过期的请管理员重发。',
      en: 'Get your user name and a one-time first password from the administrator, in person. It expires; if it has, ask for another.',
    },
    {
      zh: '点页面右上角的 {access.menu.signIn}，填写 {fields.username} 和 {fields.password}，再点 {access.signIn.submit}。',
      en: 'Choose {access.menu.signIn} at the top right, fill in {fields.username} and {fields.password}, then choose {access.signIn.submit}.',
    },
    {
      zh: '第一次登录时出现 {access.signIn.chooseTitle}：同一个新密码输入两次，点 {access.signIn.choose}。',
      en: 'The first time you are asked to set a password of your own ({access.signIn.chooseTitle}): type it twice and choose {access.signIn.choose}.',
    },
    {
      zh: '页面要求设置 {access.account.factorTitle} 的，用手机上的验证器应用扫码，抄下 {access.account.factorCodes}，输入 6 位数字，点 {access.account.factorEnable}。以后每次登录都要这 6 位数字。',
      en: 'If the page asks for {access.account.factorTitle}, scan the code with an authenticator app, write down the {access.account.factorCodes}, type the 6 digits and choose {access.account.factorEnable}. From then on each sign-in wants 6 digits.',
    },
    {
      zh: '改密码、查看登录设备、设置第二重验证，都在 {access.account.title}：点右上角自己的姓名。忘记密码的，找系统管理员重置。',
      en: 'Your password, your devices and the second factor are under {access.account.title}: choose your name at the top right. If you forget the password, the administrator resets it.',
    },
  ],
};
