ALTER TABLE "bulletin" ALTER COLUMN "run_id" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "bulletin" ADD COLUMN "kind" text DEFAULT 'ranking' NOT NULL;--> statement-breakpoint
ALTER TABLE "bulletin" ADD COLUMN "report_id" text;--> statement-breakpoint
ALTER TABLE "bulletin" ADD COLUMN "consequence_id" text;--> statement-breakpoint
ALTER TABLE "bulletin" ADD COLUMN "scheme_code" text;--> statement-breakpoint
ALTER TABLE "bulletin" ADD COLUMN "org_unit_code" text;--> statement-breakpoint
ALTER TABLE "bulletin" ADD COLUMN "subject" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "bulletin" ADD COLUMN "heading" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "bulletin" ADD COLUMN "checked_as" text;--> statement-breakpoint
ALTER TABLE "bulletin" ADD CONSTRAINT "bulletin_report_id_monitoring_report_id_fk" FOREIGN KEY ("report_id") REFERENCES "public"."monitoring_report"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "bulletin" ADD CONSTRAINT "bulletin_consequence_id_consequence_id_fk" FOREIGN KEY ("consequence_id") REFERENCES "public"."consequence"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "bulletin" ADD CONSTRAINT "bulletin_scheme_code_scheme_code_fk" FOREIGN KEY ("scheme_code") REFERENCES "public"."scheme"("code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "bulletin" ADD CONSTRAINT "bulletin_org_unit_code_org_unit_code_fk" FOREIGN KEY ("org_unit_code") REFERENCES "public"."org_unit"("code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "bulletin" ADD CONSTRAINT "bulletin_kind_known" CHECK ("bulletin"."kind" in ('ranking', 'monitoring', 'score', 'reminder', 'tasks', 'responsibilities'));--> statement-breakpoint
ALTER TABLE "bulletin" ADD CONSTRAINT "bulletin_source_whole" CHECK (("bulletin"."kind" in ('ranking', 'score')) = ("bulletin"."run_id" is not null)
        and ("bulletin"."kind" = 'monitoring') = ("bulletin"."report_id" is not null)
        and ("bulletin"."kind" = 'reminder') = ("bulletin"."consequence_id" is not null)
        and ("bulletin"."kind" in ('score', 'reminder', 'tasks')) = ("bulletin"."org_unit_code" is not null)
        and ("bulletin"."kind" = 'responsibilities') = ("bulletin"."scheme_code" is not null));--> statement-breakpoint
-- Every document so far is on a ranking. What they are on is written beside them, which changes no issued word.
ALTER TABLE "bulletin" ALTER COLUMN "kind" DROP DEFAULT, ALTER COLUMN "subject" DROP DEFAULT, ALTER COLUMN "heading" DROP DEFAULT;--> statement-breakpoint
ALTER TABLE "bulletin" DISABLE TRIGGER bulletin_stays;--> statement-breakpoint
UPDATE "bulletin" b SET
  subject = (v.document ->> 'nameZh') || '，' || said.period,
  heading = coalesce(b.frozen ->> 'title', replace(replace(b.title, '{方案}', v.document ->> 'nameZh'), '{期间}', said.period))
FROM "run" r JOIN "scheme_version" v ON v.scheme_code = r.scheme_code AND v.number = r.scheme_version
CROSS JOIN LATERAL (SELECT r.period_code || CASE WHEN r.period_code ~ '^[0-9]{4}$' THEN '年' ELSE '' END AS period) said
WHERE r.id = b.run_id;--> statement-breakpoint
-- Of what was checked before, it is not known as what; another person checks it again.
UPDATE "bulletin" SET state = 'draft', checked_by = NULL, checked_at = NULL, version = version + 1 WHERE state = 'checked';--> statement-breakpoint
ALTER TABLE "bulletin" ENABLE TRIGGER bulletin_stays;
