import { expect, test } from '@/e2e/fixtures';

test('the measures are told to this machine, and to nobody who comes through a proxy', async ({ request }) => {
  await request.get('/catalogue/indicators');
  const answer = await request.get('/metrics');
  expect(answer.status()).toBe(200);
  expect(answer.headers()['content-type']).toBe('text/plain; version=0.0.4; charset=utf-8');
  expect(answer.headers()['cache-control']).toBe('no-store');
  const text = await answer.text();
  expect(text).toMatch(/^baton_requests_total\{process="1",kind="page",status="200"\} [1-9]/m);
  expect(text).toMatch(/^baton_database_up 1$/m);
  expect(text).toMatch(/^baton_pool_connections\{process="1",state="most"\} [1-9]/m);
  for (const headers of [
    { 'X-Forwarded-For': '127.0.0.1' },
    { Via: '1.1 proxy' },
    { 'X-Forwarded-For': '127.0.0.1', Authorization: 'Bearer none' },
  ]) {
    const refused = await request.get('/metrics', { headers });
    expect([refused.status(), await refused.text()]).toEqual([404, 'not found\n']);
  }
});
