import type { Sql } from '@/db/client';

/** The rows of the demonstration that addresses of desks name by a word. */
export async function deskRows(sql: Sql) {
  const [row] = await sql`select
    (select collection_id from submission where org_unit_code = 'DEMO-JIA' and state = 'draft' order by 1 limit 1) as draft,
    (select collection_id from submission_value where org_unit_code = 'DEMO-JIA' and awaits = 'unitReviewer' order by 1
      limit 1) as waiting,
    (select collection_id from reopen_request where state = 'pending' order by asked_at limit 1) as asked,
    (select id from collection_calendar order by 1 limit 1) as calendar,
    (select id from annotation where org_unit_code = 'DEMO-JIA' and kind = 'honour' limit 1) as noted,
    (select id from run where scheme_code = 'DEMO-ZONES' and state = 'published' order by period_code desc limit 1) as run,
    (select id from monitoring_report where state = 'draft' order by year desc, month desc limit 1) as drafted,
    (select id from monitoring_report where state = 'published' order by year desc, month desc limit 1) as told,
    (select id from bulletin where state = 'issued' order by issued_at limit 1) as issued,
    (select id from board where published_edition is not null order by created_at limit 1) as board,
    (select id from bulletin where state = 'draft' order by edited_at limit 1) as drafting,
    (select id from adjustment where scheme_code = 'DEMO-ZONES' and state = 'proposed' order by 1 limit 1) as adjustment,
    (select id from follow_up where state = 'raised' and title like '演示：%' limit 1) as raised,
    (select id from follow_up where state = 'checking' and title like '演示：%' limit 1) as checking,
    (select id from follow_up where state = 'closed' and title like '演示：%' limit 1) as closed,
    (select id from follow_up where state = 'working' and org_unit_code = 'DEMO-JIA' and title like '演示：%' limit 1) as own,
    (select c.id from consequence c where c.state = 'proposed' and c.rule_code = 'C2' limit 1) as proposed,
    (select c.id from consequence c where c.state = 'confirmed' and c.rule_code = 'C2' limit 1) as confirmed,
    (select c.id from consequence c where c.state = 'declined' and c.rule_code = 'C2' limit 1) as declined,
    (select id from unit_task where org_unit_code = 'DEMO-JIA' and title like '演示：%' and state = 'underWay' limit 1) as task,
    (select id from task_template where title like '演示：%' limit 1) as template,
    (select max(year) from task_template where title like '演示：%') as "listYear",
    (select merged_into from follow_up where state = 'merged' and title like '演示：%' limit 1) as merged,
    (select a.run_id from appeal a where a.org_unit_code = 'DEMO-DING' limit 1) as announced,
    (select id from appeal where org_unit_code = 'DEMO-DING' limit 1) as "toAccept",
    (select id from appeal where org_unit_code = 'DEMO-YI' limit 1) as "inReview",
    (select id from appeal where org_unit_code = 'DEMO-JIA' order by filed_at limit 1) as "ownAppeal",
    (select id from appeal where org_unit_code = 'DEMO-BING' limit 1) as "notTaken",
    (select year from lamp where org_unit_code = 'DEMO-BING' and indicator_code = 'DEMO_PROJ'
      order by year desc, month desc limit 1) as year,
    (select month from lamp where org_unit_code = 'DEMO-BING' and indicator_code = 'DEMO_PROJ'
      order by year desc, month desc limit 1) as month`;
  return row;
}
