import type { ManualSection } from '@/lib/help/words';

/** How anybody composes a board. */
export const composing: ManualSection = {
  id: 'boards',
  title: { zh: '做一个看板', en: 'Compose a board' },
  steps: [
    {
      zh: '在任一张图的菜单里，或在排名页上，点 {boards.put}；也可以在 {boards.title} 点 {boards.create}，从 {boards.composer.add} 里选一种。',
      en: 'In the menu of any chart, or on a ranking, choose {boards.put}; or under {boards.title} choose {boards.create} and take a kind from {boards.composer.add}.',
    },
    {
      zh: '用卡片上的箭头移动、变窄或加宽，也可以只用键盘；每一步都能 {boards.composer.undo}。点 {boards.composer.save} 成为新的一版，旧版在 {boards.editions.title} 里，可以 {boards.editions.restore}。',
      en: 'Move, narrow or widen cards with their arrows, or by keys alone; {boards.composer.undo} takes each step back. {boards.composer.save} makes a new edition; earlier ones are under {boards.editions.title}, where you can {boards.editions.restore} them.',
    },
    {
      zh: '{boards.filters.period}、{boards.filters.unit}、{boards.filters.group} 作用于全部卡片；{boards.xlsx} 每张卡片一张工作表。',
      en: '{boards.filters.period}, {boards.filters.unit} and {boards.filters.group} act on all cards; {boards.xlsx} has a sheet for each card.',
    },
    {
      zh: '在 {boards.share.title} 里勾选角色或单位，点 {boards.share.submit}。看的人只看到自己有权看的数据。要人人可见，请考核办发布。',
      en: 'Under {boards.share.title} tick roles or units and choose {boards.share.submit}. Readers see no data that they may not read. For everybody to see it, ask the office to publish it.',
    },
  ],
};

/** How a published board gets to a wall and into another site. */
export const displaying: ManualSection = {
  id: 'displays',
  title: { zh: '上大屏、嵌入别的网站', en: 'Show boards on a wall or in another site' },
  steps: [
    {
      zh: '先由考核办打开看板，点 {boards.publishing.submit}；以后的改动要再发布一次。',
      en: 'First the office opens the board and chooses {boards.publishing.submit}; later changes are published anew.',
    },
    {
      zh: '在 {displays.title} 填写 {formFields.display.create.name}，勾选 {formFields.display.create.items}，定 {formFields.display.create.expiresOn}；要嵌入的，再写 {formFields.display.create.origins}。点 {displays.createSubmit}，地址只显示这一次。',
      en: 'Under {displays.title} fill in {formFields.display.create.name}, tick {formFields.display.create.items} and set {formFields.display.create.expiresOn}; to embed it, name {formFields.display.create.origins}. Choose {displays.createSubmit}; the addresses are shown once.',
    },
    {
      zh: '大屏每 15 秒换一页，空格键 {displays.screen.pause}；断网时写明数据的时间，连上后自己更新。',
      en: 'A wall turns every 15 seconds; the space bar is {displays.screen.pause}. Without the network it says of when its data are, and it renews itself afterwards.',
    },
    {
      zh: '不用了，或地址可能泄露的，展开它，写明 {formFields.display.revoke.reason}，点 {tokens.revokeSubmit}，一分钟内停止显示。',
      en: 'When it is given up, or its address may be known to others, open it, give {formFields.display.revoke.reason} and choose {tokens.revokeSubmit}. It goes dark within a minute.',
    },
  ],
};
