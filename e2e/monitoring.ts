import type { Page } from '@playwright/test';
import { db } from '@/db/client';
import { expect } from '@/e2e/fixtures';
import { told } from '@/e2e/setting-up';
import { submittedReturns } from '@/lib/testing/returns';

type Figure = { readonly unit: string; readonly indicator: string; readonly period: string; readonly value: string };

/** A figure is submitted, and the unit's reviewer approves it. Returns the collection that asked for it. */
export async function approvedFigure(reviewer: Page, { unit, indicator, period, value }: Figure): Promise<string> {
  const given = { period, title: `试灯 ${period}`, chain: ['unitReviewer'] as const, units: [unit] };
  const id = await submittedReturns(db(), { ...given, figures: [{ indicatorCode: indicator, value }] });
  await reviewer.goto(`/reporting/review/${id}/${unit}`);
  await reviewer.locator('#approve').getByRole('button', { name: '通过' }).click();
  // The last level asks before it publishes.
  const sure = reviewer.getByRole('button', { name: '确定通过' });
  if (await sure.isVisible()) await sure.click();
  await expect(reviewer.getByRole('status').first()).toContainText('已核定');
  return id;
}

/** Fills in the form of a new follow-up, and sends it. */
async function fillInFollowUp(office: Page, title: string, due: string): Promise<void> {
  await office.getByLabel('督办事项', { exact: true }).fill(title);
  await office.getByLabel('办结期限', { exact: true }).fill(due);
  await office.getByRole('button', { name: '立项', exact: true }).click();
}

/** Raises a follow-up from the form that is open, after a day that is over was refused where `past` gives one. Returns its address. */
export async function raiseFollowUp(
  office: Page,
  { title, due, past }: { readonly title: string; readonly due: string; readonly past?: string },
): Promise<string> {
  if (past) {
    await fillInFollowUp(office, title, past);
    await expect(office.getByRole('alert').filter({ hasText: '“办结期限”不能是过去的日子' })).toBeVisible();
  }
  await fillInFollowUp(office, title, due);
  await told(office, '已立项');
  return new URL(office.url()).pathname;
}

/** Hands a raised follow-up out to its unit. */
export async function assignFollowUp(office: Page): Promise<void> {
  await office.getByRole('button', { name: '交办', exact: true }).click();
  await told(office, '已交办');
}

/** The unit signs for a follow-up and types its measures. */
export async function takeOn(reporter: Page, measures: string): Promise<void> {
  await reporter.getByRole('button', { name: '签收', exact: true }).click();
  await expect(reporter.locator('dl').first()).toContainText('签收');
  await reporter.getByRole('textbox', { name: '措施' }).fill(measures);
  await reporter.getByRole('button', { name: '保存措施' }).click();
  await told(reporter, '措施已保存');
}

/** The unit attaches a small file as evidence. */
export async function attachPdf(reporter: Page, name: string): Promise<void> {
  const pdf = { name, mimeType: 'application/pdf', buffer: Buffer.from('%PDF-1.4 check') };
  await reporter.locator('#evidence input[type=file]').setInputFiles(pdf);
  await reporter.getByRole('button', { name: '上传' }).click();
  await expect(reporter.getByRole('link', { name })).toBeVisible();
}

/** The unit reports what was done. */
export async function reportResult(reporter: Page, result: string): Promise<void> {
  await reporter.getByRole('textbox', { name: '办理结果' }).fill(result);
  await reporter.getByRole('button', { name: '反馈', exact: true }).click();
  await told(reporter, '已反馈');
}

/** Another official checks what was reported and closes the follow-up. */
export async function checkAndClose(second: Page, finding: string): Promise<void> {
  await second.getByRole('button', { name: '开始复核' }).click();
  await second.getByRole('textbox', { name: '复核结论' }).fill(finding);
  await second.getByRole('button', { name: '销号', exact: true }).click();
  await told(second, '已销号');
}

/** The other official publishes a drafted report, of which the page is open. */
export async function publishDraft(second: Page): Promise<void> {
  await second.getByRole('button', { name: '发布', exact: true }).click();
  await second.getByRole('button', { name: '确定发布' }).click();
  await told(second, '已发布');
}
