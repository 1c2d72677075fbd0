import { command } from '@/lib/access/command';
import { ShownAppeal } from '@/lib/assessment/appeals/appeal-input';
import { takeStep } from '@/lib/assessment/appeals/take-step';

/** 受理: the office takes an appeal up; somebody else decides it. */
export const acceptAppeal = command({
  name: 'appeal.accept',
  input: ShownAppeal,
  run: (work, shown) => takeStep(work, shown, { kind: 'accept' }),
});
