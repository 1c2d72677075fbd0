import { board } from '@/db/schema/boards';
import { createBoard } from '@/lib/dashboards/boards/create-board';
import { BoardDocument } from '@/lib/dashboards/boards/document';
import { publishBoard } from '@/lib/dashboards/boards/publish-board';
import type { Clock } from './clock';
import { act, type Stage } from './stage';

/** Whether a board was played already, or somebody composed one. */
export async function areBoardsPlayed({ tx }: Stage): Promise<boolean> {
  return (await tx.select({ id: board.id }).from(board).limit(1)).length > 0;
}

const [group, first, second] = ['DEMO_COUNTIES', 'DEMO-JIA', 'DEMO-BING'];

const shown = [
  { kind: 'figure', width: 3, indicator: 'DEMO_OUT', unit: first },
  { kind: 'figure', width: 3, indicator: 'DEMO_PROJ', unit: first },
  { kind: 'figure', width: 3, indicator: 'DEMO_OUT', unit: second },
  { kind: 'figure', width: 3, indicator: 'DEMO_PROJ', unit: second },
  { kind: 'bars', width: 6, indicator: 'DEMO_OUT', group },
  { kind: 'trend', width: 6, indicator: 'DEMO_OUT', units: [first, second] },
  { kind: 'ranking', width: 6, scheme: 'DEMO-ZONES', rows: 5 },
  { kind: 'bump', width: 6, indicator: 'DEMO_PROJ', group },
  { kind: 'heat', width: 12, indicators: ['DEMO_OUT', 'DEMO_PROJ'], group },
  { kind: 'lamps', width: 5, unit: second },
  { kind: 'progress', width: 7, unit: second },
  { kind: 'text', width: 12, text: '本看板的单位与数据都是虚构的，供试用。' },
] as const;

/** A board of the office with a card of each kind, published. */
export async function playBoards(stage: Stage, clock: Clock): Promise<void> {
  const cards = shown.map((card, at) => ({ ...card, key: `c${at + 1}`, title: '' }));
  const document = BoardDocument.parse({ title: '演示：区县运行看板', lead: '产出、项目、考核与红黄绿灯', cards });
  const { id } = await act(stage, 'demo.office', createBoard, { document }, clock.at(-5, 9));
  await act(stage, 'demo.office', publishBoard, { id, version: 1 }, clock.at(-5, 10));
}
